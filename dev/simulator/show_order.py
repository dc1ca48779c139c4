"""An order as the API shows it: a row of the list, or the detail with `updatedAt` and `raw`."""

from collections.abc import Mapping
from typing import Any

from dev.simulator import made_up, variety
from dev.simulator.rows import MISSING, Order
from dev.simulator.statuses import russian, status_key
from dev.simulator.variety import draw, empty, pick

SHOP_ID = 17008
LIST_KEYS = (
    "id",
    "number",
    "status_key",
    "paymentAmount",
    "paymentStatus",
    "sender",
    "recipient",
    "deliveryAddress",
    "deliveryDate",
    "deliveryTime",
    "createdAt",
    "executors",
    "items",
)
PEOPLE_KEYS = ("senderName", "senderPhone", "recipientName", "recipientPhone")
RAW_KEYS = (
    "id",
    "dateCreated",
    "statusId",
    "price",
    "currency",
    "senderName",
    "senderPhone",
    "senderEmail",
    "recipientName",
    "recipientPhone",
    "deliveryAddress",
    "deliveryDate",
    "deliveryType",
    "deliveryPrice",
    "isPayed",
    "paySystem",
    "postcardText",
    "comment",
    "notes",
    "responsibleId",
    "askAddress",
    "pickup",
    "city",
    "shopId",
    "basket",
    "history",
)


def listed(order: Order) -> dict[str, Any]:
    """A row of `/orders/`."""
    return _shown(_with_people(_values(order)), LIST_KEYS)


def detail(order: Order) -> dict[str, Any]:
    """The answer of `/orders/detail/`."""
    values = _values(order)
    raw = _shown(_raw(order, values), RAW_KEYS)
    return _shown(_with_people(values), (*LIST_KEYS, "updatedAt")) | {"raw": raw}


def sender_phone(order: Order) -> str:
    """The customer's phone, digits only, without rendering the whole order."""
    known = (order.fields or {}).get("senderPhone", made_up.phone(order.salt, 51))
    return "".join(filter(str.isdigit, str(known)))


def _shown(values: Mapping[str, Any], keys: tuple[str, ...]) -> dict[str, Any]:
    return {key: values[key] for key in keys if values[key] is not MISSING}


def _with_people(values: dict[str, Any]) -> dict[str, Any]:
    return values | {"sender": _person(values, "sender"), "recipient": _person(values, "recipient")}


def _person(values: Mapping[str, Any], who: str) -> dict[str, Any]:
    both = {"name": values[f"{who}Name"], "phone": values[f"{who}Phone"]}
    return {key: value for key, value in both.items() if value is not MISSING}


def _values(order: Order) -> dict[str, Any]:
    fields = order.fields or {}
    items = fields.get("items", made_up.items(order) if order.salt else [])
    delivery = fields.get("deliveryPrice", "1500")
    total = fields.get("price", str(_sum(items) + int(_number(delivery))))
    sums = {"items": items, "price": total, "deliveryPrice": delivery}
    return _made_up(order) | sums | _paid(order, total) | fields


def _paid(order: Order, total: Any) -> dict[str, Any]:
    paid = (order.fields or {}).get("isPayed", order.status not in ("N", "UN"))
    return {
        "isPayed": paid,
        "paymentAmount": variety.price(int(_number(total) * 100), order.salt),
        "paymentStatus": "Оплачен" if paid else "Не оплачен",
    }


def _made_up(order: Order) -> dict[str, Any]:
    salt, made = order.salt, made_up.made_at(order)
    day = made + (1 + draw(salt, 52) % 5) * variety.DAY_S
    return {
        "id": variety.wire_id(order.id, salt),
        "number": f"{variety.iso_day(made)[:7]}-{order.id % 1000:03d}",
        "status_key": status_key(order.status),
        "senderName": made_up.name(salt, 50),
        "senderPhone": made_up.phone(salt, 51),
        "senderEmail": empty(salt, 53, plain=""),
        "recipientName": made_up.name(salt, 54),
        "recipientPhone": made_up.phone(salt, 55),
        "deliveryAddress": made_up.address(salt),
        "deliveryDate": variety.iso_day(day),
        "deliveryTime": pick(salt, 56, made_up.SLOTS),
        "createdAt": variety.moment(made, salt),
        "executors": empty(salt, 57, plain=[]),
        "updatedAt": pick(salt, 58, (variety.zulu, variety.local))(order.changed or made),
    }


def _made_up_raw(order: Order) -> dict[str, Any]:
    """What only `raw` shows."""
    salt, made = order.salt, made_up.made_at(order)
    return {
        "dateCreated": variety.day(made),
        "statusId": order.status,
        "currency": "KZT",
        "paySystem": pick(salt, 59, ("Kaspi", "Карта", "Наличные")),
        "postcardText": pick(salt, 60, ("", *made_up.POSTCARDS)),
        "comment": empty(salt, 61, plain=""),
        "notes": empty(salt, 62, plain=""),
        "responsibleId": pick(salt, 63, ("42", "7", "13")),
        "askAddress": False,
        "pickup": False,
        "city": "Алматы",
        "shopId": SHOP_ID,
        "history": history(order),
    }


def history(order: Order) -> list[dict[str, str]]:
    """What happened to the order so far; to a seeded one, at most one thing."""
    known = (order.fields or {}).get("history")
    if known is not None:
        return list(known)
    made = made_up.made_at(order)
    first = {"status": russian("N"), "timestamp": variety.zulu(made), "user": "site"}
    if order.status == "N":
        return [first]
    return [first, {"status": russian(order.status), "timestamp": variety.zulu(made + 3_600), "user": "florist"}]


def _raw(order: Order, values: Mapping[str, Any]) -> dict[str, Any]:
    """The order's own columns; `raw` among the fields sets any of them apart from what the API shows."""
    derived = {
        "deliveryDate": variety.dotted(values["deliveryDate"]),
        "deliveryType": values["deliveryTime"],
        "basket": _basket(values["items"]),
    }
    fields = order.fields or {}
    return {**values, **_made_up_raw(order), **fields, **derived, **fields.get("raw", {})}


def _basket(items: Any) -> Any:
    if not isinstance(items, list):
        return items
    keys = ("id", "productName", "amount", "price", "currency")
    return [{key: item[key] for key in keys if key in item} for item in items]


def _sum(items: Any) -> float:
    """Tenge; a price nobody can read counts as nothing."""
    if not isinstance(items, list):
        return 0
    total = sum(_number(item.get("price")) * _number(item.get("amount", 1)) for item in items)
    return int(total) if total == int(total) else total


def _number(value: Any) -> float:
    try:
        return float(value)
    except (TypeError, ValueError):
        return 0.0
