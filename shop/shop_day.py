"""The day it is where the shop is."""

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

from models import Shop
from shop.errors import Invalid


def today(shop: Shop, now: datetime | None = None) -> date:
    return (now or datetime.now(UTC)).astimezone(ZoneInfo(shop.timezone)).date()


def refuse_past(shop: Shop, day: date | None) -> None:
    """A customer cannot be served yesterday. Raises Invalid."""
    if day is not None and day < today(shop):
        raise Invalid("That day is over", {"delivery_date": ["must not be in the past"]})
