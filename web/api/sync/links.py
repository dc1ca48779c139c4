"""/sync/links: one entity on both sides, and a wish that they agree."""

from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session, joinedload

from models import Order, Outbox, Product, SyncConflict, SyncLink
from models.webhook_event import ENTITIES
from sync.fields import ORDER, PRODUCT, Field, with_owners
from sync.links import find_link
from sync.orders.values import ours as ours_of_order
from sync.outbox.retry import retry
from sync.outbox.wish import wish
from sync.products.values import ours as ours_of_product
from tasks import doorbell
from tasks.logs import request_id
from web import tenant
from web.api.sync.blueprint import ID, blueprint
from web.configuration import settings, statuses
from web.errors import existing
from web.schemas.sync.link import LinkSchema
from web.schemas.sync.outbox import DebtSchema

KEY = f"<kind>/{ID}"


@blueprint.get(f"/links/{KEY}")
@blueprint.response(200, LinkSchema)
@blueprint.alt_response(404, "NOT_FOUND")
def show_link(kind: str, id: int) -> dict[str, Any]:
    """An entity by its Bitrix id: what each side had when they agreed, what is owed, what is in conflict"""
    with tenant.staff() as session:
        link = _own(session, kind, id)
        debt = _debt(session, link)
        conflicts = session.scalars(
            select(SyncConflict)
            .where(SyncConflict.link_id == link.id, SyncConflict.state == "open")
            .options(joinedload(SyncConflict.link))
            .order_by(SyncConflict.id)
        )
        return {
            "kind": link.kind,
            "bitrix_id": link.bitrix_id,
            "local_id": link.local_id,
            "state": link.state,
            "agreed_at": link.agreed_at,
            "shared": _fields(session, link),
            "pending": debt if debt and debt.state != "settled" else None,
            "conflicts": conflicts.all(),
        }


@blueprint.post(f"/links/{KEY}/agree")
@blueprint.response(202, DebtSchema)
@blueprint.alt_response(404, "NOT_FOUND")
def agree(kind: str, id: int) -> Outbox:
    """Bring an entity to agreement now, whatever it waited for"""
    with tenant.staff() as session:
        link = _own(session, kind, id)
        wish(session, link.shop_id, kind, id, "asked", request_id=request_id())
        debt = _debt(session, link)
        assert debt is not None
        retry(session, [debt.id])  # also out of a back-off: somebody waits for it
        session.refresh(debt)
    doorbell.ring("outbox")
    return debt


def _own(session: Session, kind: str, bitrix_id: int) -> SyncLink:
    shop_id = tenant.shop_id(session)
    return existing(find_link(session, shop_id, kind, bitrix_id) if kind in ENTITIES else None)


def _debt(session: Session, link: SyncLink) -> Outbox | None:
    return session.scalar(
        select(Outbox).where(
            Outbox.shop_id == link.shop_id, Outbox.kind == link.kind, Outbox.key == str(link.bitrix_id)
        )
    )


def _fields(session: Session, link: SyncLink) -> list[dict[str, Any]]:
    shared = with_owners(ORDER if link.kind == "order" else PRODUCT, settings().field_owners)
    now = _now(session, link)
    return [_field(field, link, now.get(field.name)) for field in shared]


def _field(field: Field, link: SyncLink, now: Any) -> dict[str, Any]:
    remembered = link.base.get(field.name, {})
    return {
        "name": field.name,
        "direction": field.direction,
        "owner": field.owner,
        "now": now,
        "ours": remembered.get("ours"),
        "theirs": remembered.get("theirs"),
        "rejected": link.rejected.get(field.name),
    }


def _now(session: Session, link: SyncLink) -> dict[str, Any]:
    if link.local_id is None:
        return {}
    if link.kind == "product":
        product = session.get(Product, link.local_id)
        return ours_of_product(product) if product else {}
    order = session.get(Order, link.local_id)
    theirs = {"status": link.base.get("status", {}).get("theirs")}
    return ours_of_order(order, theirs, statuses()) if order else {}
