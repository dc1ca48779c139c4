"""Order statuses, the site's and ours: one table, both ways, used by every path.

A shop may add codes of its own: the table is data, an unknown code is nobody's, never guessed.
"""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

OURS = ("new", "paid", "accepted", "assembled", "in_delivery", "delivered", "cancelled")


class Status(NamedTuple):
    code: str
    key: str | None
    """The API's `status_key`; None where it is not known (a code the shop added)."""
    patch_name: str | None
    ours: str
    russian: str


KNOWN = (
    Status("N", "new", "NEW", "new", "Новый"),
    Status("PD", "paid", "PAID", "paid", "Оплачен"),
    Status("AP", "accepted", "ACCEPTED", "accepted", "Принят"),
    Status("CO", "assembled", "IN_PRODUCTION", "assembled", "Собран"),
    Status("DE", "in_delivery", "IN_DELIVERY", "in_delivery", "В пути"),
    Status("F", "delivered", "DELIVERED", "delivered", "Доставлен"),
    Status("RF", "cancelled", "CANCELLED", "cancelled", "Возврат"),
    Status("UN", "cancelled", "CANCELLED", "cancelled", "Не реализован"),
)


class StatusTable:
    """The known codes and those a shop added: `added` maps a code of the site to a status of ours.

    Raises ValueError for a status that is not ours.
    """

    def __init__(self, added: Mapping[str, str] | None = None, known: Iterable[Status] = KNOWN) -> None:
        self._by_code = {status.code: status for status in known}
        for code, ours in (added or {}).items():
            if ours not in OURS:
                raise ValueError(f"status {code}: {ours!r} is not one of {', '.join(OURS)}")
            given = self._by_code.get(code, Status(code, None, None, ours, code))
            self._by_code[code] = given._replace(ours=ours)
        self._by_key: dict[str | None, tuple[str, ...]] = {}
        for status in self._by_code.values():
            self._by_key[status.key] = (*self._by_key.get(status.key, ()), status.code)

    def from_bitrix(self, code: str) -> str | None:
        """Our status of a code, or None for a code nobody told us of."""
        status = self._by_code.get(code)
        return status.ours if status else None

    def meaning(self) -> dict[str, str]:
        """Our status of every code."""
        return {code: status.ours for code, status in self._by_code.items()}

    def codes_of_key(self, status_key: str) -> tuple[str, ...]:
        """Every code behind a `status_key`: two for `cancelled`, none for an unknown key."""
        return self._by_key.get(status_key, ())

    def code_from_key(self, status_key: str) -> str | None:
        """The first code behind a `status_key`; `cancelled` may be RF or UN and answers RF."""
        return next(iter(self.codes_of_key(status_key)), None)

    def russian(self, code: str) -> str:
        """The name a florist knows; an unknown code is its own name."""
        status = self._by_code.get(code)
        return status.russian if status else code

    def patch_name(self, code: str) -> str | None:
        status = self._by_code.get(code)
        return status.patch_name if status else None


STATUSES = StatusTable()
