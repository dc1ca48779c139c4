"""/orders/{id}/notes: what staff write for each other."""

from typing import Any

from models import OrderNote
from shop import order_notes
from web import caller, tenant
from web.api.orders.blueprint import ID, blueprint, locked
from web.errors import Problem
from web.schemas.order import NoteSchema
from web.schemas.order_edit import NewNote


@blueprint.post(f"/{ID}/notes")
@blueprint.arguments(NewNote)
@blueprint.response(201, NoteSchema)
@blueprint.alt_response(404, "NOT_FOUND")
def add_note(given: dict[str, Any], order_id: int) -> OrderNote:
    """Write a note about an order"""
    with tenant.staff() as session:
        note = order_notes.add(session, locked(session, order_id), given["text"], actor=tenant.actor(session))
        session.flush()
        session.refresh(note)
        return note


@blueprint.delete(f"/{ID}/notes/<int(max=9007199254740991):note_id>")
@blueprint.response(204)
@blueprint.alt_response(404, "NOT_FOUND")
def remove_note(order_id: int, note_id: int) -> None:
    """Remove a note: its author, or a manager"""
    who = caller.current()
    with tenant.staff() as session:
        order = locked(session, order_id)
        note = order_notes.find(session, order, note_id)
        if note.user_id != who.id and not who.is_at_least("manager"):
            raise Problem(403, "Only its author or a manager removes a note")
        order_notes.remove(session, order, note, actor=tenant.actor(session))
