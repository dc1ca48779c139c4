"""/sync/conflicts: fields that both sides changed, and a person's word about them."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import joinedload

from models import SyncConflict
from sync.conflicts import resolve
from tasks import doorbell
from tasks.logs import request_id
from web import tenant
from web.api.sync.blueprint import ID, blueprint
from web.configuration import statuses
from web.errors import existing
from web.filters import equal
from web.pagination import newest_ids_first
from web.schemas.listing import list_of
from web.schemas.sync.conflict import ConflictQuery, ConflictSchema, Resolution


@blueprint.get("/conflicts")
@blueprint.arguments(ConflictQuery, location="query")
@blueprint.response(200, list_of(ConflictSchema))
def list_conflicts(asked: dict[str, Any]) -> dict[str, Any]:
    """Fields that both sides changed, newest first; both values are kept"""
    with tenant.staff() as session:
        query = (
            select(SyncConflict)
            .where(SyncConflict.shop_id == tenant.shop_id(session))
            .options(joinedload(SyncConflict.link, innerjoin=True))
        )
        query = equal(query, asked, state=SyncConflict.state, field=SyncConflict.field)
        rows, page = newest_ids_first(session, query, SyncConflict.id, asked)
        return {"items": rows, **page}


@blueprint.post(f"/conflicts/{ID}/resolve")
@blueprint.arguments(Resolution)
@blueprint.response(200, ConflictSchema)
@blueprint.alt_response(404, "NOT_FOUND")
@blueprint.alt_response(409, "CONFLICT")
def resolve_conflict(given: dict[str, Any], id: int) -> SyncConflict:
    """Choose whose value stands on both sides, or only mark the conflict as seen

    Ours is written to the site like any other edit; what the site has no call for stays ours and is listed as to be
    entered there by hand. 409 where the field has changed since, or only the site may change it.
    """
    with tenant.staff() as session:
        conflict = existing(
            resolve(
                session,
                tenant.own_shop(session),
                id,
                given["winner"],
                actor=tenant.actor(session),
                statuses=statuses(),
                request_id=request_id(),
            )
        )
        session.flush()
        session.refresh(conflict, ["resolved_at"])
    doorbell.ring("outbox")
    return conflict
