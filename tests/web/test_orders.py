"""What staff see of orders."""

from datetime import date
from typing import Any

import pytest
from sqlalchemy import text

from models import Order, Shop, begin, begin_for
from shop.actor import Actor
from shop.order_status import change_status
from tests.people import make_user
from tests.queries import watched
from tests.shopfloor import make_order, make_product
from tests.web.conftest import Ask, Staff, add


def numbers(answer: Any) -> set[str]:
    return {item["number"] for item in answer.json["items"]}


def test_an_order_is_shown_whole(ask: Ask, shop: Shop) -> None:
    with begin() as session:
        product = make_product(session, shop, "Розы", 500_000)
        order = make_order(session, shop, [(product, 2)], bitrix_order_id=123901, bitrix_status="AP")
    shown = ask("GET", f"/orders/{order.id}", as_role="florist").json
    assert shown["uuid"] == str(order.uuid)
    assert (shown["bitrix_order_id"], shown["bitrix_status"], shown["status"]) == (123901, "AP", "new")
    assert (shown["phone"], shown["customer_name"]) == (order.customer_phone, "Алия")
    assert shown["total"] == 1_000_000
    assert shown["items"] == [
        {
            "id": order.items[0].id,
            "product_id": product.id,
            "name": "Розы",
            "price": 500_000,
            "quantity": 2,
            "total": 1_000_000,
            "special_requests": None,
        }
    ]


def test_a_shop_sees_its_own_orders_only(ask: Ask, shop: Shop, other_shop: Shop) -> None:
    own, foreign = add(make_order, shop), add(make_order, other_shop)
    assert numbers(ask("GET", "/orders/", as_role="director")) == {own.number}
    assert ask("GET", f"/orders/?shop_id={other_shop.id}", as_role="director").json["total"] == 1
    for path in ("", "/history"):
        assert ask("GET", f"/orders/{foreign.id}{path}", as_role="director").status_code == 404


def test_a_courier_sees_own_deliveries_only(ask: Ask, shop: Shop, staff: Staff) -> None:
    own = add(make_order, shop, courier_id=staff("courier").id)
    others = add(make_order, shop, courier_id=add(make_user, shop, "courier").id)
    nobodys = add(make_order, shop)
    assert numbers(ask("GET", "/orders/", as_role="courier")) == {own.number}
    assert ask("GET", f"/orders/{own.id}", as_role="courier").status_code == 200
    for order in (others, nobodys):
        for path in ("", "/history"):
            assert ask("GET", f"/orders/{order.id}{path}", as_role="courier").status_code == 404


def test_a_superadmin_looks_into_any_shop(ask: Ask, shop: Shop, other_shop: Shop) -> None:
    foreign = add(make_order, other_shop)
    path = f"/orders/{foreign.id}?shop_id={other_shop.id}"
    assert ask("GET", path, as_role="superadmin").json["number"] == foreign.number


def test_a_deleted_order_is_not_there(ask: Ask, shop: Shop) -> None:
    with begin() as session:
        order = make_order(session, shop, deleted_at=shop.created_at)
    assert ask("GET", f"/orders/{order.id}", as_role="director").status_code == 404
    assert ask("GET", "/orders/", as_role="director").json["total"] == 0


@pytest.fixture
def orders(shop: Shop, staff: Staff) -> dict[str, Order]:
    return {
        "ours": add(
            make_order,
            shop,
            status="accepted",
            customer_name="Алия",
            customer_phone="+77000000101",
            responsible_id=staff("florist").id,
            delivery_date=date(2026, 12, 1),
        ),
        "theirs": add(
            make_order,
            shop,
            customer_name="Бота",
            customer_phone="+77000000202",
            recipient_phone="+77000000101",
            bitrix_order_id=123901,
            courier_id=staff("courier").id,
            delivery_date=date(2026, 12, 31),
            delivery_type="pickup",
            problem_reason="Не отвечает",
        ),
    }


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("status=accepted", {"ours"}),
        ("search=али", {"ours"}),
        ("search=123901", {"theirs"}),
        ("search=%25", set()),
        ("phone=8 700 000 01 01", {"ours", "theirs"}),
        ("phone=0202", {"theirs"}),
        ("phone=nobody", set()),
        ("assigned_to_me=true", {"ours"}),
        ("type=pickup", {"theirs"}),
        ("problem=true", {"theirs"}),
        ("problem=false", {"ours"}),
        ("delivery_from=2026-12-02", {"theirs"}),
        ("delivery_to=2026-12-31", {"ours", "theirs"}),
        ("delivery_from=2026-11-01&delivery_to=2026-12-01", {"ours"}),
        ("unknown=1", {"ours", "theirs"}),
    ],
)
def test_filters_narrow_the_list(ask: Ask, orders: dict[str, Order], query: str, expected: set[str]) -> None:
    answer = ask("GET", f"/orders/?{query}", as_role="florist")
    assert numbers(answer) == {orders[name].number for name in expected}
    assert answer.json["total"] == len(expected)


def test_by_whom_an_order_is_worked(ask: Ask, orders: dict[str, Order], staff: Staff) -> None:
    by_florist = ask("GET", f"/orders/?responsible={staff('florist').id}", as_role="manager")
    assert numbers(by_florist) == {orders["ours"].number}
    by_courier = ask("GET", f"/orders/?courier={staff('courier').id}", as_role="manager")
    assert numbers(by_courier) == {orders["theirs"].number}


