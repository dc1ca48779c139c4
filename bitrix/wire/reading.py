"""What could be read of a row of the site, and what could not."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import Any

from bitrix.wire.empty import MISSING, is_empty
from bitrix.wire.unreadable import Unreadable

Parser = Callable[[Any], Any]
Field = tuple[str, str, Parser]
"""Our name, the key it stands under, and how it is read."""


@dataclass(frozen=True)
class Reading:
    """`values` by our field name; `rejected` holds a sentence per field that cannot be read.

    A key that was not sent is in neither. An explicit empty value is None where the field may be empty.
    """

    values: dict[str, Any] = field(default_factory=dict)
    rejected: dict[str, str] = field(default_factory=dict)

    def take(self, name: str, raw: Any, parse: Parser) -> None:
        """Read a field that cannot be empty."""
        if raw is MISSING:
            return
        try:
            self.values[name] = parse(raw)
        except Unreadable as error:
            self.reject(name, error)

    def reject(self, name: str, error: Unreadable) -> None:
        self.rejected[name] = f"{name}: {error}"

    def take_optional(self, name: str, raw: Any, parse: Parser) -> None:
        """Read a field that may be empty: empty is None."""
        if is_empty(raw):
            self.values[name] = None
        else:
            self.take(name, raw, parse)

    def take_part(self, part: Any, fields: Iterable[Field]) -> None:
        """Read fields that may be empty from a part of a row; those of an empty part (PHP writes [] for {}) are.

        It is take_optional for each, in one loop: most rows of most lists are read here.
        """
        if not isinstance(part, dict) or not part:
            if is_empty(part):
                self.values.update((name, None) for name, _, _ in fields)
            return
        values = self.values
        for name, key, parse in fields:
            raw = part.get(key, MISSING)
            if raw is MISSING:
                continue
            filled = raw.strip() if type(raw) is str else not is_empty(raw)
            try:
                values[name] = parse(raw) if filled else None
            except Unreadable as error:
                self.reject(name, error)
