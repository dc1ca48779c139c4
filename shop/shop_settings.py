"""What a shop may say of itself, its hours and its delivery."""

from collections.abc import Mapping
from typing import Any

from models import Shop
from shop import hours
from shop.errors import Invalid

WAYS = ("pickup_available", "delivery_available")
HOURS = (("weekday_opens", "weekday_closes"), ("weekend_opens", "weekend_closes"))


def change(shop: Shop, changes: Mapping[str, Any]) -> None:
    """Set these columns of a locked shop. Raises Invalid, which names every field at fault at once."""
    wanted = {name: getattr(shop, name) for name in (*WAYS, *sum(HOURS, ()))} | dict(changes)
    errors: dict[str, list[str]] = {}
    if not any(wanted[way] for way in WAYS):
        errors |= {way: ["Должен остаться хотя бы один способ: самовывоз или доставка"] for way in WAYS}
    for opens, closes in HOURS:
        errors |= _wrong_hours(opens, closes, wanted)
    if wanted.get("timezone", shop.timezone) not in hours.zones():
        errors["timezone"] = ["Такого часового пояса нет"]
    if errors:
        raise Invalid("Таких настроек быть не может", errors)
    for name, value in changes.items():
        setattr(shop, name, value)


def _wrong_hours(opens: str, closes: str, wanted: Mapping[str, Any]) -> dict[str, list[str]]:
    if wanted[opens] is None and wanted[closes] is None:
        return {}
    if wanted[opens] is None or wanted[closes] is None:
        missing = opens if wanted[opens] is None else closes
        return {missing: ["Нужны оба времени; если закрыто, то оба пустые"]}
    if wanted[opens] >= wanted[closes]:
        return {closes: ["Должно быть позже открытия, до полуночи"]}
    return {}
