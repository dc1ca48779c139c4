"""What products are made of, and what that costs."""

from typing import Any

import pytest
from sqlalchemy import select

from models import Product, ProductRecipe, Shop, WarehouseItem, begin
from tests.people import make_user
from tests.queries import watched
from tests.shopfloor import make_product, make_recipe, make_warehouse_item
from tests.web.conftest import Ask, Staff, add


@pytest.fixture
def bouquet(shop: Shop) -> Product:
    return add(make_product, shop, "Букет роз", 1_000_000)


@pytest.fixture
def rose(shop: Shop) -> WarehouseItem:
    return add(make_warehouse_item, shop, "Роза", 100, cost_price=40_000)


@pytest.fixture
def ribbon(shop: Shop) -> WarehouseItem:
    return add(make_warehouse_item, shop, "Лента", 5, cost_price=10_000)


def path(product: Product, rest: str = "") -> str:
    return f"/products/{product.id}/recipe{rest}"


def of(item: WarehouseItem, quantity: int = 1, **fields: Any) -> dict[str, Any]:
    return {"warehouse_item_id": item.id, "quantity": quantity, **fields}


def rows() -> list[tuple[int, int, bool]]:
    with begin() as session:
        found = session.scalars(select(ProductRecipe).order_by(ProductRecipe.id))
        return [(row.warehouse_item_id, row.quantity, row.is_optional) for row in found]


def test_a_product_without_a_recipe_costs_nothing(ask: Ask, bouquet: Product) -> None:
    assert ask("GET", path(bouquet), as_role="courier").json == {
        "product_id": bouquet.id,
        "price": 1_000_000,
        "items": [],
        "cost": 0,
        "optional_cost": 0,
        "margin": 1_000_000,
    }


def test_an_ingredient_is_added(ask: Ask, bouquet: Product, rose: WarehouseItem) -> None:
    answer = ask("POST", path(bouquet), as_role="florist", json=of(rose, 15))
    assert answer.status_code == 201
    assert answer.json == {
        "id": answer.json["id"],
        "warehouse_item_id": rose.id,
        "name": "Роза",
        "quantity": 15,
        "is_optional": False,
        "cost_price": 40_000,
        "cost": 600_000,
    }
    assert rows() == [(rose.id, 15, False)]


def test_cost_and_margin_leave_optional_ingredients_out(
    ask: Ask, bouquet: Product, rose: WarehouseItem, ribbon: WarehouseItem
) -> None:
    ask("POST", path(bouquet), as_role="florist", json=of(rose, 30))
    ask("POST", path(bouquet), as_role="florist", json=of(ribbon, 2, is_optional=True))
    shown = ask("GET", path(bouquet), as_role="florist").json
    assert [line["name"] for line in shown["items"]] == ["Роза", "Лента"]
    assert (shown["cost"], shown["optional_cost"], shown["margin"]) == (1_200_000, 20_000, -200_000)


def test_an_item_stands_in_a_recipe_once(ask: Ask, bouquet: Product, rose: WarehouseItem) -> None:
    ask("POST", path(bouquet), as_role="florist", json=of(rose))
    answer = ask("POST", path(bouquet), as_role="florist", json=of(rose, 2))
    assert answer.status_code == 409
    assert list(answer.json["errors"]) == ["warehouse_item_id"]
    assert rows() == [(rose.id, 1, False)]


def test_an_ingredient_is_changed(ask: Ask, bouquet: Product, rose: WarehouseItem) -> None:
    row = ask("POST", path(bouquet), as_role="florist", json=of(rose)).json
    answer = ask("PATCH", path(bouquet, f"/{row['id']}"), as_role="florist", json={"quantity": 3})
    assert (answer.json["quantity"], answer.json["is_optional"], answer.json["cost"]) == (3, False, 120_000)
    answer = ask("PATCH", path(bouquet, f"/{row['id']}"), as_role="florist", json={"is_optional": True})
    assert (answer.json["quantity"], answer.json["is_optional"]) == (3, True)
    assert ask("PATCH", path(bouquet, f"/{row['id']}"), as_role="florist", json={}).json == answer.json


def test_an_ingredient_is_removed(ask: Ask, bouquet: Product, rose: WarehouseItem) -> None:
    row = ask("POST", path(bouquet), as_role="florist", json=of(rose)).json
    answer = ask("DELETE", path(bouquet, f"/{row['id']}"), as_role="florist")
    assert (answer.status_code, answer.data) == (204, b"")
    assert rows() == []
    assert ask("DELETE", path(bouquet, f"/{row['id']}"), as_role="florist").status_code == 404


def test_a_whole_recipe_takes_the_place_of_the_one_before(
    ask: Ask, bouquet: Product, rose: WarehouseItem, ribbon: WarehouseItem, shop: Shop
) -> None:
    paper = add(make_warehouse_item, shop, "Бумага")
    ask("POST", path(bouquet), as_role="florist", json=of(rose))
    ask("POST", path(bouquet), as_role="florist", json=of(paper))
    body = {"items": [of(ribbon, 2, is_optional=True), of(rose, 7)]}
    answer = ask("POST", path(bouquet, "/batch"), as_role="florist", json=body)
    assert answer.status_code == 200
    assert (answer.json["cost"], answer.json["optional_cost"]) == (280_000, 20_000)
    assert sorted(rows()) == sorted([(rose.id, 7, False), (ribbon.id, 2, True)])
    assert ask("POST", path(bouquet, "/batch"), as_role="florist", json={"items": []}).json["items"] == []
    assert rows() == []


