"""/audit: who changed people, products, recipes, prices, stock and settings."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import AuditEntry, User
from web import tenant
from web.filters import equal
from web.pagination import newest_ids_first
from web.parsing import Blueprint
from web.schemas.audit import AuditEntrySchema, AuditQuery
from web.schemas.listing import list_of

blueprint = Blueprint("audit", __name__, url_prefix="/api/v1/audit", description="Who changed what")

EQUAL = {"entity": AuditEntry.entity, "entity_id": AuditEntry.entity_id, "user": AuditEntry.user_id}


@blueprint.get("")
@blueprint.arguments(AuditQuery, location="query")
@blueprint.response(200, list_of(AuditEntrySchema))
def list_entries(asked: dict[str, Any]) -> dict[str, Any]:
    """Changes of the own shop's people, products, recipes, prices, goods and settings, newest first

    Kept for a year. How many of a good there are is explained by its operations, an order by its history.
    """
    with tenant.staff() as session:
        query = equal(select(AuditEntry), asked, **EQUAL)
        if "since" in asked:
            query = query.where(AuditEntry.at >= asked["since"])
        entries, page = newest_ids_first(session, query, AuditEntry.id, asked)
        return {"items": _with_names(session, entries), **page}


def _with_names(session: Session, entries: Sequence[Any]) -> Sequence[Any]:
    """A superadmin's name is not the shop's to see."""
    ids = {entry.user_id for entry in entries}
    users = session.execute(select(User.id, User.name).where(User.id.in_(ids)))
    names = {user.id: user.name for user in users}
    for entry in entries:
        entry.user_name = names.get(entry.user_id)
    return entries
