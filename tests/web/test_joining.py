"""How people come to have an account: they open a shop, or were invited into one."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select, update
from werkzeug.test import TestResponse

from models import Shop, TeamInvitation, User, begin
from shop.passwords import hash_password
from tests.people import PASSWORD, make_user, new_phone
from tests.web.conftest import Ask, Staff, add
from web.api.auth import joining

Accept = Callable[..., TestResponse]


def register(client: FlaskClient, **changed: object) -> TestResponse:
    body = {"name": "Айгуль", "phone": new_phone(), "password": PASSWORD, **changed}
    return client.post("/api/v1/auth/register", json={key: value for key, value in body.items() if value != ...})


def count(model: type[User] | type[Shop]) -> int:
    with begin() as session:
        return session.scalar(select(func.count()).select_from(model)) or 0


def as_owner(client: FlaskClient, answer: TestResponse, method: str, path: str, **options: object) -> TestResponse:
    headers = {"Authorization": f"Bearer {answer.json['access_token']}"}
    return client.open(f"/api/v1{path}", method=method, headers=headers, **options)  # type: ignore[arg-type]


# A shop of one's own


def test_a_new_shop_and_its_director_are_usable_at_once(client: FlaskClient, shop: Shop) -> None:
    answer = register(client, shop_name="Розы на Абая", phone="8 700 000 90 01")
    assert answer.status_code == 201
    user = answer.json["user"]
    assert (user["role"], user["phone"], user["shop_name"]) == ("director", "+77000009001", "Розы на Абая")
    assert user["is_superadmin"] is False
    assert user["shop_id"] not in (shop.id, 8)
    product = as_owner(client, answer, "POST", "/products/", json={"name": "Розы", "price": 1})
    assert (product.status_code, product.json["shop_id"]) == (201, user["shop_id"])
    assert client.get(f"/api/v1/products/?shop_id={user['shop_id']}").json["total"] == 1
    refreshed = client.post("/api/v1/auth/refresh", json={"refresh_token": answer.json["refresh_token"]})
    assert refreshed.status_code == 200
    login = client.post("/api/v1/auth/login", json={"phone": user["phone"], "password": PASSWORD})
    assert login.status_code == 200
    with begin() as session:
        made = session.get_one(Shop, user["shop_id"])
        assert (made.owner_id, made.mirrors_bitrix, made.is_active) == (user["id"], False, True)


def test_a_new_shops_number_is_none_that_was_given_by_hand(client: FlaskClient) -> None:
    assert register(client).json["user"]["shop_id"] > 100_000


def test_a_shop_without_a_name_is_called_by_its_directors(client: FlaskClient) -> None:
    assert register(client, name="Айгуль").json["user"]["shop_name"] == "Магазин Айгуль"


def test_a_phone_that_has_an_account_is_named(client: FlaskClient, shop: Shop) -> None:
    known = add(make_user, shop, is_active=False)
    answer = register(client, phone=known.phone)
    assert answer.status_code == 409
    assert list(answer.json["errors"]) == ["phone"]
    assert count(Shop) == 1


def test_of_many_who_register_a_phone_at_once_one_has_it(app: Flask, client: FlaskClient) -> None:
    phone = new_phone()
    with ThreadPoolExecutor(4) as pool:
        statuses = sorted(pool.map(lambda _: register(app.test_client(), phone=phone).status_code, range(4)))
    assert statuses == [201, 409, 409, 409]
    assert (count(User), count(Shop)) == (1, 1)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("name", ...),
        ("name", ""),
        ("name", "  "),
        ("name", 5),
        ("name", "x" * 201),
        ("phone", ...),
        ("phone", "+7700"),
        ("phone", None),
        ("password", ...),
        ("password", "1234567"),
        ("password", "x" * 129),
        ("shop_name", ""),
        ("shop_name", None),
        ("role", "director"),
        ("is_superadmin", True),
        ("shop_id", 17008),
    ],
)
def test_a_field_of_the_wrong_kind_is_named(client: FlaskClient, field: str, value: object) -> None:
    answer = register(client, **{field: value})
    assert answer.status_code == 422
    assert list(answer.json["errors"]) == [field]
    assert count(User) == 0


# Into a team


@pytest.fixture
def invite(ask: Ask, staff: Staff) -> Callable[..., TestResponse]:
    def send(by: str | User = "director", **changed: object) -> TestResponse:
        body = {"phone": new_phone(), "name": "Дана", "role": "florist", **changed}
        who = {"user": by} if isinstance(by, User) else {"as_role": by}
        return ask("POST", "/profile/team/invite", json=body, **who)

    return send


@pytest.fixture
def accept(client: FlaskClient) -> Accept:
    def send(code: str, **changed: object) -> TestResponse:
        return client.post("/api/v1/auth/accept-invitation", json={"code": code, "password": PASSWORD, **changed})

    return send


def test_who_was_invited_joins_and_works_at_once(
    client: FlaskClient, invite: Callable[..., TestResponse], accept: Accept, shop: Shop, staff: Staff
) -> None:
    invitation = invite(role="florist", phone="8 (700) 000-90-02")
    assert invitation.status_code == 201
    assert set(invitation.json) == {
        "id",
        "phone",
        "name",
        "role",
        "status",
        "invited_by_id",
        "created_at",
        "expires_at",
        "code",
    }
    answer = accept(invitation.json["code"])
    assert answer.status_code == 201
    user = answer.json["user"]
    assert (user["name"], user["phone"], user["role"]) == ("Дана", "+77000009002", "florist")
    assert user["shop_id"] == shop.id
    assert as_owner(client, answer, "GET", "/orders/").status_code == 200
    with begin() as session:
        assert session.get_one(User, user["id"]).invited_by_id == staff("director").id


def test_who_joins_may_spell_their_own_name(invite: Callable[..., TestResponse], accept: Accept) -> None:
    assert accept(invite().json["code"], name="Дана К.").json["user"]["name"] == "Дана К."


def test_a_code_opens_the_door_once(app: Flask, invite: Callable[..., TestResponse], accept: Accept) -> None:
    code = invite().json["code"]
    with ThreadPoolExecutor(4) as pool:
        statuses = sorted(pool.map(lambda _: accept(code).status_code, range(4)))
    assert statuses == [201, 409, 409, 409]


def test_a_code_that_is_none(accept: Accept, shop: Shop) -> None:
    assert accept("guess").status_code == 404
    assert list(accept("").json["errors"]) == ["code"]
    assert list(accept("guess", password="short").json["errors"]) == ["password"]


def test_a_code_is_no_good_after_seven_days(invite: Callable[..., TestResponse], accept: Accept) -> None:
    invitation = invite().json
    week = datetime.fromisoformat(invitation["expires_at"]) - datetime.now(UTC)
    assert timedelta(days=6, hours=23) < week <= timedelta(days=7)
    lapse()
    assert accept(invitation["code"]).status_code == 409


def lapse() -> None:
    with begin() as session:
        session.execute(update(TeamInvitation).values(expires_at=datetime.now(UTC)))


def test_the_code_is_not_kept(invite: Callable[..., TestResponse]) -> None:
    code = invite().json["code"]
    assert len(code) >= 40
    with begin() as session:
        (kept,) = session.scalars(select(TeamInvitation.code_hash))
    assert len(kept) == 32
    assert code.encode() not in kept


def test_a_withdrawn_code_is_no_good(ask: Ask, invite: Callable[..., TestResponse], accept: Accept) -> None:
    invitation = invite().json
    assert ask("DELETE", f"/profile/team/invitations/{invitation['id']}", as_role="director").status_code == 204
    assert accept(invitation["code"]).status_code == 409


def test_a_closed_shop_takes_nobody(shop: Shop, invite: Callable[..., TestResponse], accept: Accept) -> None:
    code = invite().json["code"]
    with begin() as session:
        session.get_one(Shop, shop.id).is_active = False
    assert accept(code).status_code == 409


@pytest.mark.parametrize("change", [{"is_active": False}, {"role": "florist"}])
def test_who_may_no_longer_invite_so_high_leaves_no_door_open(
    shop: Shop, invite: Callable[..., TestResponse], accept: Accept, change: dict[str, object]
) -> None:
    second = add(make_user, shop, "director")
    invited_high, invited_low = (invite(by=second, role=role).json["code"] for role in ("director", "courier"))
    with begin() as session:
        for column, value in change.items():
            setattr(session.get_one(User, second.id), column, value)
    assert accept(invited_high).status_code == 409
    assert accept(invited_low).status_code == (201 if "role" in change else 409)


def test_nor_while_somebody_is_coming_in(
    ask: Ask, shop: Shop, invite: Callable[..., TestResponse], accept: Accept, monkeypatch: pytest.MonkeyPatch
) -> None:
    second = add(make_user, shop, "director")
    code = invite(by=second, role="director").json["code"]

    def meanwhile(password: str) -> str:
        assert ask("DELETE", f"/profile/team/{second.id}", as_role="director").status_code == 204
        return hash_password(password)

    monkeypatch.setattr(joining, "hash_password", meanwhile)
    assert accept(code).status_code == 409


def test_a_superadmins_invitation_is_good_in_any_shop(
    ask: Ask, shop: Shop, other_shop: Shop, accept: Accept
) -> None:
    body = {"phone": new_phone(), "name": "Дана", "role": "director"}
    path = f"/profile/team/invite?shop_id={other_shop.id}"
    invitation = ask("POST", path, as_role="superadmin", json=body)
    assert accept(invitation.json["code"]).json["user"]["shop_id"] == other_shop.id


def test_a_phone_that_has_an_account_by_now_is_named(
    client: FlaskClient, invite: Callable[..., TestResponse], accept: Accept
) -> None:
    phone = new_phone()
    code = invite(phone=phone).json["code"]
    assert register(client, phone=phone).status_code == 201
    answer = accept(code)
    assert answer.status_code == 409
    assert list(answer.json["errors"]) == ["phone"]


def test_of_two_shops_that_invite_a_phone_the_first_it_follows_has_it(
    shop: Shop, other_shop: Shop, invite: Callable[..., TestResponse], accept: Accept
) -> None:
    phone = new_phone()
    codes = [invite(phone=phone).json["code"], invite(by=add(make_user, other_shop), phone=phone).json["code"]]
    with ThreadPoolExecutor(2) as pool:
        answers = list(pool.map(accept, codes))
    assert sorted(answer.status_code for answer in answers) == [201, 409]
