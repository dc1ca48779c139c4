"""The shared fields of an order, both sides in the same units and in JSON's own types."""

import html
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from bitrix.wire.order import SiteOrder
from bitrix.wire.status import StatusTable
from models import Order
from shop.phones import BadPhone, parse

COLUMNS = {
    "sender_name": "customer_name",
    "sender_phone": "customer_phone",
    "recipient_name": "recipient_name",
    "recipient_phone": "recipient_phone",
    "address": "delivery_address",
    "date": "delivery_date",
    "slot": "delivery_time",
}


def status_of_ours(order: Order, theirs: str | None, statuses: StatusTable) -> str:
    """Our status as a raw code of the site, so that RF and UN are told apart though both are *cancelled*.

    Where our status moved without the site there is no code for it: then it is the site's own code if that means
    the same, else our word, which equals no code.
    """
    if order.bitrix_status is not None and statuses.from_bitrix(order.bitrix_status) == order.status:
        return order.bitrix_status
    if theirs is not None and statuses.from_bitrix(theirs) == order.status:
        return theirs
    return order.status


def ours(order: Order, theirs: Mapping[str, Any], statuses: StatusTable) -> dict[str, Any]:
    values: dict[str, Any] = {name: getattr(order, column) or None for name, column in COLUMNS.items()}
    values["date"] = order.delivery_date.isoformat() if order.delivery_date else None
    values["status"] = status_of_ours(order, theirs.get("status"), statuses)
    values["items"] = sorted([item.name, item.quantity, item.price] for item in order.items)
    return values


def theirs(site: SiteOrder, order: Order | None, statuses: StatusTable) -> tuple[dict[str, Any], dict[str, str]]:
    """What the site has, and what of it cannot be read."""
    values, rejected = dict(site.reading.values), dict(site.reading.rejected)
    for name, convert in _CONVERT.items():
        value = values.get(name)
        if value is None:
            continue
        try:
            values[name] = convert(value)
        except BadPhone as error:
            rejected[name] = f"{name}: {error}"
            del values[name]
    if values.get("items") == []:
        rejected["items"] = "items: an order without any is not one"
        del values["items"]
    if "status" in values:
        values["status"] = _sure_status(site, order, statuses)
        if statuses.from_bitrix(values["status"]) is None:
            rejected["status"] = f"Unknown status: {values.pop('status')}"
    return values, rejected


def _sure_status(site: SiteOrder, order: Order | None, statuses: StatusTable) -> str:
    """A list row says only *cancelled*: then the code that we know stands, where it means that too."""
    code: str = site.reading.values["status"]
    known = order.bitrix_status if order else None
    if not site.status_sure and known and statuses.from_bitrix(known) == statuses.from_bitrix(code):
        return known
    return code


_CONVERT: dict[str, Callable[[Any], Any]] = {
    "sender_name": html.unescape,
    "sender_phone": parse,
    "recipient_name": html.unescape,
    "recipient_phone": parse,
    "address": html.unescape,
    "date": date.isoformat,
    "items": lambda lines: sorted([[html.unescape(name), quantity, price] for name, quantity, price in lines]),
}
