"""A superadmin's hand on products and orders is bound by the same rules, and owes the site the same."""

from typing import Any

import pytest
from sqlalchemy import select, text

from models import Order, OrderHistory, Outbox, Product, Shop, begin
from tests.queries import watched
from tests.shopfloor import make_link, make_order, make_product, make_recipe, make_warehouse_item
from tests.web.conftest import Ask, Staff, add

NOWHERE = 2**52


@pytest.fixture
def product(shop: Shop) -> Product:
    with begin() as session:
        product = make_product(session, shop, width=40)
        make_link(session, product)
    return product


@pytest.fixture
def sent(ask: Ask) -> Any:
    def send(method: str, path: str, **options: Any) -> Any:
        return ask(method, f"/superadmin/{path}", as_role="superadmin", **options)

    return send


def debts() -> list[tuple[str, str]]:
    with begin() as session:
        return [(row.kind, row.key) for row in session.scalars(select(Outbox))]


def test_an_edit_is_owed_to_the_site(sent: Any, product: Product) -> None:
    answer = sent("PUT", f"products/{product.id}", json={"price": 7})
    assert (answer.status_code, answer.json["price"], answer.json["sync"]["state"]) == (200, 7, "pending")
    assert debts() == [("product", str(product.bitrix_id))]


def test_what_the_site_owns_is_refused(sent: Any, product: Product) -> None:
    answer = sent("PUT", f"products/{product.id}", json={"width": 41})
    assert answer.status_code == 409
    assert list(answer.json["errors"]) == ["width"]
    assert debts() == []


def test_a_product_is_toggled_and_owed(sent: Any, product: Product) -> None:
    for enabled in (False, True):
        assert sent("PUT", f"products/{product.id}/toggle").json["enabled"] is enabled
    assert debts() == [("product", str(product.bitrix_id))]


def test_a_deleted_product_is_gone_and_owed(sent: Any, product: Product) -> None:
    answer = sent("DELETE", f"products/{product.id}")
    assert (answer.status_code, answer.data) == (204, b"")
    assert debts() == [("product", str(product.bitrix_id))]
    assert sent("GET", "products").json["total"] == 0
    for method, path in (("PUT", ""), ("PUT", "/toggle"), ("DELETE", "")):
        assert sent(method, f"products/{product.id}{path}", json={}).status_code == 404


def test_a_shop_of_its_own_owes_nothing(sent: Any, shop: Shop, other_shop: Shop) -> None:
    product = add(make_product, other_shop)
    assert sent("PUT", f"products/{product.id}", json={"width": 5}).json["width"] == 5
    assert sent("PUT", f"products/{product.id}/toggle").status_code == 200
    assert sent("DELETE", f"products/{product.id}").status_code == 204
    assert debts() == []


def test_an_edit_is_written_down_where_the_product_is(ask: Ask, sent: Any, product: Product, staff: Staff) -> None:
    sent("PUT", f"products/{product.id}", json={"price": 7})
    (entry,) = ask("GET", "/audit", as_role="director").json["items"]
    assert (entry["user_id"], entry["changes"]) == (staff("superadmin").id, {"price": [product.price, 7]})


def test_a_status_goes_its_way_with_stock_and_history(sent: Any, other_shop: Shop, staff: Staff) -> None:
    with begin() as session:
        product = make_product(session, other_shop)
        item = make_warehouse_item(session, other_shop, quantity=5)
        make_recipe(session, product, item, quantity=2)
        order = make_order(session, other_shop, [(product, 1)], status="accepted")
    answer = sent("PUT", f"orders/{order.id}/status", json={"status": "assembled"})
    assert (answer.status_code, answer.json["status"]) == (200, "assembled")
    with begin() as session:
        assert session.get_one(type(item), item.id).quantity == 3
        row = session.scalars(select(OrderHistory).where(OrderHistory.field == "status")).one()
    assert (row.actor_kind, row.actor_id, row.forced) == ("user", staff("superadmin").id, False)


@pytest.mark.parametrize(
    ("path", "body", "status", "field"),
    [
        ("status", {"status": "delivered"}, 409, "status"),
        ("status", {"status": "lost"}, 422, "status"),
        ("status", {"status": "cancelled"}, 422, "notes"),
        ("status", {}, 422, "status"),
        ("cancel", {}, 422, "reason"),
        ("cancel", {"reason": ""}, 422, "reason"),
        ("cancel", {"reason": "   "}, 422, "reason"),
    ],
)
def test_no_rule_is_waived(
    sent: Any, other_shop: Shop, path: str, body: dict[str, Any], status: int, field: str
) -> None:
    order = add(make_order, other_shop)
    answer = sent("PUT", f"orders/{order.id}/{path}", json=body)
    assert (answer.status_code, list(answer.json["errors"])) == (status, [field])
    with begin() as session:
        assert session.get_one(Order, order.id).status == "new"


