"""/clients: the shop's customers, by phone."""

from typing import Any

from flask import Response
from sqlalchemy.orm import Session

from models import Client
from shop import taken
from web import plain, tenant
from web.api import client_views
from web.errors import existing
from web.parsing import Blueprint
from web.schemas.client import (
    ClientEdit,
    ClientNotes,
    ClientProfileSchema,
    ClientQuery,
    ClientSchema,
    ClientsDashboardSchema,
    NewClient,
)
from web.schemas.listing import list_of

blueprint = Blueprint("clients", __name__, url_prefix="/api/v1/clients", description="The shop's customers")

DUMP = plain.dumper(ClientSchema)
ID = "<int(max=9007199254740991):client_id>"


@blueprint.get("/")
@blueprint.arguments(ClientQuery, location="query")
@blueprint.response(200, list_of(ClientSchema))
def list_clients(asked: dict[str, Any]) -> Response:
    """Clients of the own shop, newest first, with what they ordered"""
    with tenant.staff() as session:
        return plain.answer(DUMP, *client_views.page(session, asked))


@blueprint.post("/")
@blueprint.arguments(NewClient)
@blueprint.response(201, ClientProfileSchema)
@blueprint.alt_response(409, "CONFLICT")
def create(given: dict[str, Any]) -> Client:
    """A client who has not ordered yet; whoever orders becomes one by that"""
    with tenant.staff() as session:
        client = Client(shop_id=tenant.shop_id(session), **given)
        _add(session, client)
        return client_views.with_profile(session, client)


@blueprint.get(f"/{ID}")
@blueprint.response(200, ClientProfileSchema)
@blueprint.alt_response(404, "NOT_FOUND")
def show(client_id: int) -> Client:
    """One client, with favourite products and frequent recipients"""
    with tenant.staff() as session:
        return client_views.with_profile(session, existing(session.get(Client, client_id)))


@blueprint.put(f"/{ID}")
@blueprint.arguments(ClientEdit)
@blueprint.response(200, ClientProfileSchema)
@blueprint.alt_response(404, "NOT_FOUND")
def edit(given: dict[str, Any], client_id: int) -> Client:
    """Change a client's name or notes"""
    return _changed(client_id, given)


@blueprint.put(f"/{ID}/notes")
@blueprint.arguments(ClientNotes)
@blueprint.response(200, ClientProfileSchema)
@blueprint.alt_response(404, "NOT_FOUND")
def set_notes(given: dict[str, Any], client_id: int) -> Client:
    """What staff should know of a client"""
    return _changed(client_id, given)


@blueprint.get("/stats/dashboard")
@blueprint.response(200, ClientsDashboardSchema)
def dashboard() -> dict[str, Any]:
    """How many there are, how many are new or came back, and who spent most this month"""
    with tenant.staff() as session:
        return client_views.dashboard(session, tenant.own_shop(session))


def _changed(client_id: int, given: dict[str, Any]) -> Client:
    with tenant.staff() as session:
        client = existing(session.get(Client, client_id))
        for name, value in given.items():
            setattr(client, name, value)
        session.flush()
        session.refresh(client)
        return client_views.with_profile(session, client)


def _add(session: Session, client: Client) -> None:
    """Raises Conflict where the phone is a client's already, also one who became it this very moment."""
    session.add(client)
    taken.flush(session)
    session.refresh(client)
