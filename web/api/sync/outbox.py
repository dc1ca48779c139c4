"""/sync/outbox: what is owed to the site, and another life for what was given up."""

from typing import Any

from sqlalchemy import select

from models import Outbox
from sync.outbox.retry import retry
from tasks import doorbell
from web import tenant
from web.api.sync.about import about
from web.api.sync.blueprint import ID, blueprint, own
from web.errors import Problem
from web.filters import equal
from web.pagination import newest_first
from web.schemas.listing import list_of
from web.schemas.sync.outbox import DebtQuery, DebtRowSchema


@blueprint.get("/outbox")
@blueprint.arguments(DebtQuery, location="query")
@blueprint.response(200, list_of(DebtRowSchema))
def list_outbox(asked: dict[str, Any]) -> dict[str, Any]:
    """Entities to bring to agreement, those wished for last first"""
    with tenant.staff() as session:
        query = select(Outbox).where(Outbox.shop_id == tenant.shop_id(session))
        query = equal(query, asked, state=Outbox.state, kind=Outbox.kind)
        rows, page = newest_first(session, query, Outbox.wished_at, Outbox.id, asked)
        return {"items": about(session, rows), **page}


@blueprint.post(f"/outbox/{ID}/retry")
@blueprint.response(200, DebtRowSchema)
@blueprint.alt_response(404, "NOT_FOUND")
@blueprint.alt_response(409, "CONFLICT")
def retry_debt(id: int) -> dict[str, Any]:
    """Make an entity due now, whether it was given up, backs off or is settled

    409 while it is being worked.
    """
    with tenant.staff() as session:
        debt = own(session, Outbox, id)
        if not retry(session, [debt.id]):
            raise Problem(409, "It is being worked right now")
        session.refresh(debt)
        answer = about(session, [debt])[0]
    doorbell.ring("outbox")
    return answer
