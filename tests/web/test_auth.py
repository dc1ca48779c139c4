"""Signing in by phone and password."""

from datetime import UTC, datetime, timedelta
from unittest.mock import patch

import jwt
import pytest
from argon2 import PasswordHasher
from flask.testing import FlaskClient
from werkzeug.test import TestResponse

import settings
from models import Shop, User, begin
from shop import passwords
from tests.people import PASSWORD, make_shop, make_user
from tests.queries import watched
from tests.web.conftest import Ask, Staff, add, bearer
from web.rights import endpoints_of


def login(client: FlaskClient, phone: str, password: str = PASSWORD) -> TestResponse:
    return client.post("/api/v1/auth/login", json={"phone": phone, "password": password})


def test_phone_and_password_give_a_token_that_works(client: FlaskClient, shop: Shop) -> None:
    user = add(make_user, shop)
    answer = login(client, user.phone).json
    assert answer["token_type"] == "bearer"
    assert answer["expires_in"] == 900
    assert answer["user"] == {
        "id": user.id,
        "name": user.name,
        "phone": user.phone,
        "role": "director",
        "is_superadmin": False,
        "shop_id": shop.id,
        "shop_name": shop.name,
        "rights": endpoints_of(user),
    }
    me = client.get("/api/v1/auth/me", headers={"Authorization": f"Bearer {answer['access_token']}"})
    assert me.json == answer["user"]


@pytest.mark.parametrize("spelling", ["8{}", "7{}", "{}", "+7 ({:.3}) {:.0}"])
def test_a_phone_may_be_spelt_as_people_do(client: FlaskClient, shop: Shop, spelling: str) -> None:
    digits = add(make_user, shop).phone.removeprefix("+7")
    spelt = (
        f"+7 ({digits[:3]}) {digits[3:6]}-{digits[6:8]}-{digits[8:]}"
        if "(" in spelling
        else spelling.format(digits)
    )
    assert login(client, spelt).status_code == 200


def test_an_unknown_phone_and_a_wrong_password_look_the_same_and_cost_the_same(
    client: FlaskClient, shop: Shop
) -> None:
    user = add(make_user, shop)
    passwords.verify_password(None, "the decoy is made once")
    with patch.object(PasswordHasher, "verify", autospec=True, side_effect=PasswordHasher.verify) as verify:
        wrong, unknown = login(client, user.phone, "not it"), login(client, "+77009999999")
    assert (wrong.status_code, wrong.json["detail"]) == (unknown.status_code, unknown.json["detail"])
    assert wrong.status_code == 401
    assert verify.call_count == 2


def test_nobody_blocked_signs_in(client: FlaskClient, shop: Shop) -> None:
    closed = add(make_shop, 8, is_active=False)
    for user in (add(make_user, shop, is_active=False), add(make_user, closed)):
        assert login(client, user.phone).status_code == 401


@pytest.mark.parametrize(
    "body",
    [
        {},
        {"phone": "+77000000001"},
        {"phone": "123", "password": "x"},
        {"phone": 77000000001, "password": "x"},
        {"phone": "+77000000001", "password": 5},
        {"phone": "+77000000001", "password": "x", "role": "director"},
    ],
)
def test_fields_of_the_wrong_kind(client: FlaskClient, body: dict[str, object]) -> None:
    assert client.post("/api/v1/auth/login", json=body).status_code == 422


def test_a_superadmin_needs_no_shop(client: FlaskClient) -> None:
    user = add(make_user, None)
    assert login(client, user.phone).json["user"]["shop_id"] is None


def claims(user: User, **changed: object) -> dict[str, str]:
    now = datetime.now(UTC)
    given = {"sub": str(user.id), "typ": "access", "iat": now, "exp": now + timedelta(minutes=5)} | changed
    secret = settings.current().jwt_secret
    kept = {key: value for key, value in given.items() if value is not None}
    return {"Authorization": f"Bearer {jwt.encode(kept, secret, 'HS256')}"}


@pytest.mark.parametrize(
    "changed",
    [
        {"exp": datetime(2020, 1, 1, tzinfo=UTC)},
        {"exp": None},
        {"typ": "refresh"},
        {"typ": None},
        {"sub": "me"},
        {"sub": "999999"},
        {"sub": str(2**70)},
    ],
)
def test_a_token_that_is_not_ours_to_take(client: FlaskClient, staff: Staff, changed: dict[str, object]) -> None:
    headers = claims(staff("director"), **changed)
    assert client.get("/api/v1/auth/me", headers=headers).status_code == 401


def test_a_token_signed_by_somebody_else_or_by_nobody(client: FlaskClient, staff: Staff) -> None:
    payload = {"sub": str(staff("director").id), "typ": "access", "iat": 1, "exp": 2**33}
    for token in (
        jwt.encode(payload, "another-secret-of-thirty-two-bytes!", "HS256"),
        jwt.encode(payload, None, "none"),
    ):
        assert client.get("/api/v1/auth/me", headers={"Authorization": f"Bearer {token}"}).status_code == 401


def test_the_caller_costs_one_query(ask: Ask, staff: Staff) -> None:
    staff("courier")
    with watched() as statements:
        assert ask("GET", "/auth/me", as_role="courier").status_code == 200
    assert len(statements) == 1


def test_a_role_that_is_changed_counts_at_once(client: FlaskClient, staff: Staff) -> None:
    user = staff("director")
    headers = bearer(user)
    with begin() as session:
        session.get_one(User, user.id).role = "courier"
    assert client.get("/api/v1/auth/me", headers=headers).json["role"] == "courier"
