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


def routes(app: Flask) -> list[tuple[str, str, Right]]:
    return [
        (method, path_of(rule), RIGHTS[rule.endpoint])
        for rule in app.url_map.iter_rules()
        for method in sorted((rule.methods or set()) - {"HEAD", "OPTIONS"})
    ]


def test_without_a_token_only_public_routes_answer(app: Flask, client: FlaskClient, shop: Shop) -> None:
    for method, path, right in routes(app):
        status = client.open(path, method=method, json={} if method != "GET" else None).status_code
        assert (status == 401) == (right is not Right.PUBLIC), f"{method} {path} answered {status}"


@pytest.mark.parametrize("role", [*ROLES, "superadmin"])
def test_each_role_is_refused_what_is_above_it_and_nothing_else(
    app: Flask, client: FlaskClient, staff: Staff, role: str
) -> None:
    for method, path, right in routes(app):
        if right not in LEAST_ROLE:
            continue
        answer = client.open(path, method=method, json={} if method != "GET" else None, headers=bearer(staff(role)))
        may = role == "superadmin" or ROLES.index(role) >= ROLES.index(LEAST_ROLE[right])
        assert (answer.status_code != 403) == may, f"{role} {method} {path} answered {answer.status_code}"


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
