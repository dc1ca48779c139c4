"""Who changed which row of people, products, recipes, prices, stock or settings: one entry for each, in the
transaction of the change, whatever route made it. Balances are left out: the ledger explains them.

Only changes of mapped rows are seen, no UPDATE of many at once.
"""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import ClauseElement, event, insert, inspect
from sqlalchemy.orm import InstanceState, Session

from models import AuditEntry, Product, ProductImage, ProductRecipe, Shop, TeamInvitation, User, WarehouseItem
from models.base import Base
from shop.actor import Actor

WATCHED = (User, TeamInvitation, Product, ProductRecipe, Shop, WarehouseItem)
SECRET = frozenset({"password_hash", "code_hash"})
HIDDEN = "***"
# What the database counts, or another book explains.
UNWATCHED = frozenset({"id", "shop_id", "created_at", "updated_at", "version", "content_hash"})
EXPLAINED = {WarehouseItem: {"quantity", "last_delivery_at"}, Shop: {"last_order_number"}}

Changes = dict[str, list[Any]]


def origin(actor: Actor, request_id: str | None, address: str | None) -> dict[str, Any]:
    """What a session has in its `info` so that its changes are written down."""
    return {"actor": actor, "request_id": request_id, "address": address}


@event.listens_for(Session, "before_flush")
def _note(session: Session, *_: Any) -> None:
    """Before the flush every row still tells what it was."""
    if "actor" in session.info:
        changed = [(row, "changed", _moved(row)) for row in _watched(session.dirty)]
        created = [(row, "created", _whole(row, was=False)) for row in _watched(session.new)]
        deleted = [(row, "deleted", _whole(row, was=True)) for row in _watched(session.deleted)]
        session.info["noted"] = [noted for noted in (*changed, *created, *deleted) if noted[2]]


@event.listens_for(Session, "after_flush")
def _write_down(session: Session, *_: Any) -> None:
    """After it every row has its id."""
    entries = [_entry(session, *noted) for noted in session.info.pop("noted", ())]
    known = [entry for entry in entries if entry["shop_id"] is not None]
    if known:
        session.connection().execute(insert(AuditEntry), known)


def _watched(rows: Iterable[object]) -> list[Base]:
    return [row for row in rows if isinstance(row, WATCHED)]


def _entry(session: Session, row: Any, action: str, changes: Changes) -> dict[str, Any]:
    """The shop is the row's own; a superadmin without a shop has none, and no entry."""
    hidden = changes.get("deleted_at", [None, None])[1] is not None
    return {
        "shop_id": row.id if isinstance(row, Shop) else getattr(row, "shop_id", session.info.get("shop_id")),
        "user_id": session.info["actor"].user_id,
        "action": "deleted" if hidden else action,
        "entity": row.__tablename__,
        "entity_id": row.id,
        "changes": changes,
        "address": session.info["address"],
        "request_id": session.info["request_id"],
    }


def _moved(row: Base) -> Changes:
    changes: Changes = {}
    state: InstanceState[Any] = inspect(row)
    for name in _names(row):
        history = state.attrs[name].history
        if history.has_changes():
            changes[name] = _shown(name, _first(history.deleted), _first(history.added))
    return changes | _pictures(state)


def _whole(row: Base, was: bool) -> Changes:
    """All that is known of a row that came (or `was`)."""
    values = {name: inspect(row).dict.get(name) for name in _names(row)}
    pairs = {name: (value, None) if was else (None, value) for name, value in values.items() if value is not None}
    return {name: _shown(name, *pair) for name, pair in pairs.items()} | _pictures(inspect(row))


def _pictures(state: InstanceState[Any]) -> Changes:
    """A product's pictures are part of it: their addresses, in their order."""
    if "images" not in state.attrs or not (history := state.attrs["images"].history).has_changes():
        return {}
    return {"images": [_in_order(was) for was in (history.non_added(), history.non_deleted())]}


def _in_order(images: Iterable[ProductImage]) -> list[str]:
    return [image.url for image in sorted(images, key=lambda image: image.position or 0)]


def _names(row: Base) -> list[str]:
    ignored = UNWATCHED | EXPLAINED.get(type(row), set())
    return [column.key for column in inspect(row).mapper.column_attrs if column.key not in ignored]


def _shown(name: str, old: Any, new: Any) -> list[Any]:
    return [HIDDEN, HIDDEN] if name in SECRET else [_plain(old), _plain(new)]


def _plain(value: Any) -> Any:
    """As JSON has it; a value that the database is still to compute by the name of its function."""
    if value is None or isinstance(value, str | int | list | dict):
        return value
    return str(value) if isinstance(value, ClauseElement) else value.isoformat()


def _first(values: Any) -> Any:
    return values[0] if values else None