@pytest.mark.parametrize(
    "query", ["status=lost", "delivery_from=soon", "responsible=x", "assigned_to_me=2", "type=air"]
)
def test_a_filter_of_the_wrong_kind_is_named(ask: Ask, shop: Shop, query: str) -> None:
    answer = ask("GET", f"/orders/?{query}", as_role="florist")
    assert answer.status_code == 422
    assert list(answer.json["errors"]) == [query.partition("=")[0]]


def test_history_tells_every_change_newest_first(ask: Ask, shop: Shop) -> None:
    order = add(make_order, shop)
    for status, actor in (("accepted", Actor.bitrix(42)), ("new", Actor.bitrix())):
        with begin() as session:
            change_status(session, session.get_one(Order, order.id), status, actor=actor, note="...")
    listed = ask("GET", f"/orders/{order.id}/history", as_role="florist").json
    assert listed["total"] == 2
    back, forth = listed["items"]
    assert (back["old_value"], back["new_value"], back["forced"]) == ("accepted", "new", True)
    assert (forth["actor"], forth["actor_id"], forth["field"], forth["note"]) == ("bitrix", 42, "status", "...")
    first = ask("GET", f"/orders/{order.id}/history?limit=1", as_role="florist").json
    rest = ask("GET", f"/orders/{order.id}/history?limit=1&cursor={first['next']}", as_role="florist").json
    assert [first["items"][0]["id"], rest["items"][0]["id"]] == [back["id"], forth["id"]]
    assert rest["next"] is None


def test_a_longer_list_costs_no_more_queries(ask: Ask, shop: Shop, staff: Staff) -> None:
    staff("manager")
    counts = []
    for _ in range(2):
        with begin() as session:
            for _ in range(5):
                make_order(session, shop)
        with watched() as statements:
            assert ask("GET", "/orders/?limit=100", as_role="manager").status_code == 200
        counts.append(len(statements))
    assert counts[0] == counts[1]


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("алия", {"#1"}),
        ("САУЛЕ", {"#2"}),
        ("сауле к", {"#2"}),
        ("дана сауле", set()),
        ("1234", {"#1", "#3"}),
        ("123456789", {"#1"}),
        ("%", {"#%"}),
        ("_", set()),
        ("\\", set()),
        ("'", set()),
        ("я", {"#1"}),
    ],
)
def test_an_order_is_found_by_part_of_what_names_it(ask: Ask, shop: Shop, words: str, found: set[str]) -> None:
    with begin() as session:
        make_order(session, shop, number="#1", tracking_id="123456789", customer_name="Алия")
        make_order(session, shop, number="#2", customer_name="Дана", recipient_name="Сауле К.")
        make_order(session, shop, number="#3", customer_name="Дана", bitrix_order_id=1234)
        make_order(session, shop, number="#%", customer_name=None, recipient_name=None)
    answer = ask("GET", "/orders/", as_role="florist", query_string={"search": words})
    assert (numbers(answer), answer.json["total"]) == (found, len(found))


def test_a_search_sees_its_own_shop_only(ask: Ask, shop: Shop, other_shop: Shop) -> None:
    add(make_order, other_shop, customer_name="Сауле", bitrix_order_id=1234)
    own = add(make_order, shop, customer_name="Сауле")
    assert numbers(ask("GET", "/orders/?search=Сауле", as_role="florist")) == {own.number}
    assert ask("GET", "/orders/?search=1234", as_role="florist").json["total"] == 0
    with begin_for(shop.id) as session:
        said = "SELECT id FROM order_words_here WHERE said LIKE '%сауле%'"
        assert session.execute(text(said)).scalars().all() == [own.id]
        session.execute(text("SET LOCAL cvety.shop_id = ''"))
        assert session.execute(text(said)).all() == []


def test_a_search_goes_with_filters_sorting_and_pages(ask: Ask, shop: Shop, staff: Staff) -> None:
    courier = staff("courier")
    with begin() as session:
        for n in range(1, 6):
            make_order(
                session,
                shop,
                number=f"#{n}",
                customer_name="Сауле" if n < 5 else "Дана",
                status="paid" if n % 2 else "accepted",
                delivery_date=date(2026, 12, 10 - n),
                courier_id=courier.id if n == 4 else None,
            )

    def found(query: str, role: str = "florist") -> tuple[list[str], int]:
        answer = ask("GET", f"/orders/?search=сауле&{query}", as_role=role).json
        return [item["number"] for item in answer["items"]], answer["total"]

    assert found("") == (["#4", "#3", "#2", "#1"], 4)
    assert found("status=paid") == (["#3", "#1"], 2)
    assert found("sort=delivery_date") == (["#4", "#3", "#2", "#1"], 4)
    assert found("sort=-delivery_date&status=accepted") == (["#2", "#4"], 2)
    assert found("limit=1&page=3") == (["#2"], 4)
    assert found("limit=2&page=4") == ([], 4)
    assert found("", "courier") == (["#4"], 1)
    first = ask("GET", "/orders/?search=сауле&limit=3", as_role="florist").json
    assert found(f"limit=3&cursor={first['next']}") == (["#1"], 4)
