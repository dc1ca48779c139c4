"""The table of rights covers every route, and is what the app enforces."""

import pytest
from flask import Flask
from flask.testing import FlaskClient

from models import Shop, begin
from models.user import ROLES
from tests.people import make_user
from tests.web.conftest import Ask, Staff, add, bearer
from tests.web.test_errors import path_of
from web.rights import LEAST_ROLE, RIGHTS, Right


def test_every_route_has_a_line_in_the_table(app: Flask) -> None:
    assert {rule.endpoint for rule in app.url_map.iter_rules()} - set(RIGHTS) == set()


def test_every_line_of_the_table_is_a_route(app: Flask) -> None:
    assert set(RIGHTS) - {rule.endpoint for rule in app.url_map.iter_rules()} == set()


VISITORS = ("nobody", *ROLES, "superadmin", "director of another shop")


def routes(app: Flask) -> list[tuple[str, str, Right]]:
    return [
        (method, path_of(rule), RIGHTS[rule.endpoint])
        for rule in app.url_map.iter_rules()
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"})
    ]


def refusal(visitor: str, right: Right) -> int | None:
    """What the table has for somebody without the right; None: it is theirs to call."""
    if right is Right.PUBLIC:
        return None
    if right is Right.WEBHOOK or visitor == "nobody":
        return 401
    if visitor == "superadmin":
        return None
    role = visitor.partition(" ")[0]
    may = right in LEAST_ROLE and ROLES.index(role) >= ROLES.index(LEAST_ROLE[right])
    return None if may else 403


@pytest.mark.parametrize("visitor", VISITORS)
def test_every_route_answers_every_role_as_the_table_says(
    app: Flask, client: FlaskClient, staff: Staff, other_shop: Shop, visitor: str
) -> None:
    """With nothing in the body and no such row: who has the right is told of that, and nobody else."""
    people = {"nobody": None, VISITORS[-1]: lambda: add(make_user, other_shop)}
    user = people.get(visitor, lambda: staff(visitor))
    headers = bearer(user()) if user else {}
    wrong = []
    for method, path, right in routes(app):
        status = client.open(path, method=method, json={} if method != "GET" else None, headers=headers).status_code
        expected = refusal(visitor, right)
        if status not in (200, 201, 202, 204, 308, 404, 409, 415, 422) if expected is None else status != expected:
            wrong.append(f"{method} {path} answered {status}, not {expected or 'as to whom it is for'}")
    assert wrong == []


@pytest.mark.parametrize("role", [*ROLES, "superadmin"])
def test_everybody_is_told_what_they_may_call(ask: Ask, role: str) -> None:
    told = ask("GET", "/auth/me", as_role=role).json["rights"]
    assert told == sorted(endpoint for endpoint, right in RIGHTS.items() if refusal(role, right) is None)


def test_what_a_courier_and_a_superadmin_may_call_differs_where_it_should(ask: Ask) -> None:
    courier = set(ask("GET", "/auth/me", as_role="courier").json["rights"])
    superadmin = set(ask("GET", "/auth/me", as_role="superadmin").json["rights"])
    assert {"orders.set_status", "profile.edit", "products.home"} <= courier <= superadmin
    assert not courier & {"orders.create", "sync.overview", "superadmin.stats", "webhooks.product"}
    assert {"orders.delete", "sync.approve_run", "superadmin.block_shop"} <= superadmin


def test_a_route_without_a_line_answers_nobody(app: Flask, ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delitem(RIGHTS, "auth.me")
    assert ask("GET", "/auth/me", as_role="superadmin").status_code == 403


def test_a_blocked_user_has_no_access_at_once(client: FlaskClient, shop: Shop) -> None:
    user = add(make_user, shop, is_active=False)
    assert client.get("/api/v1/auth/me", headers=bearer(user)).status_code == 401


def test_people_of_a_blocked_shop_have_no_access(client: FlaskClient, shop: Shop, staff: Staff) -> None:
    director = staff("director")
    assert client.get("/api/v1/auth/me", headers=bearer(director)).status_code == 200
    with begin() as session:
        session.get_one(Shop, shop.id).is_active = False
    assert client.get("/api/v1/auth/me", headers=bearer(director)).status_code == 401
