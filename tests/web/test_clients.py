"""The shop's customers: who they are, and what their orders tell of them."""

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from models import Client, Shop, begin
from tests.people import make_user
from tests.queries import watched
from tests.shopfloor import make_order, make_product
from tests.web.conftest import Ask, Staff, add

ALIYA, MARAT, SAULE = "+77000000101", "+77000000102", "+77000000103"
MOST_STATEMENTS = 10


def make_client(session: Any, shop: Shop, phone: str = ALIYA, **columns: Any) -> Client:
    client = Client(shop_id=shop.id, phone=phone, **{"name": "Алия", **columns})
    session.add(client)
    session.flush()
    return client


@pytest.fixture
def aliya(shop: Shop) -> Client:
    return add(make_client, shop)


def phones(answer: Any) -> list[str]:
    return [item["phone"] for item in answer.json["items"]]


def test_a_client_is_shown_with_what_the_orders_tell(ask: Ask, shop: Shop, aliya: Client) -> None:
    with begin() as session:
        roses, tulips = (make_product(session, shop, name, 100_000) for name in ("Розы", "Тюльпаны"))
        last = make_order(session, shop, [(roses, 3)], customer_phone=ALIYA, recipient_phone=SAULE)
        earlier = datetime(2026, 1, 1, tzinfo=UTC)
        lines = [(roses, 1), (tulips, 2)]
        make_order(session, shop, lines, customer_phone=ALIYA, recipient_phone=ALIYA, created_at=earlier)
        make_order(session, shop, [(tulips, 90)], customer_phone=ALIYA, status="cancelled", recipient_phone=MARAT)
        make_order(session, shop, [(tulips, 90)], customer_phone=ALIYA, deleted_at=shop.created_at)
        make_order(session, shop, customer_phone=MARAT)
    shown = ask("GET", f"/clients/{aliya.id}", as_role="florist").json
    assert shown["statistics"] == {
        "orders_count": 2,
        "total_spent": 600_000,
        "average_order": 300_000,
        "last_order_at": last.created_at.astimezone(UTC).isoformat(),
    }
    assert shown["favourite_products"] == [
        {"name": "Розы", "product_id": roses.id, "quantity": 4},
        {"name": "Тюльпаны", "product_id": tulips.id, "quantity": 2},
    ]
    assert shown["frequent_recipients"] == [{"phone": SAULE, "name": None, "orders_count": 1}]


def test_who_never_ordered_has_empty_figures(ask: Ask, aliya: Client) -> None:
    shown = ask("GET", f"/clients/{aliya.id}", as_role="florist").json
    empty = {"orders_count": 0, "total_spent": 0, "average_order": 0, "last_order_at": None}
    assert (shown["statistics"], shown["favourite_products"], shown["frequent_recipients"]) == (empty, [], [])


def test_another_shops_orders_of_the_same_phone_do_not_count(ask: Ask, aliya: Client, other_shop: Shop) -> None:
    with begin() as session:
        make_client(session, other_shop)
        make_order(session, other_shop, customer_phone=ALIYA, recipient_phone=SAULE)
    shown = ask("GET", f"/clients/{aliya.id}", as_role="florist").json
    assert shown["statistics"]["orders_count"] == 0
    assert shown["frequent_recipients"] == []
    assert ask("GET", "/clients/", as_role="florist").json["total"] == 1


def test_an_order_over_the_api_makes_a_client(ask: Ask, shop: Shop) -> None:
    product = add(make_product, shop)
    body = {
        "customer_name": "Алия",
        "phone": "8 700 000 01 01",
        "items": [{"product_id": product.id, "quantity": 1}],
    }
    assert ask("POST", "/orders/", as_role="florist", json=body).status_code == 201
    (shown,) = ask("GET", "/clients/", as_role="florist").json["items"]
    assert (shown["phone"], shown["name"], shown["statistics"]["orders_count"]) == (ALIYA, "Алия", 1)


