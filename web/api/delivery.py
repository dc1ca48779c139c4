"""/delivery: when an order can be with its customer. /colors: what colours are called."""

from collections.abc import Callable, Mapping
from datetime import UTC, date, datetime, timedelta
from typing import Any

from models import Shop
from shop import delivery_time, delivery_words, hours
from shop.colors import COLORS
from shop.delivery_time import Slot, Wanted
from shop.errors import Invalid
from web import tenant
from web.pagination import one_page
from web.parsing import Blueprint
from web.schemas.delivery import (
    ColorSchema,
    DaySchema,
    FeasibilityQuery,
    FeasibilitySchema,
    ParseBody,
    ParsedSchema,
    SlotsQuery,
    ValidateBody,
    ValiditySchema,
)
from web.schemas.listing import list_of
from web.schemas.storefront import ShopQuery

blueprint = Blueprint("delivery", __name__, url_prefix="/api/v1", description="When and how an order arrives")


@blueprint.get("/delivery/slots")
@blueprint.arguments(SlotsQuery, location="query")
@blueprint.response(200, DaySchema)
@blueprint.alt_response(404, "NOT_FOUND")
def slots(asked: dict[str, Any]) -> dict[str, Any]:
    """The two-hour slots of a day, and which of them can still be met"""
    now = datetime.now(UTC)
    with tenant.public() as session:
        return _slots(tenant.own_shop(session), asked, now)


@blueprint.get("/delivery/feasibility")
@blueprint.arguments(FeasibilityQuery, location="query")
@blueprint.response(200, FeasibilitySchema)
@blueprint.alt_response(404, "NOT_FOUND")
def feasibility(asked: dict[str, Any]) -> dict[str, Any]:
    """Whether an order of so many pieces can be there by then, and when at the earliest"""
    now = datetime.now(UTC)
    with tenant.public() as session:
        shop = tenant.own_shop(session)
        nearest = _fit(shop, asked, now, lambda _today: Wanted())["slot"]
        return _fit(shop, asked, now, _in_two_texts(asked)) | {"nearest": nearest}


@blueprint.post("/delivery/validate")
@blueprint.arguments(ValidateBody)
@blueprint.arguments(ShopQuery, location="query")
@blueprint.response(200, ValiditySchema)
@blueprint.alt_response(404, "NOT_FOUND")
def validate(given: dict[str, Any], _asked: dict[str, Any]) -> dict[str, Any]:
    """Whether an order may be asked for on this day at this time; `errors` names the fields that say no"""
    with tenant.public() as session:
        return _fit(tenant.own_shop(session), given, datetime.now(UTC), _in_two_texts(given))


@blueprint.post("/delivery/parse")
@blueprint.arguments(ParseBody)
@blueprint.arguments(ShopQuery, location="query")
@blueprint.response(200, ParsedSchema)
@blueprint.alt_response(404, "NOT_FOUND")
def parse(given: dict[str, Any], _asked: dict[str, Any]) -> dict[str, Any]:
    """What a customer's words mean: завтра утром, через 3 дня в 15:30, как можно скорее"""
    now = datetime.now(UTC)
    with tenant.public() as session:
        shop = tenant.own_shop(session)
        wanted = delivery_words.parse(given["text"], hours.today(shop, now))
        return _fit(shop, given, now, lambda _today: wanted) | {"date": wanted.day}


@blueprint.get("/colors")
@blueprint.arguments(ShopQuery, location="query")
@blueprint.response(200, list_of(ColorSchema))
def colors(_asked: dict[str, Any]) -> dict[str, Any]:
    """The colours that products are described by"""
    return one_page(COLORS)


def _slots(shop: Shop, asked: Mapping[str, Any], now: datetime) -> dict[str, Any]:
    delivery_time.check_way(shop, asked["delivery_type"])
    day = delivery_words.day(asked["date"], hours.today(shop, now), "date")
    takes = delivery_time.lead(asked["items"], asked["delivery_type"])
    opens, closes = hours.on_the_clock(shop, day) or (None, None)
    slots = delivery_time.slots(shop, day)
    return {
        "date": day,
        "timezone": shop.timezone,
        "opens": opens,
        "closes": closes,
        "lead_minutes": _minutes(takes),
        "slots": [_shown(shop, slot) | {"available": slot.starts_at >= now + takes} for slot in slots],
    }


def _in_two_texts(asked: Mapping[str, Any]) -> Callable[[date], Wanted]:
    return lambda today: delivery_words.wanted(asked["delivery_date"], asked["delivery_time"], today)


def _fit(shop: Shop, asked: Mapping[str, Any], now: datetime, said: Callable[[date], Wanted]) -> dict[str, Any]:
    """The slot for what was said, or why there is none: words that mean nothing are a reason like others."""
    pieces, delivery_type = asked["items"], asked["delivery_type"]
    answer = {"lead_minutes": _minutes(delivery_time.lead(pieces, delivery_type))}
    try:
        slot = delivery_time.fit(shop, said(hours.today(shop, now)), delivery_type, pieces, now)
    except Invalid as error:
        return answer | {"feasible": False, "slot": None, "errors": error.errors}
    return answer | {"feasible": True, "slot": _shown(shop, slot), "errors": {}}


def _minutes(takes: timedelta) -> int:
    return int(takes.total_seconds() // 60)


def _shown(shop: Shop, slot: Slot) -> dict[str, Any]:
    there = hours.zone(shop)
    moments = {name: getattr(slot, name).astimezone(there) for name in ("starts_at", "ends_at")}
    return {"day": slot.day, "label": slot.label, **moments}