def test_an_item_named_twice_is_refused_and_nothing_changes(
    ask: Ask, bouquet: Product, rose: WarehouseItem, ribbon: WarehouseItem
) -> None:
    ask("POST", path(bouquet), as_role="florist", json=of(rose))
    body = {"items": [of(ribbon), of(rose), of(ribbon, 2)]}
    answer = ask("POST", path(bouquet, "/batch"), as_role="florist", json=body)
    assert answer.status_code == 422
    assert answer.json["errors"] == {"items.2.warehouse_item_id": ["is named twice"]}
    assert rows() == [(rose.id, 1, False)]


def test_another_shops_item_is_no_ingredient(
    ask: Ask, bouquet: Product, rose: WarehouseItem, other_shop: Shop
) -> None:
    foreign = add(make_warehouse_item, other_shop)
    answer = ask("POST", path(bouquet), as_role="director", json=of(foreign))
    assert (answer.status_code, answer.json["errors"]) == (422, {"warehouse_item_id": ["no such item"]})
    body = {"items": [of(rose), of(foreign)]}
    answer = ask("POST", path(bouquet, "/batch"), as_role="director", json=body)
    assert (answer.status_code, answer.json["errors"]) == (422, {"items.1.warehouse_item_id": ["no such item"]})
    assert rows() == []


def test_an_item_taken_off_the_list_is_no_ingredient(ask: Ask, bouquet: Product, rose: WarehouseItem) -> None:
    assert ask("DELETE", f"/warehouse/{rose.id}", as_role="manager").status_code == 204
    answer = ask("POST", path(bouquet), as_role="florist", json=of(rose))
    assert answer.json["errors"] == {"warehouse_item_id": ["no such item"]}


def test_another_shops_recipe_is_not_there(ask: Ask, shop: Shop, other_shop: Shop, rose: WarehouseItem) -> None:
    with begin() as session:
        foreign = make_product(session, other_shop)
        row = make_recipe(session, foreign, make_warehouse_item(session, other_shop))
    for method, rest, body in (
        ("GET", "", None),
        ("POST", "", of(rose)),
        ("PATCH", f"/{row.id}", {"quantity": 2}),
        ("DELETE", f"/{row.id}", None),
        ("POST", "/batch", {"items": []}),
    ):
        assert ask(method, path(foreign, rest), as_role="director", json=body).status_code == 404, method
    assert len(rows()) == 1
    assert ask("GET", path(foreign), user=add(make_user, other_shop)).status_code == 200


def test_a_row_of_another_products_recipe_is_not_there(
    ask: Ask, shop: Shop, bouquet: Product, rose: WarehouseItem
) -> None:
    other = add(make_product, shop, "Другой")
    row = ask("POST", path(bouquet), as_role="florist", json=of(rose)).json
    for method, body in (("PATCH", {"quantity": 2}), ("DELETE", None)):
        assert ask(method, path(other, f"/{row['id']}"), as_role="florist", json=body).status_code == 404
    assert rows() == [(rose.id, 1, False)]


@pytest.mark.parametrize(
    ("fields", "named"),
    [
        ({"quantity": 0}, "quantity"),
        ({"quantity": "2"}, "quantity"),
        ({"quantity": 1.0}, "quantity"),
        ({"quantity": 10_001}, "quantity"),
        ({"quantity": None}, "quantity"),
        ({"is_optional": 1}, "is_optional"),
        ({"price": 5}, "price"),
        ({"product_id": 5}, "product_id"),
    ],
)
def test_a_field_of_the_wrong_kind_is_named(
    ask: Ask, bouquet: Product, rose: WarehouseItem, fields: dict[str, Any], named: str
) -> None:
    row = ask("POST", path(bouquet), as_role="florist", json=of(rose)).json
    answer = ask("POST", path(bouquet), as_role="florist", json=of(rose) | fields)
    assert (answer.status_code, list(answer.json["errors"])) == (422, [named])
    answer = ask("PATCH", path(bouquet, f"/{row['id']}"), as_role="florist", json=fields)
    assert (answer.status_code, list(answer.json["errors"])) == (422, [named])
    answer = ask("POST", path(bouquet, "/batch"), as_role="florist", json={"items": [of(rose) | fields]})
    assert (answer.status_code, list(answer.json["errors"])) == (422, [f"items.0.{named}"])


def test_what_a_recipe_is_made_of_cannot_be_swapped(ask: Ask, bouquet: Product, rose: WarehouseItem) -> None:
    row = ask("POST", path(bouquet), as_role="florist", json=of(rose)).json
    body = {"warehouse_item_id": rose.id}
    assert ask("PATCH", path(bouquet, f"/{row['id']}"), as_role="florist", json=body).status_code == 422


def test_a_longer_recipe_costs_no_more_queries(ask: Ask, shop: Shop, bouquet: Product, staff: Staff) -> None:
    staff("florist")
    counts = []
    for length in (1, 8):
        with begin() as session:
            items = [make_warehouse_item(session, shop) for _ in range(length)]
        body = {"items": [of(item) for item in items]}
        with watched() as written:
            assert ask("POST", path(bouquet, "/batch"), as_role="florist", json=body).status_code == 200
        with watched() as read:
            assert len(ask("GET", path(bouquet), as_role="florist").json["items"]) == length
        counts.append((len(written), len(read)))
    (first_written, first_read), (then_written, then_read) = counts
    assert first_read == then_read <= 10
    assert then_written <= first_written + 1 <= 10  # the recipe before is taken away