def test_the_newest_client_comes_first(ask: Ask, shop: Shop) -> None:
    with begin() as session:
        for day, phone in ((2, MARAT), (3, SAULE), (1, ALIYA)):
            make_client(session, shop, phone, created_at=datetime(2026, 1, day, tzinfo=UTC))
    first = ask("GET", "/clients/?limit=2", as_role="florist")
    assert (phones(first), first.json["total"]) == ([SAULE, MARAT], 3)
    assert phones(ask("GET", f"/clients/?cursor={first.json['next']}", as_role="florist")) == [ALIYA]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("али", [ALIYA]),
        ("Мара", [MARAT]),
        ("8 (700) 000-01-02", [MARAT]),
        ("0102", [MARAT]),
        ("01 02", [MARAT]),
        ("700000", [MARAT, ALIYA]),
        ("Алия 2", []),
        ("%", []),
        ("-", []),
        ("  ", [MARAT, ALIYA]),
    ],
)
def test_clients_are_found_by_name_or_phone(
    ask: Ask, aliya: Client, shop: Shop, words: str, found: list[str]
) -> None:
    add(make_client, shop, MARAT, name="Марат")
    assert phones(ask("GET", "/clients/", as_role="florist", query_string={"search": words})) == found


def test_a_list_costs_as_many_statements_whatever_its_length(ask: Ask, shop: Shop, staff: Staff) -> None:
    staff("florist")
    counts = []
    for number in range(3):
        with begin() as session:
            for other in range(3):
                phone = f"+7700000{number}{other:03d}"
                make_client(session, shop, phone)
                make_order(session, shop, customer_phone=phone)
        with watched() as statements:
            ask("GET", "/clients/", as_role="florist")
        counts.append(len(statements))
    assert len(set(counts)) == 1
    assert counts[0] <= MOST_STATEMENTS


def test_a_client_is_made_by_hand_once(ask: Ask, shop: Shop) -> None:
    body = {"phone": "8 700 000 01 01", "name": " Алия ", "notes": "Пионы"}
    made = ask("POST", "/clients/", as_role="florist", json=body)
    assert made.status_code == 201
    assert (made.json["phone"], made.json["name"], made.json["shop_id"]) == (ALIYA, "Алия", shop.id)
    again = ask("POST", "/clients/", as_role="florist", json=body)
    assert again.status_code == 409
    assert list(again.json["errors"]) == ["phone"]


def test_two_who_enter_the_same_phone_at_once_make_one_client(ask: Ask, shop: Shop, staff: Staff) -> None:
    dana = staff("florist")

    def enter(_number: int) -> int:
        return ask("POST", "/clients/", user=dana, json={"phone": ALIYA}).status_code

    with ThreadPoolExecutor(4) as pool:
        assert sorted(pool.map(enter, range(8))) == [201] + [409] * 7


def test_a_phone_may_be_a_client_of_two_shops(ask: Ask, aliya: Client, other_shop: Shop) -> None:
    answer = ask("POST", "/clients/", user=add(make_user, other_shop), json={"phone": ALIYA})
    assert (answer.status_code, answer.json["shop_id"]) == (201, other_shop.id)


def test_name_and_notes_are_changed(ask: Ask, aliya: Client) -> None:
    path = f"/clients/{aliya.id}"
    assert ask("PUT", path, as_role="florist", json={"name": "Алия-апа"}).json["name"] == "Алия-апа"
    shown = ask("PUT", f"{path}/notes", as_role="florist", json={"notes": "Любит пионы"}).json
    assert (shown["name"], shown["notes"]) == ("Алия-апа", "Любит пионы")
    assert ask("PUT", f"{path}/notes", as_role="florist", json={"notes": None}).json["notes"] is None


@pytest.mark.parametrize(
    ("method", "path", "body", "field"),
    [
        ("POST", "", {}, "phone"),
        ("POST", "", {"phone": "12"}, "phone"),
        ("POST", "", {"phone": MARAT, "name": "x" * 201}, "name"),
        ("POST", "", {"phone": MARAT, "id": 7}, "id"),
        ("PUT", "{id}", {"phone": MARAT}, "phone"),
        ("PUT", "{id}", {"notes": 5}, "notes"),
        ("PUT", "{id}/notes", {}, "notes"),
        ("PUT", "{id}/notes", {"notes": "x" * 5_001}, "notes"),
        ("GET", "?limit=0", None, "limit"),
    ],
)
def test_bad_input_names_the_field(ask: Ask, aliya: Client, method: str, path: str, body: Any, field: str) -> None:
    answer = ask(method, "/clients/" + path.format(id=aliya.id), as_role="florist", json=body)
    assert answer.status_code == 422
    assert list(answer.json["errors"]) == [field]


