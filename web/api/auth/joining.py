"""New people: those who open a shop, and those who were invited into one."""

from datetime import UTC, datetime
from typing import Any

from models import begin
from shop import invitations, taken
from shop.passwords import hash_password
from shop.registration import register as open_shop
from web import sign_in, tenant
from web.api.auth.blueprint import blueprint
from web.schemas.auth import SESSION_HEADER, AcceptanceSchema, RegistrationSchema, TokenSchema


@blueprint.post("/register", parameters=[SESSION_HEADER])
@blueprint.arguments(RegistrationSchema)
@blueprint.response(201, TokenSchema)
@blueprint.alt_response(409, "CONFLICT")
@blueprint.alt_response(429, "TOO_MANY_REQUESTS")
def register(given: dict[str, Any]) -> dict[str, Any]:
    """A new shop and its director, who is signed in

    409 where the phone has an account already.
    """
    with begin() as session:
        taken.refuse_known(session, given["phone"])
    password_hash = hash_password(given["password"])
    with begin() as session:
        director = open_shop(
            session,
            name=given["name"],
            phone=given["phone"],
            password_hash=password_hash,
            shop_name=given.get("shop_name"),
        )
    return sign_in.enter(director.id, password_hash)


@blueprint.post("/accept-invitation", parameters=[SESSION_HEADER])
@blueprint.arguments(AcceptanceSchema)
@blueprint.response(201, TokenSchema)
@blueprint.alt_response(404, "NOT_FOUND")
@blueprint.alt_response(409, "CONFLICT")
@blueprint.alt_response(429, "TOO_MANY_REQUESTS")
def accept_invitation(given: dict[str, Any]) -> dict[str, Any]:
    """Join the team one was invited to, and be signed in

    409 where the invitation was used, has expired or is not valid any more, or the phone has an account by now.
    """
    with begin() as session:
        shop_id = invitations.shop_of(session, given["code"])
    password_hash = hash_password(given["password"])
    with tenant.joining(shop_id) as session:
        now = datetime.now(UTC)
        user = invitations.accept(
            session, given["code"], name=given.get("name"), password_hash=password_hash, now=now
        )
    return sign_in.enter(user.id, password_hash)
