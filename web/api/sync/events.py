"""/sync/events: every webhook that was answered 200, as it came, and another try for it."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session, defer

from models import WebhookEvent
from sync.inbox.replay import replay
from tasks import doorbell
from web import tenant
from web.api.sync.about import about
from web.api.sync.blueprint import ID, blueprint, own
from web.errors import Problem
from web.filters import equal
from web.pagination import newest_ids_first
from web.schemas.listing import list_of
from web.schemas.sync.event import EventDetailSchema, EventQuery, EventSchema, ReplayedSchema, ReplayFilter

EQUAL = {
    "state": WebhookEvent.state,
    "kind": WebhookEvent.kind,
    "entity": WebhookEvent.entity,
    "bitrix_id": WebhookEvent.bitrix_id,
}


@blueprint.get("/events")
@blueprint.arguments(EventQuery, location="query")
@blueprint.response(200, list_of(EventSchema))
def list_events(asked: dict[str, Any]) -> dict[str, Any]:
    """Webhooks of the own shop, newest first"""
    with tenant.staff() as session:
        query = _fitting(session, asked).options(defer(WebhookEvent.payload))
        rows, page = newest_ids_first(session, query, WebhookEvent.id, asked)
        return {"items": about(session, rows), **page}


@blueprint.get(f"/events/{ID}")
@blueprint.response(200, EventDetailSchema)
@blueprint.alt_response(404, "NOT_FOUND")
def show_event(id: int) -> dict[str, Any]:
    """One webhook, with its payload"""
    with tenant.staff() as session:
        return about(session, [own(session, WebhookEvent, id)])[0]


@blueprint.post(f"/events/{ID}/replay")
@blueprint.response(200, EventDetailSchema)
@blueprint.alt_response(404, "NOT_FOUND")
@blueprint.alt_response(409, "CONFLICT")
def replay_event(id: int) -> dict[str, Any]:
    """Work an event again; never applies anything older than what is there

    409 for one that is waiting anyway.
    """
    with tenant.staff() as session:
        event = own(session, WebhookEvent, id)
        if not replay(session, [event.id]):
            raise Problem(409, "The event is waiting already")
        session.refresh(event)
        answer = about(session, [event])[0]
    doorbell.ring("inbox")
    return answer


@blueprint.post("/events/replay")
@blueprint.arguments(ReplayFilter)
@blueprint.response(200, ReplayedSchema)
def replay_events(given: dict[str, Any]) -> dict[str, int]:
    """Work all events again that fit, the oldest first, at most `limit` of them in one call"""
    with tenant.staff() as session:
        query = _fitting(session, given)
        fitting = session.scalar(query.with_only_columns(func.count())) or 0
        ids = query.with_only_columns(WebhookEvent.id).order_by(WebhookEvent.id).limit(given["limit"])
        replayed = replay(session, session.scalars(ids).all())
    if replayed:
        doorbell.ring("inbox")
    return {"replayed": replayed, "left": max(0, fitting - replayed)}


def _fitting(session: Session, asked: Mapping[str, Any]) -> Select[WebhookEvent]:
    query = select(WebhookEvent).where(WebhookEvent.shop_id == tenant.shop_id(session))
    query = equal(query, asked, **EQUAL)
    if "since" in asked:
        query = query.where(WebhookEvent.received_at >= asked["since"])
    return query