def test_another_shops_client_is_not_there(ask: Ask, shop: Shop, other_shop: Shop) -> None:
    foreign = add(make_client, other_shop)
    for method, path, body in (("GET", "", None), ("PUT", "", {"name": "x"}), ("PUT", "/notes", {"notes": "x"})):
        answer = ask(method, f"/clients/{foreign.id}{path}", as_role="director", json=body)
        assert answer.status_code == 404
    assert ask("GET", "/clients/9007199254740991", as_role="director").status_code == 404


# By phone


def test_a_profile_is_found_by_any_spelling_of_the_phone(ask: Ask, aliya: Client) -> None:
    answer = ask("GET", "/client_profile", as_role="florist", query_string={"phone": "8 (700) 000-01-01", "x": 1})
    assert (answer.status_code, answer.json["id"]) == (200, aliya.id)


def test_an_unknown_a_foreign_and_a_broken_phone(ask: Ask, shop: Shop, other_shop: Shop) -> None:
    add(make_client, other_shop, MARAT)
    for phone, status in ((MARAT, 404), (SAULE, 404), ("12", 422), ("", 422)):
        answer = ask("GET", "/client_profile", as_role="florist", query_string={"phone": phone})
        assert answer.status_code == status
    body = {"phone": MARAT, "allow_personalization": False}
    assert ask("PATCH", "/client_profile/privacy", as_role="florist", json=body).status_code == 404


def test_without_leave_habits_are_not_shown(ask: Ask, shop: Shop, aliya: Client) -> None:
    add(make_order, shop, customer_phone=ALIYA, recipient_phone=SAULE)
    body = {"phone": ALIYA, "allow_personalization": False}
    shown = ask("PATCH", "/client_profile/privacy", as_role="florist", json=body).json
    assert (shown["favourite_products"], shown["frequent_recipients"]) == ([], [])
    assert (shown["allow_personalization"], shown["statistics"]["orders_count"]) == (False, 1)
    body["allow_personalization"] = True
    shown = ask("PATCH", "/client_profile/privacy", as_role="florist", json=body).json
    assert len(shown["favourite_products"]) == len(shown["frequent_recipients"]) == 1


def test_leave_is_yes_or_no(ask: Ask, aliya: Client) -> None:
    for value in (1, "true", None):
        body = {"phone": ALIYA, "allow_personalization": value}
        answer = ask("PATCH", "/client_profile/privacy", as_role="florist", json=body)
        assert list(answer.json["errors"]) == ["allow_personalization"]


# The dashboard


def test_a_shop_without_clients_has_a_dashboard(ask: Ask, shop: Shop) -> None:
    assert ask("GET", "/clients/stats/dashboard", as_role="florist").json == {
        "total": 0,
        "new_this_month": 0,
        "ordered": 0,
        "repeat": 0,
        "repeat_rate": 0,
        "top_of_the_month": [],
    }


def test_the_dashboard_counts_new_and_returning_clients(ask: Ask, shop: Shop, other_shop: Shop) -> None:
    month = datetime.now(ZoneInfo("Asia/Almaty")).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    before = month - timedelta(seconds=1)
    with begin() as session:
        for phone, since in ((ALIYA, before), (MARAT, month), (SAULE, month)):
            make_client(session, shop, phone, created_at=since)
        make_client(session, other_shop, ALIYA)
        for phone, total, at in (
            (ALIYA, 9_000_000, before),
            (ALIYA, 100, month),
            (MARAT, 200, month),
            (MARAT, 300, month),
        ):
            make_order(session, shop, customer_phone=phone, total=total, created_at=at)
        make_order(session, shop, customer_phone=SAULE, status="cancelled")
        make_order(session, other_shop, customer_phone=MARAT)
    with watched() as statements:
        shown = ask("GET", "/clients/stats/dashboard", as_role="florist").json
    assert len(statements) <= MOST_STATEMENTS
    assert (shown["total"], shown["new_this_month"]) == (3, 2)
    assert (shown["ordered"], shown["repeat"], shown["repeat_rate"]) == (2, 2, 1)
    best = [(row["phone"], row["orders_count"], row["total_spent"]) for row in shown["top_of_the_month"]]
    assert best == [(MARAT, 2, 500), (ALIYA, 1, 100)]


def test_a_courier_sees_no_clients(ask: Ask, aliya: Client) -> None:
    for path in ("/clients/", f"/clients/{aliya.id}", "/clients/stats/dashboard", "/client_profile?phone=x"):
        assert ask("GET", path, as_role="courier").status_code == 403
        assert ask("GET", path).status_code == 401
