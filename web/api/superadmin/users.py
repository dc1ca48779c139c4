"""/superadmin/users: everybody who signs in."""

import secrets
from typing import Any

from flask import Response, jsonify
from sqlalchemy import or_, select

from models import User
from shop import access
from shop.passwords import hash_password
from web import caller, tenant
from web.api.superadmin.blueprint import ID, blueprint
from web.filters import equal
from web.pagination import newest_ids_first
from web.schemas.listing import list_of
from web.schemas.superadmin import NewPasswordSchema, PlatformUserQuery, PlatformUserSchema

EQUAL = {"shop_id": User.shop_id, "role": User.role, "is_active": User.is_active}


@blueprint.get("/users")
@blueprint.arguments(PlatformUserQuery, location="query")
@blueprint.response(200, list_of(PlatformUserSchema))
def list_users(asked: dict[str, Any]) -> dict[str, Any]:
    """People of all shops, and superadmins"""
    query = equal(select(User), asked, **EQUAL)
    if words := asked.get("search", "").strip():
        parts = [column.icontains(words, autoescape=True) for column in (User.name, User.phone)]
        query = query.where(or_(*parts))
    with tenant.of_all_shops() as session:
        rows, page = newest_ids_first(session, query, User.id, asked)
        return {"items": rows, **page}


@blueprint.put(f"/users/{ID}/block")
@blueprint.response(200, PlatformUserSchema)
@blueprint.alt_response(404, "NOT_FOUND")
@blueprint.alt_response(409, "CONFLICT")
def block_user(id: int) -> User:
    """Lock somebody out at once; 409 for oneself"""
    return _set(id, let_in=False)


@blueprint.put(f"/users/{ID}/unblock")
@blueprint.response(200, PlatformUserSchema)
@blueprint.alt_response(404, "NOT_FOUND")
@blueprint.alt_response(409, "CONFLICT")
def unblock_user(id: int) -> User:
    """Let somebody in again; they sign in anew"""
    return _set(id, let_in=True)


@blueprint.post(f"/users/{ID}/reset-password")
@blueprint.response(200, NewPasswordSchema)
@blueprint.alt_response(404, "NOT_FOUND")
def reset_password(id: int) -> Response:
    """A new random password, shown this once; whoever was signed in by the old one is out"""
    password = secrets.token_urlsafe(12)
    hashed = hash_password(password)  # slow on purpose, so before anything is locked
    with tenant.of_all_shops() as session:
        access.set_password(session, id, hashed)
    answer = jsonify(NewPasswordSchema().dump({"password": password}))
    answer.headers["Cache-Control"] = "no-store"
    return answer


def _set(id: int, let_in: bool) -> User:
    with tenant.of_all_shops() as session:
        return access.set_user(session, id, let_in, by=caller.current().id)
