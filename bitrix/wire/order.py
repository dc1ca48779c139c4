"""An order of the site: read from list rows and from detail answers, whose `raw` part knows more."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Any, NamedTuple

from bitrix.wire.dates import parse_date, parse_moment
from bitrix.wire.empty import MISSING, as_list, first_filled, is_empty, look_up
from bitrix.wire.price import parse_price
from bitrix.wire.reading import Parser, Reading
from bitrix.wire.scalars import parse_count, parse_flag, parse_id, parse_text
from bitrix.wire.status import STATUSES, StatusTable
from bitrix.wire.unreadable import Unreadable

Row = Mapping[str, Any]
Path = tuple[str, ...]

PAYMENT_STATUSES = {"Оплачен": True, "Не оплачен": False}


class OrderLine(NamedTuple):
    name: str
    quantity: int
    price: int
    """Minor units for one."""


@dataclass(frozen=True)
class SiteOrder:
    """`reading` has status (the site's code), sender_name, sender_phone, sender_email, recipient_name,
    recipient_phone, address, date, slot, items (list of OrderLine), items_total (minor units); and, for an
    import, comment, postcard, notes, pickup, is_paid, delivery_price, total, responsible_id, created.

    `status_sure` is False where a list row said only `cancelled`: RF or UN (`status` is RF then).
    """

    id: int
    number: str | None
    updated_at: datetime | None
    reading: Reading
    status_sure: bool = True


def parse_order(data: Row, statuses: StatusTable = STATUSES) -> SiteOrder:
    """Read what can be read. Raises Unreadable without an id."""
    fields, raw = _OPTIONAL, data.get("raw")
    if is_empty(raw):  # an empty `raw` is a list row, not twenty empty fields
        fields = _LISTED
        if "raw" in data:
            data = {key: value for key, value in data.items() if key != "raw"}
    raw = raw if isinstance(raw, dict) else {}
    order_id = parse_order_id(data)
    header, reading = Reading(), Reading()
    header.take_optional("number", data.get("number", MISSING), parse_text)
    header.take_optional("updated_at", data.get("updatedAt", MISSING), parse_moment)
    for name, paths, parse in fields:
        reading.take_optional(name, _filled(data, paths), parse)
    _read_flags(data, raw, reading)
    _read_money(data, raw, reading)
    _read_lines(data, raw, reading)
    sure = _read_status(data, raw, reading, statuses)
    reading.rejected.update(header.rejected)
    return SiteOrder(order_id, header.values.get("number"), header.values.get("updated_at"), reading, sure)


def _filled(data: Row, paths: tuple[Path, ...]) -> Any:
    if len(paths) == 1:
        return look_up(data, *paths[0])
    return first_filled(*[look_up(data, *path) for path in paths])


def parse_order_id(data: Row) -> int:
    sent = data.get("id", MISSING)
    return parse_id(first_filled(sent, look_up(data, "raw", "id")) if sent is MISSING or is_empty(sent) else sent)


def _parse_responsible(raw: Any) -> int | None:
    return None if raw in (0, "0") else parse_id(raw)


# A filled value of `raw` wins; only the creation is finer outside of it (raw has a bare date).
_OPTIONAL: tuple[tuple[str, tuple[Path, ...], Parser], ...] = (
    ("sender_name", (("raw", "senderName"), ("sender", "name")), parse_text),
    ("sender_phone", (("raw", "senderPhone"), ("sender", "phone")), parse_text),
    ("sender_email", (("raw", "senderEmail"), ("sender", "email")), parse_text),
    ("recipient_name", (("raw", "recipientName"), ("recipient", "name")), parse_text),
    ("recipient_phone", (("raw", "recipientPhone"), ("recipient", "phone")), parse_text),
    ("address", (("raw", "deliveryAddress"), ("deliveryAddress",)), parse_text),
    ("date", (("raw", "deliveryDate"), ("deliveryDate",)), parse_date),
    ("slot", (("raw", "deliveryType"), ("deliveryTime",)), parse_text),
    ("comment", (("raw", "comment"),), parse_text),
    ("postcard", (("raw", "postcardText"),), parse_text),
    ("notes", (("raw", "notes"),), parse_text),
    ("responsible_id", (("raw", "responsibleId"),), _parse_responsible),
    ("created", (("createdAt",), ("raw", "dateCreated")), parse_moment),
)
_LISTED = tuple(
    (name, paths, parse)
    for name, every, parse in _OPTIONAL
    if (paths := tuple(path for path in every if path[0] != "raw"))
)


def _read_status(data: Row, raw: Row, reading: Reading, statuses: StatusTable) -> bool:
    """Take the status; True when the code is known for sure."""
    code = raw.get("statusId", MISSING)
    if code is not MISSING and not is_empty(code):
        reading.take("status", code, lambda sent: parse_text(sent).strip())
        return True
    key = data.get("status_key", MISSING)
    reading.take("status", key, partial(_code_from_key, statuses=statuses))
    return len(statuses.codes_of_key(str(key))) < 2


def _code_from_key(raw: Any, statuses: StatusTable) -> str:
    code = statuses.code_from_key(raw) if isinstance(raw, str) else None
    if code is None:
        raise Unreadable(raw, "is not a status we know")
    return code


def _read_flags(data: Row, raw: Row, reading: Reading) -> None:
    """`false` is an answer here, not an empty value."""
    _take_flag(reading, "pickup", raw.get("pickup", MISSING))
    paid = raw.get("isPayed", MISSING)
    if paid is MISSING:
        reading.take_optional("is_paid", data.get("paymentStatus", MISSING), _parse_payment)
    else:
        _take_flag(reading, "is_paid", paid)


def _take_flag(reading: Reading, name: str, raw: Any) -> None:
    reading.take(name, raw, _parse_optional_flag)


def _parse_optional_flag(raw: Any) -> bool | None:
    return None if raw is not False and is_empty(raw) else parse_flag(raw)


def _parse_payment(raw: Any) -> bool:
    paid = PAYMENT_STATUSES.get(raw.strip()) if isinstance(raw, str) else None
    if paid is None:
        raise Unreadable(raw, "is not a payment status we know")
    return paid


def _read_money(data: Row, raw: Row, reading: Reading) -> None:
    parse = partial(parse_price, currency=raw.get("currency"))
    total = first_filled(raw.get("price", MISSING), data.get("paymentAmount", MISSING))
    reading.take_optional("delivery_price", raw.get("deliveryPrice", MISSING), parse)
    reading.take_optional("total", total, parse)


def _read_lines(data: Row, raw: Row, reading: Reading) -> None:
    lines = first_filled(raw.get("basket", MISSING), data.get("items", MISSING))
    reading.take("items", lines, _parse_lines)
    if "items" in reading.values:
        reading.values["items_total"] = sum(line.quantity * line.price for line in reading.values["items"])


def _parse_lines(raw: Any) -> list[OrderLine]:
    rows = as_list(raw)
    if rows is None or not all(isinstance(row, dict) for row in rows):
        raise Unreadable(raw, "is not a list of items")
    return [_parse_line(row) for row in rows]


def _parse_line(row: Row) -> OrderLine:
    name = row.get("productName")
    quantity = parse_count(row.get("amount"))
    if is_empty(name) or not quantity:
        raise Unreadable(dict(row), "is not an item of an order")
    return OrderLine(parse_text(name), quantity, parse_price(row.get("price"), row.get("currency")))
