"""When an order can be with its customer. The one definition for the API, the bots and the storefront. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import NamedTuple

from models import Shop
from shop import hours
from shop.errors import Invalid

BEFORE_ALL = timedelta(minutes=30)
EACH_PIECE = timedelta(minutes=10)
ON_THE_ROAD = timedelta(minutes=60)
SLOT = timedelta(hours=2)
DAYS_AHEAD = 365  # of what may be asked for
SEARCHED = 14  # days in which the nearest slot is looked for
PICKUP = "pickup"
OVER, CLOSED = "Эта дата уже прошла", "В этот день магазин не работает"


class Slot(NamedTuple):
    """Two hours of the shop's clock, and the moments they begin and end (UTC)."""

    day: date
    begins: time
    ends: time
    starts_at: datetime
    ends_at: datetime

    @property
    def label(self) -> str:
        return f"{self.begins:%H:%M}-{self.ends:%H:%M}"


@dataclass(frozen=True)
class Wanted:
    """What a customer asks for; what is None is left to us. Times are the shop's: `since` <= begin < `before`."""

    day: date | None = None
    at: time | None = None
    slot: tuple[time, time] | None = None
    since: time = time.min
    before: time = time.max

    def takes(self, slot: Slot) -> bool:
        if self.slot is not None:
            return self.slot == (slot.begins, slot.ends)
        if self.at is not None:
            return slot.begins <= self.at < slot.ends
        return self.since <= slot.begins < self.before


def lead(pieces: int, delivery_type: str) -> timedelta:
    """What it takes from the order to the customer."""
    return BEFORE_ALL + pieces * EACH_PIECE + (timedelta(0) if delivery_type == PICKUP else ON_THE_ROAD)


def slots(shop: Shop, day: date) -> list[Slot]:
    """All of a day, from opening time on; what is left of the hours after the last one belongs to none."""
    return list(_slots(shop, day))


def fit(shop: Shop, wanted: Wanted, delivery_type: str, pieces: int, now: datetime) -> Slot:
    """The first slot as wanted that so many pieces can be ready for, counted from now (UTC).

    Raises Invalid, which names `delivery_type`, `delivery_date` or `delivery_time` and says what is wrong with it.
    """
    check_way(shop, delivery_type)
    ready = now + lead(pieces, delivery_type)
    if wanted.day is None:
        return _nearest(shop, wanted, ready)
    first = hours.today(shop, now)
    if wanted.day < first:
        raise _impossible("delivery_date", OVER)
    if wanted.day > first + timedelta(DAYS_AHEAD):
        raise _impossible("delivery_date", "Так далеко вперёд заказы не принимаются")
    all_day = slots(shop, wanted.day)
    if not all_day:
        raise _impossible("delivery_date", CLOSED)
    fitting = [slot for slot in all_day if wanted.takes(slot)]
    if not fitting:
        raise _impossible("delivery_time", "В этот день есть " + ", ".join(slot.label for slot in all_day))
    for slot in fitting:
        if slot.starts_at >= ready:
            return slot
    raise _impossible("delivery_time", "Не успеем: выберите время позже")


def check_way(shop: Shop, delivery_type: str) -> None:
    """Raises Invalid where the shop does not go this way to its customers."""
    if delivery_type == PICKUP and not shop.pickup_available:
        raise _impossible("delivery_type", "Самовывоза нет")
    if delivery_type != PICKUP and not shop.delivery_available:
        raise _impossible("delivery_type", "Доставки нет")


def refuse_impossible(shop: Shop, delivery_type: str, day: date | None, at: str | None, now: datetime) -> None:
    """What no order is placed for: a way the shop does not go, a day that is over or closed, a time gone by.

    The rest is agreed with the customer by people. Raises Invalid, which names the field at fault.
    """
    check_way(shop, delivery_type)
    first = hours.today(shop, now)
    if day is None:
        return
    if day < first:
        raise _impossible("delivery_date", OVER)
    if hours.on_the_clock(shop, day) is None:
        raise _impossible("delivery_date", CLOSED)
    latest = _latest(at or "")
    if day == first and latest is not None and hours.moment(shop, day, latest) <= now:
        raise _impossible("delivery_time", "Это время уже прошло")


def _latest(text: str) -> time | None:
    """The last time that a slot's label or a single time tells; None for other words."""
    try:
        return datetime.strptime(text.strip().rpartition("-")[2].strip(), "%H:%M").time()
    except ValueError:
        return None


def _slots(shop: Shop, day: date) -> Iterator[Slot]:
    opening = hours.on_the_clock(shop, day)
    if opening is None:
        return
    begins, closes = (datetime.combine(day, at) for at in opening)
    while begins + SLOT <= closes:
        ends = begins + SLOT
        if hours.is_shown(shop, begins) and hours.is_shown(shop, ends):
            moments = (hours.moment(shop, day, at.time()) for at in (begins, ends))
            yield Slot(day, begins.time(), ends.time(), *moments)
        begins = ends


def _nearest(shop: Shop, wanted: Wanted, ready: datetime) -> Slot:
    first = hours.today(shop, ready)
    for days in range(SEARCHED):
        for slot in _slots(shop, first + timedelta(days)):
            if wanted.takes(slot) and slot.starts_at >= ready:
                return slot
    raise _impossible("delivery_time", "В ближайшие две недели такого времени нет")


def _impossible(field: str, why: str) -> Invalid:
    return Invalid(why, {field: [why]})
