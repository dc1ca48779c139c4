"""A superadmin lets people and shops in and keeps them out, at once."""

from typing import Any

import pytest
from flask.testing import FlaskClient
from sqlalchemy import select

from models import AuditEntry, Shop, User, begin
from tests.people import PASSWORD, make_shop, make_user
from tests.queries import watched
from tests.web.conftest import Ask, Staff, add, bearer

NOWHERE = 2**52


def sign_in(client: FlaskClient, user: User, password: str = PASSWORD) -> Any:
    body = {"phone": user.phone, "password": password}
    return client.post("/api/v1/auth/login", json=body)


def me(client: FlaskClient, session: Any) -> int:
    headers = {"Authorization": f"Bearer {session.json['access_token']}"}
    return client.get("/api/v1/auth/me", headers=headers).status_code


def refresh(client: FlaskClient, session: Any) -> int:
    body = {"refresh_token": session.json["refresh_token"]}
    return client.post("/api/v1/auth/refresh", json=body).status_code


def test_a_blocked_user_is_out_at_once_and_comes_back_by_signing_in(
    client: FlaskClient, ask: Ask, other_shop: Shop
) -> None:
    user = add(make_user, other_shop, "florist")
    session = sign_in(client, user)
    assert me(client, session) == 200
    answer = ask("PUT", f"/superadmin/users/{user.id}/block", as_role="superadmin")
    assert (answer.status_code, answer.json["is_active"]) == (200, False)
    assert (me(client, session), refresh(client, session), sign_in(client, user).status_code) == (401, 401, 401)
    answer = ask("PUT", f"/superadmin/users/{user.id}/unblock", as_role="superadmin")
    assert (answer.status_code, answer.json["is_active"]) == (200, True)
    assert (me(client, session), refresh(client, session)) == (401, 401)
    assert me(client, sign_in(client, user)) == 200


def test_a_blocked_shop_is_closed_to_its_people_and_customers_until_it_is_not(
    client: FlaskClient, ask: Ask, other_shop: Shop
) -> None:
    session = sign_in(client, add(make_user, other_shop))
    window = f"/products/?shop_id={other_shop.id}"
    for action, status, seen in (("block", 401, 404), ("unblock", 200, 200)):
        answer = ask("PUT", f"/superadmin/shops/{other_shop.id}/{action}", as_role="superadmin")
        assert (answer.status_code, answer.json["is_active"]) == (200, action == "unblock")
        assert me(client, session) == status
        assert ask("GET", window).status_code == seen


def test_a_new_password_is_told_once_and_ends_what_the_old_one_began(
    client: FlaskClient, ask: Ask, other_shop: Shop
) -> None:
    user = add(make_user, other_shop)
    session = sign_in(client, user)
    answer = ask("POST", f"/superadmin/users/{user.id}/reset-password", as_role="superadmin")
    assert answer.headers["Cache-Control"] == "no-store"
    password = answer.json["password"]
    assert len(password) >= 16
    assert (me(client, session), refresh(client, session), sign_in(client, user).status_code) == (401, 401, 401)
    assert me(client, sign_in(client, user, password)) == 200
    again = ask("POST", f"/superadmin/users/{user.id}/reset-password", as_role="superadmin")
    assert again.json["password"] != password


def test_what_was_done_is_written_down_in_the_shop_without_the_password(ask: Ask, other_shop: Shop) -> None:
    director = add(make_user, other_shop)
    user = add(make_user, other_shop, "florist")
    for method, path in (
        ("PUT", f"users/{user.id}/block"),
        ("PUT", f"users/{user.id}/unblock"),
        ("POST", f"users/{user.id}/reset-password"),
        ("PUT", f"shops/{other_shop.id}/unblock"),
    ):
        assert ask(method, f"/superadmin/{path}", as_role="superadmin").status_code == 200
    entries = ask("GET", "/audit", user=director).json["items"]
    assert [(entry["entity"], entry["changes"]) for entry in entries] == [
        ("user", {"password_hash": ["***", "***"]}),
        ("user", {"is_active": [False, True]}),
        ("user", {"is_active": [True, False]}),
    ]
    with begin() as session:
        assert set(session.scalars(select(AuditEntry.shop_id))) == {other_shop.id}


def test_nobody_blocks_themselves(ask: Ask, staff: Staff, client: FlaskClient) -> None:
    me = staff("superadmin")
    for action in ("block", "unblock"):
        assert ask("PUT", f"/superadmin/users/{me.id}/{action}", as_role="superadmin").status_code == 409
    assert client.get("/api/v1/auth/me", headers=bearer(me)).status_code == 200


def test_another_superadmin_may_be_blocked(ask: Ask, client: FlaskClient, shop: Shop) -> None:
    other = add(make_user, None)
    assert ask("PUT", f"/superadmin/users/{other.id}/block", as_role="superadmin").status_code == 200
    assert client.get("/api/v1/auth/me", headers=bearer(other)).status_code == 401


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("PUT", "users/{}/block"),
        ("PUT", "users/{}/unblock"),
        ("POST", "users/{}/reset-password"),
        ("GET", "shops/{}"),
        ("PUT", "shops/{}/block"),
        ("PUT", "shops/{}/unblock"),
    ],
)
def test_nobody_and_nothing_is_not_found(ask: Ask, method: str, path: str) -> None:
    assert ask(method, f"/superadmin/{path.format(NOWHERE)}", as_role="superadmin").status_code == 404


def test_people_and_shops_are_listed_across_shops_and_found(ask: Ask, shop: Shop, other_shop: Shop) -> None:
    add(make_shop, 99, name="Пионы и розы", is_active=False)
    florist = add(make_user, other_shop, "florist", name="Жанна")
    add(make_user, shop, "manager", is_active=False)
    for path, total in (
        ("shops", 3),
        ("shops?search=пион", 1),
        ("shops?is_active=false", 1),
        ("users", 3),
        (f"users?shop_id={other_shop.id}", 1),
        ("users?role=manager&is_active=false", 1),
        ("users?search=жан", 1),
        (f"users?search={florist.phone[2:]}", 1),
        ("users?search=%25", 0),
    ):
        assert ask("GET", f"/superadmin/{path}", as_role="superadmin").json["total"] == total, path
    shown = ask("GET", f"/superadmin/users?shop_id={other_shop.id}", as_role="superadmin")
    assert "password" not in shown.text
    assert ask("GET", "/superadmin/shops/99", as_role="superadmin").json["name"] == "Пионы и розы"


def test_lists_take_the_same_statements_however_long(ask: Ask, shop: Shop, staff: Staff) -> None:
    staff("superadmin")
    for role in ("florist", "manager", "courier"):
        add(make_user, shop, role)
    for path in ("users", "shops"):
        for limit in (1, 4):
            with watched() as statements:
                ask("GET", f"/superadmin/{path}?limit={limit}", as_role="superadmin")
            assert len(statements) == 3
