"""/client_profile: a client by phone, for whoever answers the phone."""

from typing import Any

from models import Client
from web import tenant
from web.api import client_views
from web.parsing import Blueprint
from web.schemas.client import ClientProfileSchema, Privacy, ProfileQuery

blueprint = Blueprint(
    "client_profile", __name__, url_prefix="/api/v1/client_profile", description="A client by phone"
)


@blueprint.get("")
@blueprint.arguments(ProfileQuery, location="query")
@blueprint.response(200, ClientProfileSchema)
@blueprint.alt_response(404, "NOT_FOUND")
def show(asked: dict[str, Any]) -> Client:
    """What the shop knows of somebody by their phone, in any spelling"""
    with tenant.staff() as session:
        client = client_views.by_phone(session, tenant.shop_id(session), asked["phone"])
        return client_views.with_profile(session, client)


@blueprint.patch("/privacy")
@blueprint.arguments(Privacy)
@blueprint.response(200, ClientProfileSchema)
@blueprint.alt_response(404, "NOT_FOUND")
def set_privacy(given: dict[str, Any]) -> Client:
    """Whether a client's habits may be shown

    Without their leave neither favourites nor recipients are; what they ordered stays the shop's own books.
    """
    with tenant.staff() as session:
        client = client_views.by_phone(session, tenant.shop_id(session), given["phone"])
        client.allow_personalization = given["allow_personalization"]
        session.flush()
        session.refresh(client)
        return client_views.with_profile(session, client)
