"""Conflicts in the console, and a person's word about them."""

from typing import Any

import pytest

from models import Order, OrderHistory, Outbox, Product, Shop, SyncLink, User, begin
from tests.queries import watched
from tests.shopfloor import make_conflict, make_link, make_order, make_product
from tests.web.conftest import Ask, Staff

PATH = "/sync/conflicts"


def conflict(link: SyncLink, field: str, ours: Any, theirs: Any, winner: str = "site") -> int:
    with begin() as session:
        return make_conflict(session, link, field, ours=ours, theirs=theirs, winner=winner).id


def product_link(shop: Shop, **columns: Any) -> SyncLink:
    with begin() as session:
        return make_link(session, make_product(session, shop, **columns))


def order_link(shop: Shop, **columns: Any) -> SyncLink:
    with begin() as session:
        return make_link(session, make_order(session, shop, **columns))


def owed() -> list[tuple[str, str]]:
    with begin() as session:
        return [(debt.kind, debt.reason) for debt in session.query(Outbox)]


@pytest.fixture
def lost(shop: Shop) -> int:
    """We had 600 000, the site 500 000, and the site won."""
    return conflict(product_link(shop, price=500_000), "price", 600_000, 500_000)


def product() -> Product:
    with begin() as session:
        return session.query(Product).one()


def resolve(ask: Ask, id: int, winner: str | None = None, **options: Any) -> Any:
    who = options or {"as_role": "manager"}
    return ask("POST", f"{PATH}/{id}/resolve", json={"winner": winner} if winner else {}, **who)


def test_both_values_are_listed_with_their_entity(ask: Ask, lost: int) -> None:
    (item,) = ask("GET", f"{PATH}?state=open", as_role="manager").json["items"]
    row = product()
    assert (item["kind"], item["bitrix_id"], item["local_id"]) == ("product", row.bitrix_id, row.id)
    assert (item["field"], item["ours"], item["theirs"], item["winner"]) == ("price", 600_000, 500_000, "site")


def test_they_are_counted_without_their_links(ask: Ask, lost: int) -> None:
    with watched() as statements:
        ask("GET", f"{PATH}?state=open", as_role="manager")
    counted, listed = [statement for statement in statements if "FROM sync_conflict" in statement]
    assert "count(*)" in counted
    assert ["sync_link" in statement for statement in (counted, listed)] == [False, True]


def test_ours_is_put_back_and_owed_to_the_site(ask: Ask, lost: int) -> None:
    answer = resolve(ask, lost, "us")
    assert (answer.status_code, answer.json["state"], answer.json["winner"]) == (200, "resolved", "us")
    assert answer.json["resolved_at"]
    assert product().price == 600_000
    assert owed() == [("product", "conflict resolved")]


def test_theirs_stands_as_it_is_and_is_looked_at_again(ask: Ask, lost: int) -> None:
    assert resolve(ask, lost, "site").json["state"] == "resolved"
    assert product().price == 500_000
    assert owed() == [("product", "conflict resolved")]


def test_theirs_is_taken_where_ours_had_won(ask: Ask, shop: Shop) -> None:
    id = conflict(product_link(shop, name="Пионы"), "name", "Пионы", "Розы", winner="us")
    assert resolve(ask, id, "site").status_code == 200
    assert product().name == "Розы"


def test_without_a_winner_it_is_only_marked_as_seen(ask: Ask, lost: int) -> None:
    assert resolve(ask, lost).json["state"] == "resolved"
    assert (product().price, owed()) == (500_000, [])


def test_what_was_resolved_is_not_resolved_again(ask: Ask, lost: int) -> None:
    resolve(ask, lost)
    assert resolve(ask, lost, "us").status_code == 409
    assert product().price == 500_000


def test_a_field_that_moved_on_is_not_overwritten(ask: Ask, lost: int) -> None:
    with begin() as session:
        session.query(Product).one().price = 700_000
    answer = resolve(ask, lost, "us")
    assert (answer.status_code, list(answer.json["errors"])) == (409, ["winner"])
    assert product().price == 700_000
    assert resolve(ask, lost).status_code == 200


def test_what_only_the_site_may_change_names_its_owner(ask: Ask, shop: Shop) -> None:
    id = conflict(product_link(shop, width=30), "width", 40, 30)
    answer = resolve(ask, id, "us")
    assert (answer.status_code, list(answer.json["errors"])) == (409, ["width"])


def test_a_status_of_ours_is_set_with_history_and_stays_ahead(ask: Ask, shop: Shop, staff: Staff) -> None:
    link = order_link(shop, status="accepted", bitrix_status="AP")
    id = conflict(link, "status", "assembled", "AP")
    assert resolve(ask, id, "us").status_code == 200
    with begin() as session:
        order, entry = session.query(Order).one(), session.query(OrderHistory).one()
    assert (order.status, order.bitrix_status) == ("assembled", "AP")
    assert (entry.field, entry.actor_kind, entry.actor_id) == ("status", "user", staff("manager").id)


def test_a_status_that_may_not_follow_is_refused(ask: Ask, shop: Shop) -> None:
    id = conflict(order_link(shop, status="delivered", bitrix_status="F"), "status", "new", "F")
    assert resolve(ask, id, "us").status_code == 409


@pytest.mark.parametrize(
    ("field", "column", "stands", "chosen"),
    [
        ("recipient_name", "recipient_name", "Сауле", "Айша"),
        ("date", "delivery_date", "2026-11-03", "2026-11-04"),
    ],
)
def test_a_field_of_an_order_is_put_back(
    ask: Ask, shop: Shop, field: str, column: str, stands: str, chosen: str
) -> None:
    id = conflict(order_link(shop, **{column: stands}), field, chosen, stands)
    assert resolve(ask, id, "us").status_code == 200
    with begin() as session:
        assert str(getattr(session.query(Order).one(), column)) == chosen
    assert owed() == [("order", "conflict resolved")]


def test_the_items_of_an_order_are_put_back(ask: Ask, shop: Shop) -> None:
    id = conflict(order_link(shop), "items", [["Розы", 2, 500_000]], [["Букет", 1, 1_000_000]])
    assert resolve(ask, id, "us").status_code == 200
    with begin() as session:
        order = session.query(Order).one()
        assert [(line.name, line.quantity, line.price) for line in order.items] == [("Розы", 2, 500_000)]


def test_of_what_was_deleted_here_it_can_only_be_marked_as_seen(ask: Ask, shop: Shop) -> None:
    link = product_link(shop)
    id = conflict(link, "price", 1, 2)
    with begin() as session:
        session.get_one(SyncLink, link.id).local_id = None
    assert resolve(ask, id, "us").status_code == 409
    assert resolve(ask, id, "site").status_code == 200


@pytest.mark.parametrize("body", [{"winner": "nobody"}, {"winner": 1}, {"value": 5}])
def test_a_word_that_is_none_is_named(ask: Ask, lost: int, body: dict[str, Any]) -> None:
    answer = ask("POST", f"{PATH}/{lost}/resolve", as_role="manager", json=body)
    assert (answer.status_code, list(answer.json["errors"])) == (422, list(body))


def test_to_another_shop_none_of_them_is_there(ask: Ask, lost: int, stranger: User) -> None:
    assert ask("GET", PATH, user=stranger).json["total"] == 0
    assert resolve(ask, lost, "us", user=stranger).status_code == 404
    assert product().price == 500_000
