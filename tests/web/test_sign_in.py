"""A sign-in that lasts: refreshed, kept in a cookie, ended at once."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import timedelta
from unittest.mock import patch

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select
from werkzeug.test import TestResponse

import settings
from models import AuthSession, Shop, User, begin
from shop import auth_sessions
from tests.people import PASSWORD, make_user
from tests.queries import watched
from tests.web.conftest import Ask, add
from web import create_app

COOKIE = {"X-Session": "cookie"}
AUTH = "/api/v1/auth"


@pytest.fixture
def user(shop: Shop) -> User:
    return add(make_user, shop, "florist")


def login(client: FlaskClient, user: User, **options: object) -> TestResponse:
    return client.post(f"{AUTH}/login", json={"phone": user.phone, "password": PASSWORD}, **options)  # type: ignore[arg-type]


def refresh(client: FlaskClient, token: str) -> TestResponse:
    return client.post(f"{AUTH}/refresh", json={"refresh_token": token})


def me(client: FlaskClient, access_token: str) -> int:
    return client.get(f"{AUTH}/me", headers={"Authorization": f"Bearer {access_token}"}).status_code


def logout(client: FlaskClient, access_token: str) -> TestResponse:
    return client.post(f"{AUTH}/logout", headers={"Authorization": f"Bearer {access_token}"})


def test_a_refresh_token_gives_new_tokens_that_work(client: FlaskClient, user: User) -> None:
    first = login(client, user).json
    answer = refresh(client, first["refresh_token"])
    assert answer.status_code == 200
    assert set(answer.json) == set(first) == {"access_token", "token_type", "expires_in", "refresh_token", "user"}
    assert answer.json["user"] == first["user"]
    assert answer.json["refresh_token"] != first["refresh_token"]
    assert me(client, answer.json["access_token"]) == 200
    assert refresh(client, answer.json["refresh_token"]).status_code == 200


def test_a_stolen_token_ends_the_sign_in_and_its_access_tokens(client: FlaskClient, user: User) -> None:
    first = login(client, user).json
    second = refresh(client, first["refresh_token"]).json
    with patch.object(auth_sessions, "GRACE", timedelta(0)):
        assert refresh(client, first["refresh_token"]).status_code == 401
    assert refresh(client, second["refresh_token"]).status_code == 401
    assert me(client, first["access_token"]) == me(client, second["access_token"]) == 401


def test_two_tabs_that_refresh_at_once_both_go_on(app: Flask, client: FlaskClient, user: User) -> None:
    token = login(client, user).json["refresh_token"]
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: refresh(app.test_client(), token), range(8)))
    assert {answer.status_code for answer in answers} == {200}
    (following,) = {answer.json["refresh_token"] for answer in answers}
    assert refresh(client, following).status_code == 200


@pytest.mark.parametrize("token", ["", "x", "x.y", "6a0cf2c4-25d5-4f0c-a7f5-7d2f2f6b6f6f.secret"])
def test_a_token_that_is_none(client: FlaskClient, user: User, token: str) -> None:
    assert refresh(client, token).status_code == (401 if token else 422)


@pytest.mark.parametrize("body", [{}, {"refresh_token": 5}, {"refresh_token": "x" * 201}, {"refresh_token": None}])
def test_a_body_without_a_token_is_told_so(client: FlaskClient, body: dict[str, object]) -> None:
    answer = client.post(f"{AUTH}/refresh", json=body)
    assert answer.status_code == 422
    assert list(answer.json["errors"]) == ["refresh_token"]


def test_somebody_blocked_goes_on_no_longer(client: FlaskClient, user: User) -> None:
    token = login(client, user).json["refresh_token"]
    with begin() as session:
        session.get_one(User, user.id).is_active = False
    assert refresh(client, token).status_code == 401


def test_people_of_a_blocked_shop_go_on_no_longer(client: FlaskClient, shop: Shop, user: User) -> None:
    token = login(client, user).json["refresh_token"]
    with begin() as session:
        session.get_one(Shop, shop.id).is_active = False
    assert refresh(client, token).status_code == 401


def test_logging_out_ends_this_sign_in_at_once_and_no_other(client: FlaskClient, user: User) -> None:
    here, there = login(client, user).json, login(client, user).json
    assert logout(client, here["access_token"]).status_code == 204
    assert me(client, here["access_token"]) == 401
    assert refresh(client, here["refresh_token"]).status_code == 401
    assert logout(client, here["access_token"]).status_code == 401
    assert me(client, there["access_token"]) == 200
    assert refresh(client, there["refresh_token"]).status_code == 200


def test_nobody_elses_session_makes_a_token_good(client: FlaskClient, shop: Shop, user: User) -> None:
    from web import tokens

    other = add(make_user, shop)
    login(client, other)
    with begin() as session:
        theirs = session.scalars(select(AuthSession.id)).one()
    assert me(client, tokens.issue(user.id, settings.current(), theirs)) == 401
    assert me(client, tokens.issue(other.id, settings.current(), theirs)) == 200


def test_the_sign_in_is_looked_up_in_the_callers_one_query(client: FlaskClient, user: User) -> None:
    token = login(client, user).json["access_token"]
    with watched() as statements:
        assert me(client, token) == 200
    assert len(statements) == 1


def test_a_sign_in_and_a_refresh_ask_the_database_a_few_times(client: FlaskClient, user: User) -> None:
    with watched() as statements:
        token = login(client, user).json["refresh_token"]
    assert len(statements) <= 4
    with watched() as statements:
        refresh(client, token)
    assert len(statements) <= 3


# The cookie


def cookie_of(answer: TestResponse) -> str:
    (header,) = answer.headers.getlist("Set-Cookie")
    return header


def test_the_cookie_takes_the_tokens_place_in_the_body(client: FlaskClient, user: User) -> None:
    answer = login(client, user, headers=COOKIE)
    assert "refresh_token" not in answer.json
    header = cookie_of(answer)
    assert "; HttpOnly" in header
    assert "; SameSite=Strict" in header
    assert "; Path=/api/v1/auth" in header
    assert "; Max-Age=2592000" in header
    assert "; Secure" not in header


def test_in_production_the_cookie_is_secure(client: FlaskClient, user: User) -> None:
    production = create_app(replace(settings.current(), env="production")).test_client()
    assert "; Secure" in cookie_of(login(production, user, headers=COOKIE))


@pytest.mark.parametrize("body", [{"json": {}}, {}, {"data": b"", "content_type": "application/json"}])
def test_the_cookie_refreshes_with_any_body_or_none(
    client: FlaskClient, user: User, body: dict[str, object]
) -> None:
    before = cookie_of(login(client, user, headers=COOKIE))
    answer = client.post(f"{AUTH}/refresh", headers=COOKIE, **body)  # type: ignore[arg-type]
    assert answer.status_code == 200
    assert "refresh_token" not in answer.json
    assert cookie_of(answer) != before
    assert me(client, answer.json["access_token"]) == 200


def test_without_the_header_a_cookie_is_not_looked_at(client: FlaskClient, user: User) -> None:
    """A page elsewhere can make a browser send the cookie, but not the header."""
    login(client, user, headers=COOKIE)
    assert client.post(f"{AUTH}/refresh", json={}).status_code == 422
    assert client.post(f"{AUTH}/refresh", data=b"{}").status_code == 422
    assert client.post(f"{AUTH}/refresh", json={}, headers=COOKIE).status_code == 200


def test_without_a_cookie_one_signs_in_again(client: FlaskClient, shop: Shop) -> None:
    assert client.post(f"{AUTH}/refresh", headers=COOKIE).status_code == 401


def test_logging_out_takes_the_cookie_away(client: FlaskClient, user: User) -> None:
    token = login(client, user, headers=COOKIE).json["access_token"]
    assert "; Max-Age=0" in cookie_of(logout(client, token))
    assert client.post(f"{AUTH}/refresh", headers=COOKIE).status_code == 401


def test_only_pages_of_a_named_origin_may_send_the_cookie(client: FlaskClient) -> None:
    for origins, permitted in ((("https://admin.example",), True), (("*",), False)):
        page = create_app(replace(settings.current(), cors_origins=origins)).test_client()
        headers = page.get("/", headers={"Origin": "https://admin.example"}).headers
        assert ("Access-Control-Allow-Credentials" in headers) is permitted


# The own password


@pytest.fixture
def change(client: FlaskClient) -> Callable[..., TestResponse]:
    def send(token: str, new: str = "a longer secret", current: str = PASSWORD) -> TestResponse:
        return client.put(
            f"{AUTH}/change-password",
            json={"current_password": current, "new_password": new},
            headers={"Authorization": f"Bearer {token}"},
        )

    return send


def test_a_new_password_ends_every_other_sign_in(
    client: FlaskClient, user: User, change: Callable[..., TestResponse]
) -> None:
    here, there = login(client, user).json, login(client, user).json
    assert change(here["access_token"]).status_code == 204
    assert me(client, here["access_token"]) == 200
    assert me(client, there["access_token"]) == 401
    assert refresh(client, there["refresh_token"]).status_code == 401
    assert refresh(client, here["refresh_token"]).status_code == 200
    assert login(client, user).status_code == 401
    body = {"phone": user.phone, "password": "a longer secret"}
    assert client.post(f"{AUTH}/login", json=body).status_code == 200


def test_a_superadmin_changes_theirs_too(client: FlaskClient, change: Callable[..., TestResponse]) -> None:
    superadmin = add(make_user, None)
    assert change(login(client, superadmin).json["access_token"]).status_code == 204
    assert login(client, superadmin).status_code == 401


def test_the_present_password_is_asked_for_and_guessing_it_is_limited(
    client: FlaskClient, user: User, change: Callable[..., TestResponse]
) -> None:
    token = login(client, user).json["access_token"]
    answers = [change(token, current="guess") for _ in range(6)]
    assert [answer.status_code for answer in answers] == [422] * 5 + [429]
    assert list(answers[0].json["errors"]) == ["current_password"]


@pytest.mark.parametrize("new", ["short", "x" * 129, "", None, 12345678])
def test_a_new_password_of_the_wrong_kind(
    client: FlaskClient, user: User, change: Callable[..., TestResponse], new: object
) -> None:
    answer = change(login(client, user).json["access_token"], new=new)
    assert answer.status_code == 422
    assert list(answer.json["errors"]) == ["new_password"]


def test_of_two_changes_at_once_one_is_told(
    app: Flask, client: FlaskClient, user: User, change: Callable[..., TestResponse]
) -> None:
    token = login(client, user).json["access_token"]
    with ThreadPoolExecutor(4) as pool:
        statuses = sorted(pool.map(lambda n: change(token, new=f"a longer secret {n}").status_code, range(4)))
    assert statuses[0] == 204
    assert set(statuses[1:]) <= {409, 422}


def test_sign_ins_of_others_are_not_ended(
    client: FlaskClient, shop: Shop, user: User, ask: Ask, change: Callable[..., TestResponse]
) -> None:
    other = login(client, add(make_user, shop)).json
    change(login(client, user).json["access_token"])
    assert me(client, other["access_token"]) == 200
    with begin() as session:
        revoked = select(func.count()).where(AuthSession.revoked_at.is_not(None))
        assert session.scalar(revoked) == 0
