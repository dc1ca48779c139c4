"""/orders/by-tracking: a customer follows an order without signing in."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload, selectinload

from models import Order
from shop import order_photos
from shop.tracked import tracked
from sync import edits, order_edits
from web import tenant
from web.errors import existing
from web.parsing import Blueprint
from web.schemas.tracking import FeedbackSchema, TrackedEdit, TrackedSchema, TrackedStatusSchema

SHOWN = (selectinload(Order.items), joinedload(Order.photo))

blueprint = Blueprint(
    "tracking", __name__, url_prefix="/api/v1/orders/by-tracking", description="Orders as their customers see them"
)


@blueprint.get("/<tracking_id>")
@blueprint.response(200, TrackedSchema)
@blueprint.alt_response(404, "NOT_FOUND")
def show(tracking_id: str) -> dict[str, Any]:
    """An order by its tracking id, whichever shop it is of; phones are masked"""
    with tenant.tracked(tracking_id) as session:
        return _seen(session, tracking_id)


@blueprint.get("/<tracking_id>/status")
@blueprint.response(200, TrackedStatusSchema)
@blueprint.alt_response(404, "NOT_FOUND")
def status(tracking_id: str) -> dict[str, Any]:
    """Only how far it is"""
    with tenant.tracked(tracking_id) as session:
        return _seen(session, tracking_id)


@blueprint.put("/<tracking_id>")
@blueprint.arguments(TrackedEdit)
@blueprint.response(200, TrackedSchema)
@blueprint.alt_response(404, "NOT_FOUND")
@blueprint.alt_response(409, "CONFLICT")
def edit(given: dict[str, Any], tracking_id: str) -> dict[str, Any]:
    """Correct the recipient, address, time or comment, until the order is assembled (then 409)"""
    with tenant.tracked(tracking_id) as session:
        order = _locked(session, tracking_id)
        order_edits.edit(session, tenant.own_shop(session), order, given, actor=tenant.actor(session))
        return _seen(session, tracking_id)


@blueprint.post("/<tracking_id>/photo/feedback")
@blueprint.arguments(FeedbackSchema)
@blueprint.response(200, TrackedSchema)
@blueprint.alt_response(404, "NOT_FOUND")
@blueprint.alt_response(409, "CONFLICT")
def photo_feedback(given: dict[str, Any], tracking_id: str) -> dict[str, Any]:
    """Say what you think of the photo, once"""
    with tenant.tracked(tracking_id) as session:
        order = _locked(session, tracking_id)
        order_photos.judge(session, order, **given, actor=tenant.actor(session))
        return _seen(session, tracking_id)


def _seen(session: Session, tracking_id: str) -> dict[str, Any]:
    query = select(Order).where(Order.tracking_id == tracking_id, Order.deleted_at.is_(None))
    order = existing(session.scalar(query.options(*SHOWN).execution_options(populate_existing=True)))
    return tracked(order, tenant.own_shop(session))


def _locked(session: Session, tracking_id: str) -> Order:
    return existing(edits.lock_tracked_order(session, tenant.shop_id(session), tracking_id))
