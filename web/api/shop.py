"""/shop: the own shop's settings, hours and delivery."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import select

from models import Shop
from shop import delivery_time, hours, shop_settings
from web import tenant
from web.parsing import Blueprint
from web.schemas.shop import (
    CalculationQuery,
    CalculationSchema,
    CurrentHoursSchema,
    DeliveryEdit,
    HoursEdit,
    HoursSchema,
    PublicShopSchema,
    SettingsEdit,
    ShopSchema,
)
from web.schemas.storefront import ShopQuery

blueprint = Blueprint("shop", __name__, url_prefix="/api/v1/shop", description="The shop's settings")


@blueprint.get("/settings")
@blueprint.response(200, ShopSchema)
def settings() -> Shop:
    """All settings of the own shop"""
    with tenant.staff() as session:
        return tenant.own_shop(session)


@blueprint.get("/settings/public")
@blueprint.arguments(ShopQuery, location="query")
@blueprint.response(200, PublicShopSchema)
@blueprint.alt_response(404, "NOT_FOUND")
def public_settings(_asked: dict[str, Any]) -> Shop:
    """What customers may know of a shop"""
    with tenant.public() as session:
        return tenant.own_shop(session)


@blueprint.put("/settings")
@blueprint.arguments(SettingsEdit)
@blueprint.response(200, ShopSchema)
def edit_settings(given: dict[str, Any]) -> Shop:
    """Change the shop's name, phone, address, city or timezone"""
    return _changed(given)


@blueprint.get("/working-hours")
@blueprint.arguments(ShopQuery, location="query")
@blueprint.response(200, HoursSchema)
@blueprint.alt_response(404, "NOT_FOUND")
def working_hours(_asked: dict[str, Any]) -> Shop:
    """When a shop is open, by its own clock"""
    with tenant.public() as session:
        return tenant.own_shop(session)


@blueprint.put("/working-hours")
@blueprint.arguments(HoursEdit)
@blueprint.response(200, ShopSchema)
def edit_working_hours(given: dict[str, Any]) -> Shop:
    """Change when the shop is open; both times null mean closed"""
    return _changed(given)


@blueprint.get("/hours/current")
@blueprint.response(200, CurrentHoursSchema)
def current_hours() -> dict[str, Any]:
    """Whether the own shop is open now, and until when"""
    now = datetime.now(UTC)
    with tenant.staff() as session:
        shop = tenant.own_shop(session)
        there = hours.zone(shop)
        is_open, until = hours.standing(shop, now)
        standing = {"now": now.astimezone(there), "is_open": is_open, "until": until and until.astimezone(there)}
        return {name: getattr(shop, name) for name in HoursSchema._declared_fields} | standing


@blueprint.put("/delivery")
@blueprint.arguments(DeliveryEdit)
@blueprint.response(200, ShopSchema)
def edit_delivery(given: dict[str, Any]) -> Shop:
    """Change what delivery costs and which ways there are to the customer"""
    return _changed(given)


@blueprint.get("/delivery/calculate")
@blueprint.arguments(CalculationQuery, location="query")
@blueprint.response(200, CalculationSchema)
@blueprint.alt_response(404, "NOT_FOUND")
def calculate_delivery(asked: dict[str, Any]) -> dict[str, int]:
    """What delivery costs for goods of so much"""
    subtotal, delivery_type = asked["subtotal"], asked["delivery_type"]
    with tenant.staff() as session:
        shop = tenant.own_shop(session)
        delivery_time.refuse_impossible(shop, delivery_type, None, None, datetime.now(UTC))
        cost = 0 if delivery_type == delivery_time.PICKUP else shop.delivery_for(subtotal)
        until_free = max(shop.free_delivery_from - subtotal, 0) if cost else 0
        return {"subtotal": subtotal, "delivery_cost": cost, "total": subtotal + cost, "until_free": until_free}


def _changed(changes: Mapping[str, Any]) -> Shop:
    with tenant.staff() as session:
        it = select(Shop).where(Shop.id == tenant.shop_id(session))
        locked = it.with_for_update(key_share=True).execution_options(populate_existing=True)
        shop = session.scalars(locked).one()
        shop_settings.change(shop, changes)
        session.flush()
        session.refresh(shop)
        return shop