def test_an_order_is_cancelled_for_a_reason(sent: Any, other_shop: Shop) -> None:
    order = add(make_order, other_shop)
    answer = sent("PUT", f"orders/{order.id}/cancel", json={"reason": "Двойной заказ"})
    assert (answer.status_code, answer.json["status"]) == (200, "cancelled")
    with begin() as session:
        assert session.scalars(select(OrderHistory.note)).all() == ["Двойной заказ"]


@pytest.mark.parametrize(
    ("method", "path"),
    [
        ("PUT", "products/{}"),
        ("PUT", "products/{}/toggle"),
        ("DELETE", "products/{}"),
        ("GET", "orders/{}"),
    ],
)
def test_what_is_not_there_is_not_found(sent: Any, method: str, path: str) -> None:
    assert sent(method, path.format(NOWHERE), json={}).status_code == 404


def test_an_order_that_is_not_there_cannot_be_moved(sent: Any) -> None:
    assert sent("PUT", f"orders/{NOWHERE}/status", json={"status": "paid"}).status_code == 404
    assert sent("PUT", f"orders/{NOWHERE}/cancel", json={"reason": "x"}).status_code == 404


def test_lists_reach_across_shops_and_are_narrowed_down(sent: Any, shop: Shop, other_shop: Shop) -> None:
    with begin() as session:
        here, there = make_product(session, shop, "Розы"), make_product(session, other_shop, "Пионы", enabled=False)
        first, second = make_order(session, shop, [(here, 1)]), make_order(session, other_shop, status="paid")
        make_order(session, shop, deleted_at=first.created_at)
    for path, found in (
        ("products", [there.id, here.id]),
        ("products?search=пион", [there.id]),
        ("products?enabled=true", [here.id]),
        (f"products?shop_id={shop.id}", [here.id]),
        ("orders", [second.id, first.id]),
        ("orders?status=paid", [second.id]),
        (f"orders?shop_id={shop.id}", [first.id]),
        (f"orders?tracking_id={first.tracking_id}", [first.id]),
        (f"orders?phone=8{second.customer_phone[2:]}", [second.id]),
    ):
        answer = sent("GET", path)
        assert sorted(row["id"] for row in answer.json["items"]) == sorted(found), path
    assert sent("GET", f"orders/{first.id}").json["items"][0]["name"] == "Розы"


def test_lists_take_the_same_statements_however_long(sent: Any, shop: Shop, staff: Staff) -> None:
    staff("superadmin")
    with begin() as session:
        for _ in range(4):
            make_order(session, shop, [(make_product(session, shop), 1)])
    for path in ("products", "orders"):
        for limit in (1, 4):
            with watched() as statements:
                assert len(sent("GET", f"{path}?limit={limit}").json["items"]) == limit
            assert len(statements) == 5


def test_the_platform_is_summed_up(sent: Any, shop: Shop, other_shop: Shop) -> None:
    with begin() as session:
        product = make_product(session, shop, price=100, enabled=False)
        make_order(session, shop, [(product, 2)])
        make_order(session, other_shop, [(product, 1)], status="cancelled")
        old = make_order(session, other_shop, [(product, 5)], status="delivered")
        old.created_at = "2026-01-01T00:00Z"
        make_order(session, other_shop, [(product, 9)], deleted_at=old.created_at)
    assert sent("GET", "stats").json == {
        "shops": 2,
        "active_shops": 2,
        "users": 1,
        "active_users": 1,
        "products": 1,
        "enabled_products": 0,
        "orders": 3,
        "orders_by_status": {"new": 1, "cancelled": 1, "delivered": 1},
        "revenue": 700,
        "orders_today": 2,
        "revenue_today": 200,
    }


def test_a_shop_that_is_not_there_is_not_found(ask: Ask, shop: Shop) -> None:
    """Where a superadmin names the shop they mean."""
    for method, path in (("GET", "orders/"), ("GET", "shop/settings"), ("POST", "products/"), ("GET", "audit")):
        body = {"name": "Розы", "price": 1} if method == "POST" else None
        answer = ask(method, f"/{path}?shop_id={NOWHERE}", as_role="superadmin", json=body)
        assert answer.status_code == 404, path


MANY = """
INSERT INTO product (shop_id, name, price, created_at)
SELECT shop.id, 'x', 1, now() - n * interval '1 s' FROM shop, generate_series(1, 2500) n
"""


def test_products_of_all_shops_are_walked_by_an_index(shop: Shop, other_shop: Shop) -> None:
    with begin() as session:
        session.execute(text(MANY))
        session.execute(text("ANALYZE product"))
        newest = "SELECT id FROM product WHERE deleted_at IS NULL ORDER BY created_at DESC, id DESC LIMIT 21"
        plan = "\n".join(session.scalars(text(f"EXPLAIN {newest}")))
        session.rollback()
    assert "ix_product_newest_of_all" in plan
