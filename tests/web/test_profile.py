"""One's own account."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from flask.testing import FlaskClient

from models import Shop, begin
from tests.people import PASSWORD, make_user, new_phone
from tests.queries import watched
from tests.shopfloor import make_order
from tests.web.conftest import Ask, Staff, add


@pytest.mark.parametrize("role", ["courier", "director", "superadmin"])
def test_everybody_sees_their_own(ask: Ask, staff: Staff, role: str) -> None:
    me = ask("GET", "/auth/me", as_role=role).json
    answer = ask("GET", "/profile/", as_role=role)
    assert answer.status_code == 200
    assert answer.json["created_at"].endswith("+00:00")
    del me["rights"]
    assert answer.json == me | {"created_at": answer.json["created_at"]}


@pytest.mark.parametrize("role", ["courier", "superadmin"])
def test_a_name_and_a_phone_are_changed(ask: Ask, client: FlaskClient, staff: Staff, role: str) -> None:
    phone = new_phone()
    spelt = phone.replace("+7", "8 ")
    answer = ask("PUT", "/profile/", as_role=role, json={"name": " Сауле ", "phone": spelt, "password": PASSWORD})
    assert (answer.status_code, answer.json["name"], answer.json["phone"]) == (200, "Сауле", phone)
    assert ask("GET", "/profile/", as_role=role).json == answer.json
    body = {"phone": phone, "password": PASSWORD}
    assert client.post("/api/v1/auth/login", json=body).status_code == 200


def test_nothing_sent_changes_nothing(ask: Ask, staff: Staff) -> None:
    before = ask("GET", "/profile/", as_role="florist").json
    assert ask("PUT", "/profile/", as_role="florist", json={}).json == before


def test_a_phone_has_one_account_in_all_shops(ask: Ask, staff: Staff, shop: Shop, other_shop: Shop) -> None:
    for other in (add(make_user, shop), add(make_user, other_shop), add(make_user, None)):
        answer = ask(
            "PUT", "/profile/", as_role="florist", json={"phone": other.phone, "name": "Я", "password": PASSWORD}
        )
        assert answer.status_code == 409
        assert list(answer.json["errors"]) == ["phone"]
    assert ask("GET", "/profile/", as_role="florist").json["name"] == staff("florist").name
    own = {"phone": staff("florist").phone}
    assert ask("PUT", "/profile/", as_role="florist", json=own).status_code == 200


@pytest.mark.parametrize(("sent", "said"), [({}, "needed"), ({"password": "guess"}, "Wrong")])
def test_nobody_changes_the_phone_they_sign_in_by_without_their_password(
    ask: Ask, staff: Staff, sent: dict[str, str], said: str
) -> None:
    """A stolen token is not enough to take an account over."""
    body = {"name": "Я", "phone": new_phone()} | sent
    answer = ask("PUT", "/profile/", as_role="director", json=body)
    assert (answer.status_code, list(answer.json["errors"])) == (422, ["password"])
    assert said in answer.json["errors"]["password"][0]
    shown = ask("GET", "/profile/", as_role="director").json
    assert (shown["name"], shown["phone"]) == (staff("director").name, staff("director").phone)


def test_guessing_the_password_for_that_is_limited(ask: Ask, staff: Staff) -> None:
    body = {"phone": new_phone(), "password": "guess"}
    statuses = [ask("PUT", "/profile/", as_role="florist", json=body).status_code for _ in range(6)]
    assert statuses == [422] * 5 + [429]


def test_a_password_that_is_not_needed_is_not_looked_at(ask: Ask, staff: Staff) -> None:
    body = {"name": "Сауле", "phone": staff("florist").phone, "password": "guess"}
    assert ask("PUT", "/profile/", as_role="florist", json=body).json["name"] == "Сауле"


def test_of_two_who_take_a_phone_at_once_one_has_it(ask: Ask, staff: Staff) -> None:
    phone, roles = new_phone(), ("courier", "florist")
    for role in roles:
        staff(role)
    body = {"phone": phone, "password": PASSWORD}
    with ThreadPoolExecutor(2) as pool:
        answers = pool.map(lambda role: ask("PUT", "/profile/", as_role=role, json=body), roles)
    assert sorted(answer.status_code for answer in answers) == [200, 409]


@pytest.mark.parametrize(
    ("field", "value"),
    [("name", ""), ("name", None), ("phone", "5"), ("role", "director"), ("shop_id", 8), ("is_superadmin", True)],
)
def test_a_field_of_the_wrong_kind_is_named(ask: Ask, staff: Staff, field: str, value: object) -> None:
    answer = ask("PUT", "/profile/", as_role="florist", json={field: value})
    assert answer.status_code == 422
    assert list(answer.json["errors"]) == [field]


def test_what_one_has_on_hand_and_has_done(ask: Ask, staff: Staff, shop: Shop, other_shop: Shop) -> None:
    florist, courier = staff("florist"), staff("courier")
    with begin() as session:
        for status in ("new", "assembled", "in_delivery", "delivered", "delivered", "cancelled"):
            make_order(session, shop, status=status, responsible_id=florist.id, courier_id=courier.id, total=700)
        make_order(session, shop, status="delivered", total=9)
        make_order(session, other_shop, status="delivered", responsible_id=florist.id, total=5)
    with watched() as statements:
        answer = ask("GET", "/profile/stats", as_role="florist")
    assert answer.json == {
        "responsible": {"active": 3, "delivered": 2, "revenue": 1400},
        "courier": {"active": 0, "delivered": 0},
    }
    assert len(statements) <= 4
    assert ask("GET", "/profile/stats", as_role="courier").json == {
        "responsible": {"active": 0, "delivered": 0, "revenue": 0},
        "courier": {"active": 3, "delivered": 2},
    }
    assert ask("GET", "/profile/stats", as_role="superadmin").status_code == 200
