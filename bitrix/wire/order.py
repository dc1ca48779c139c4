"""An order of the site: read from list rows and from detail answers, whose `raw` part knows more."""

from collections.abc import Mapping
from datetime import datetime
from functools import partial
from typing import Any, NamedTuple

from bitrix.wire.dates import parse_date, parse_moment
from bitrix.wire.empty import MISSING, as_list, first_filled, is_empty, look_up
from bitrix.wire.price import parse_price
from bitrix.wire.reading import Field, Parser, Reading
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


class SiteOrder(NamedTuple):
    """`reading` has status (the site's code), sender_name, sender_phone, sender_email, recipient_name,
    recipient_phone, address, date, slot, items (list of OrderLine); and, for an import, comment, postcard, notes,
    pickup, is_paid, delivery_price, total, responsible_id, created.

    `status_sure` is False where a list row said only `cancelled`: RF or UN (`status` is RF then).
    """

    id: int
    number: str | None
    updated_at: datetime | None
    reading: Reading
    status_sure: bool = True


def parse_order(data: Row, statuses: StatusTable = STATUSES) -> SiteOrder:
    """Read what can be read. Raises Unreadable without an id."""
    order_id, reading = parse_order_id(data), Reading()
    if is_empty(data.get("raw")):  # an empty `raw` is a list row, not twenty empty fields
        sure = _read_listed(data, reading, statuses)
    else:
        sure = _read_detail(data, reading, statuses)
    number, updated_at = reading.values.pop("number", None), reading.values.pop("updated_at", None)
    return SiteOrder(order_id, number, updated_at, reading, sure)


def _read_listed(data: Row, reading: Reading, statuses: StatusTable) -> bool:
    """As a detail without its `raw` part is read, but shorter; True when the status is known for sure."""
    reading.take_part(data, _LISTED)
    for part, fields in _PEOPLE:
        reading.take_part(data.get(part, MISSING), fields)
    reading.take("items", data.get("items", MISSING), _parse_lines)
    return _take_status_key(reading, data.get("status_key", MISSING), statuses)


def _read_detail(data: Row, reading: Reading, statuses: StatusTable) -> bool:
    raw = data["raw"] if isinstance(data["raw"], dict) else {}
    reading.take_part(data, _HEADER)
    for name, paths, parse in _OPTIONAL:
        reading.take_optional(name, _filled(data, paths), parse)
    _read_flags(data, raw, reading)
    _read_money(data, raw, reading)
    reading.take("items", first_filled(raw.get("basket", MISSING), data.get("items", MISSING)), _parse_lines)
    code = raw.get("statusId", MISSING)
    if code is not MISSING and not is_empty(code):
        reading.take("status", code, lambda sent: parse_text(sent).strip())
        return True
    return _take_status_key(reading, data.get("status_key", MISSING), statuses)


def _filled(data: Row, paths: tuple[Path, ...]) -> Any:
    if len(paths) == 1:
        return look_up(data, *paths[0])
    return first_filled(*[look_up(data, *path) for path in paths])


def parse_order_id(data: Row) -> int:
    sent = data.get("id", MISSING)
    return parse_id(first_filled(sent, look_up(data, "raw", "id")) if sent is MISSING or is_empty(sent) else sent)


def _parse_payment(raw: Any) -> bool:
    paid = PAYMENT_STATUSES.get(raw.strip()) if isinstance(raw, str) else None
    if paid is None:
        raise Unreadable(raw, "is not a payment status we know")
    return paid


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
_HEADER: tuple[Field, ...] = (("number", "number", parse_text), ("updated_at", "updatedAt", parse_moment))
# The same where there is no `raw`: of the row itself, and of the parts that are people.
_LISTED: tuple[Field, ...] = (
    *_HEADER,
    *((name, path[0], parse) for name, paths, parse in _OPTIONAL for path in paths if len(path) == 1),
    ("is_paid", "paymentStatus", _parse_payment),
    ("total", "paymentAmount", parse_price),
)
_PEOPLE: tuple[tuple[str, tuple[Field, ...]], ...] = tuple(
    (part, tuple((name, path[1], parse) for name, paths, parse in _OPTIONAL for path in paths if path[0] == part))
    for part in ("sender", "recipient")
)


def _take_status_key(reading: Reading, key: Any, statuses: StatusTable) -> bool:
    """Take the status; True when the code is known for sure."""
    codes = statuses.codes_of_key(key) if isinstance(key, str) else ()
    if codes:
        reading.values["status"] = codes[0]
    elif key is not MISSING:
        reading.reject("status", Unreadable(key, "is not a status we know"))
    return len(codes) < 2


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


def _read_money(data: Row, raw: Row, reading: Reading) -> None:
    parse = partial(parse_price, currency=raw.get("currency"))
    total = first_filled(raw.get("price", MISSING), data.get("paymentAmount", MISSING))
    reading.take_optional("delivery_price", raw.get("deliveryPrice", MISSING), parse)
    reading.take_optional("total", total, parse)


def _parse_lines(raw: Any) -> list[OrderLine]:
    rows = as_list(raw)
    if rows is None:
        raise Unreadable(raw, "is not a list of items")
    return [_parse_line(row) for row in rows]


def _parse_line(row: Any) -> OrderLine:
    if not isinstance(row, dict):
        raise Unreadable(row, "is not an item of an order")
    name, quantity = row.get("productName"), parse_count(row.get("amount"))
    if is_empty(name) or not quantity:
        raise Unreadable(row, "is not an item of an order")
    return OrderLine(parse_text(name), quantity, parse_price(row.get("price"), row.get("currency")))
