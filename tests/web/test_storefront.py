"""What a storefront shows besides the plain list."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from models import OrderReservation, Product, ProductImage, Review, Shop, begin
from tests.people import make_user
from tests.queries import watched
from tests.shopfloor import make_order, make_product, make_recipe, make_warehouse_item
from tests.web.conftest import Ask, Staff, add

PUBLIC_LISTS = (
    "/products/public/featured",
    "/products/public/bestsellers",
    "/products/home",
    "/products/filters",
    "/products/search/suggestions?query=Роз",
)


def names(answer: Any) -> list[str]:
    return [item["name"] for item in answer.json["items"]]


def sold(shop: Shop, product: Product, pieces: int, status: str = "delivered", days_ago: int = 1) -> None:
    at = datetime.now(UTC) - timedelta(days_ago)
    add(make_order, shop, [(product, pieces)], status=status, created_at=at)


# Featured


def test_featured_are_on_sale_and_newest_first(ask: Ask, shop: Shop, other_shop: Shop) -> None:
    for name, columns in {
        "Розы": {"is_featured": True},
        "Пионы": {},
        "Лилии": {"is_featured": True, "enabled": False},
        "Эустомы": {"is_featured": True},
    }.items():
        add(make_product, shop, name, **columns)
    add(make_product, other_shop, "Чужие", is_featured=True)
    answer = ask("GET", "/products/public/featured")
    assert (names(answer), answer.json["total"], answer.json["next"]) == (["Эустомы", "Розы"], 2, None)
    first = ask("GET", "/products/public/featured?limit=1").json
    assert names(ask("GET", f"/products/public/featured?limit=1&cursor={first['next']}")) == ["Розы"]
    assert names(ask("GET", f"/products/public/featured?shop_id={other_shop.id}")) == ["Чужие"]


# Bestsellers


def test_bestsellers_are_counted_in_pieces_sold(ask: Ask, shop: Shop) -> None:
    roses, peonies, lilies = (add(make_product, shop, name) for name in ("Розы", "Пионы", "Лилии"))
    sold(shop, roses, 1)
    sold(shop, roses, 1, "accepted")
    sold(shop, peonies, 5, "paid")
    sold(shop, lilies, 100, "cancelled")
    sold(shop, lilies, 100, "new")
    answer = ask("GET", "/products/public/bestsellers")
    assert (names(answer), answer.json["total"], answer.json["next"]) == (["Пионы", "Розы"], 2, None)
    assert names(ask("GET", "/products/public/bestsellers?limit=1")) == ["Пионы"]


def test_what_was_sold_long_ago_or_is_off_sale_does_not_count(ask: Ask, shop: Shop) -> None:
    old, off, sells = (
        add(make_product, shop, name, enabled=name != "Лилии") for name in ("Розы", "Лилии", "Пионы")
    )
    sold(shop, old, 50, days_ago=31)
    sold(shop, off, 50)
    sold(shop, sells, 1)
    assert names(ask("GET", "/products/public/bestsellers")) == ["Пионы"]
    assert names(ask("GET", "/products/public/bestsellers?days=60")) == ["Розы", "Пионы"]


def test_neither_do_deleted_orders_nor_another_shops(ask: Ask, shop: Shop, other_shop: Shop) -> None:
    roses, foreign = add(make_product, shop), add(make_product, other_shop, "Чужие")
    add(make_order, shop, [(roses, 1)], status="delivered", deleted_at=datetime.now(UTC))
    sold(other_shop, foreign, 1)
    assert names(ask("GET", "/products/public/bestsellers")) == []


@pytest.mark.parametrize(("query", "field"), [("limit=0", "limit"), ("limit=101", "limit"), ("days=0", "days")])
def test_a_question_without_sense_is_refused(ask: Ask, shop: Shop, query: str, field: str) -> None:
    answer = ask("GET", f"/products/public/bestsellers?{query}")
    assert (answer.status_code, list(answer.json["errors"])) == (422, [field])


# The first page


def test_the_first_page_has_sections_without_empty_ones(ask: Ask, shop: Shop, other_shop: Shop) -> None:
    assert ask("GET", "/products/home").json == {"sections": []}
    roses = add(make_product, shop, "Розы", is_featured=True)
    add(make_product, shop, "Пионы")
    add(make_product, shop, "Лилии", enabled=False, is_featured=True)
    add(make_product, other_shop, "Чужие")
    sold(shop, roses, 1)
    sections = ask("GET", "/products/home").json["sections"]
    shown = {section["key"]: [item["name"] for item in section["items"]] for section in sections}
    assert shown == {"featured": ["Розы"], "bestsellers": ["Розы"], "newest": ["Пионы", "Розы"]}
    assert [section["title"] for section in sections] == ["Рекомендуем", "Хиты продаж", "Новинки"]


# Filters


def test_filters_are_what_is_on_sale_with_counts(ask: Ask, shop: Shop, other_shop: Shop) -> None:
    add(make_product, shop, price=100, type="vitrina", colors=["red", "white"], tags=["маме"], cities=["Алматы"])
    add(make_product, shop, price=300, type="vitrina", colors=["red", "свой"], occasions=["юбилей"])
    add(make_product, shop, price=200)
    add(make_product, shop, price=9, colors=["blue"], enabled=False)
    add(make_product, other_shop, price=1, colors=["green"])
    shown = ask("GET", "/products/filters").json
    assert shown["price"] == {"min": 100, "max": 300}
    assert shown["types"] == [
        {"value": "vitrina", "name": "Готовые букеты", "count": 2},
        {"value": "catalog", "name": "На заказ", "count": 1},
    ]
    assert shown["colors"] == [
        {"value": "red", "name": "красный", "count": 2},
        {"value": "white", "name": "белый", "count": 1},
        {"value": "свой", "name": "свой", "count": 1},
    ]
    assert [shown[group][0]["value"] for group in ("tags", "occasions", "cities")] == ["маме", "юбилей", "Алматы"]


def test_without_products_there_is_nothing_to_choose(ask: Ask, shop: Shop) -> None:
    shown = ask("GET", "/products/filters").json
    assert shown.pop("price") == {"min": None, "max": None}
    assert set(shown) == {"types", "colors", "occasions", "cities", "tags"}
    assert not any(shown.values())


# Suggestions


def test_suggestions_begin_with_the_words_then_have_them_inside(ask: Ask, shop: Shop, other_shop: Shop) -> None:
    for name in ("Букет роз", "Розы красные", "Розы", "Пионы", "Скидка 100%_"):
        add(make_product, shop, name)
    add(make_product, shop, "Роза белая", enabled=False)
    add(make_product, other_shop, "Розы чужие")
    answer = ask("GET", "/products/search/suggestions?query= РОЗ")
    assert names(answer) == ["Розы", "Розы красные", "Букет роз"]
    assert set(answer.json["items"][0]) == {"id", "name", "price", "image"}
    assert (answer.json["total"], answer.json["next"]) == (3, None)
    assert names(ask("GET", "/products/search/suggestions?query=роз&limit=1")) == ["Розы"]
    for mark in ("%25", "_"):
        assert names(ask("GET", f"/products/search/suggestions?query={mark}")) == ["Скидка 100%_"]
    assert names(ask("GET", "/products/search/suggestions?query=%20")) == []


@pytest.mark.parametrize(
    ("query", "field"), [("", "query"), ("query=", "query"), ("query=a&limit=21", "limit"), ("query=%00", "query")]
)
def test_nothing_cannot_be_suggested(ask: Ask, shop: Shop, query: str, field: str) -> None:
    answer = ask("GET", f"/products/search/suggestions?{query}")
    assert (answer.status_code, list(answer.json["errors"])) == (422, [field])


# One product


@pytest.fixture
def bouquet(shop: Shop) -> Product:
    """15 roses of 40, of which 8 are promised to somebody; ribbon, if there is any."""
    with begin() as session:
        product = make_product(session, shop, "Букет")
        session.add(ProductImage(product_id=product.id, url="/upload/a.jpg", is_primary=True))
        rose = make_warehouse_item(session, shop, "Роза", quantity=40)
        make_recipe(session, product, rose, 15)
        make_recipe(session, product, make_warehouse_item(session, shop, "Лента", quantity=0), is_optional=True)
        order = make_order(session, shop)
        session.add(OrderReservation(order_id=order.id, warehouse_item_id=rose.id, quantity=8))
        for rating, status in ((5, "published"), (4, "published"), (1, "pending"), (1, "hidden")):
            fields = {"author_name": "Алия", "text": "Ок", "rating": rating, "status": status}
            session.add(Review(shop_id=shop.id, product_id=product.id, **fields))
    return product


def test_the_page_of_a_product_has_all_it_shows(ask: Ask, bouquet: Product) -> None:
    shown = ask("GET", f"/products/{bouquet.id}/detail").json
    assert shown["composition"] == [
        {"name": "Роза", "quantity": 15, "is_optional": False},
        {"name": "Лента", "quantity": 1, "is_optional": True},
    ]
    assert shown["availability"] == {
        "product_id": bouquet.id,
        "quantity": 1,
        "available": True,
        "max_quantity": 2,
    }
    assert shown["rating"] == {"average": 4.5, "count": 2}
    assert shown["images"] == [{"url": "/upload/a.jpg", "is_primary": True}]
    assert not {"sync", "version", "bitrix_id"} & set(shown)


def test_a_product_without_recipe_or_reviews_is_made_to_order(ask: Ask, shop: Shop) -> None:
    shown = ask("GET", f"/products/{add(make_product, shop).id}/detail").json
    assert (shown["composition"], shown["rating"]) == ([], {"average": None, "count": 0})
    assert (shown["availability"]["available"], shown["availability"]["max_quantity"]) == (True, None)


@pytest.mark.parametrize(("quantity", "available"), [(None, True), (2, True), (3, False), (10_000, False)])
def test_availability_counts_what_is_not_promised(
    ask: Ask, bouquet: Product, quantity: int | None, available: bool
) -> None:
    query = f"?quantity={quantity}" if quantity else ""
    shown = ask("GET", f"/products/{bouquet.id}/availability{query}").json
    expected = {
        "product_id": bouquet.id,
        "quantity": quantity or 1,
        "available": available,
        "max_quantity": 2,
    }
    assert shown == expected


def test_what_is_promised_twice_leaves_nothing_and_not_less(ask: Ask, shop: Shop) -> None:
    with begin() as session:
        product = make_product(session, shop)
        rose = make_warehouse_item(session, shop, quantity=1)
        make_recipe(session, product, rose)
        order = make_order(session, shop)
        session.add(OrderReservation(order_id=order.id, warehouse_item_id=rose.id, quantity=5))
    shown = ask("GET", f"/products/{product.id}/availability").json
    assert (shown["available"], shown["max_quantity"]) == (False, 0)


@pytest.mark.parametrize("quantity", ["0", "-1", "many", "10001", "1.5"])
def test_a_quantity_without_sense_is_refused(ask: Ask, bouquet: Product, quantity: str) -> None:
    answer = ask("GET", f"/products/{bouquet.id}/availability?quantity={quantity}")
    assert (answer.status_code, list(answer.json["errors"])) == (422, ["quantity"])


@pytest.mark.parametrize("path", ["detail", "availability"])
def test_what_is_off_sale_or_another_shops_has_no_page(ask: Ask, shop: Shop, other_shop: Shop, path: str) -> None:
    off, foreign = add(make_product, shop, enabled=False), add(make_product, other_shop)
    for id in (off.id, foreign.id, 12345):
        assert ask("GET", f"/products/{id}/{path}").status_code == 404
    assert ask("GET", f"/products/{foreign.id}/{path}?shop_id={other_shop.id}").status_code == 200


# Figures


def test_the_summary_counts_the_own_shops_products(ask: Ask, shop: Shop, other_shop: Shop) -> None:
    add(make_product, shop, price=100, type="vitrina", image="/a.jpg", is_featured=True)
    add(make_product, shop, price=201)
    add(make_product, shop, price=999, enabled=False, bitrix_id=None)
    add(make_product, other_shop)
    shown = ask("GET", "/products/stats/summary", as_role="courier").json
    assert shown == {
        "total": 3,
        "enabled": 2,
        "disabled": 1,
        "featured": 1,
        "without_image": 2,
        "local_only": 1,
        "average_price": 150,
        "by_type": {"catalog": 2, "vitrina": 1},
    }
    assert ask("GET", "/products/stats/summary", user=add(make_user, other_shop)).json["total"] == 1
    assert ask("GET", "/products/stats/summary").status_code == 401


def test_without_products_the_summary_is_zeros(ask: Ask, shop: Shop) -> None:
    shown = ask("GET", "/products/stats/summary", as_role="courier").json
    assert (shown["total"], shown["average_price"], shown["by_type"]) == (0, None, {})


# All of them


def test_a_closed_shop_shows_nothing(ask: Ask, shop: Shop) -> None:
    for path in PUBLIC_LISTS:
        mark = "&" if "?" in path else "?"
        assert ask("GET", f"{path}{mark}shop_id=12345").status_code == 404
        assert ask("GET", f"{path}{mark}shop_id=x").status_code == 422


def test_more_rows_cost_no_more_queries(ask: Ask, shop: Shop, staff: Staff) -> None:
    staff("director")
    counts = []
    for _ in range(2):
        for _ in range(4):
            product = add(make_product, shop, is_featured=True, type="vitrina", tags=["a", "b"])
            with begin() as session:
                make_recipe(session, session.merge(product), make_warehouse_item(session, shop))
                session.add(ProductImage(product_id=product.id, url="/a.jpg"))
            sold(shop, product, 1)
        paths = (*PUBLIC_LISTS, f"/products/{product.id}/detail", f"/products/{product.id}/availability")
        for path in (*paths, "/products/stats/summary"):
            with watched() as statements:
                assert ask("GET", path, as_role="director").status_code == 200
            counts.append(len(statements))
    half = len(counts) // 2
    assert counts[:half] == counts[half:]
    assert max(counts) <= 10
