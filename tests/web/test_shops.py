"""Shops as customers see them: the active ones, each with its own goods."""

from models import Shop, begin
from tests.people import STRANGERS, make_shop
from tests.queries import watched
from tests.shopfloor import make_product
from tests.web.conftest import Ask, add
from tests.web.test_shop_settings import PUBLIC


def test_active_shops_are_listed_newest_first(ask: Ask, shop: Shop, other_shop: Shop) -> None:
    add(make_shop, STRANGERS, is_active=False)
    answer = ask("GET", "/shops/")
    assert [row["id"] for row in answer.json["items"]] == [other_shop.id, shop.id]
    assert (answer.json["total"], answer.json["next"]) == (2, None)
    assert set(answer.json["items"][0]) == PUBLIC


def test_the_list_has_pages(ask: Ask, shop: Shop, other_shop: Shop) -> None:
    first = ask("GET", "/shops/?limit=1").json
    second = ask("GET", f"/shops/?limit=1&cursor={first['next']}").json
    assert [first["items"][0]["id"], second["items"][0]["id"]] == [other_shop.id, shop.id]
    assert second["next"] is None


def test_one_shop_is_shown_unless_it_is_closed(ask: Ask, shop: Shop, other_shop: Shop) -> None:
    assert ask("GET", f"/shops/{other_shop.id}").json["name"] == other_shop.name
    add(make_shop, STRANGERS, is_active=False)
    for path in (f"/shops/{STRANGERS}", f"/shops/{STRANGERS}/products", "/shops/12345", "/shops/12345/products"):
        assert ask("GET", path).status_code == 404


def test_each_shop_shows_its_own_goods_on_sale(ask: Ask, shop: Shop, other_shop: Shop) -> None:
    add(make_product, shop, "Чужие")
    ours = add(make_product, other_shop, "Розы", type="vitrina")
    add(make_product, other_shop, "Пионы", enabled=False)
    for asker in (None, "director"):
        answer = ask("GET", f"/shops/{other_shop.id}/products?shop_id={shop.id}", as_role=asker)
        assert [row["id"] for row in answer.json["items"]] == [ours.id]
    assert ask("GET", f"/shops/{other_shop.id}/products?type=sweets").json["total"] == 0
    assert ask("GET", f"/shops/{other_shop.id}/products?type=tulips").status_code == 422


def test_more_rows_cost_no_more_queries(ask: Ask, shop: Shop) -> None:
    counts = []
    for number in range(2):
        with begin() as session:
            make_shop(session, 100 + number)
            for _ in range(5):
                make_product(session, shop)
        for path in ("/shops/", f"/shops/{shop.id}", f"/shops/{shop.id}/products"):
            with watched() as statements:
                assert ask("GET", path).status_code == 200
            counts.append(len(statements))
    assert counts[:3] == counts[3:]
    assert max(counts) <= 10
