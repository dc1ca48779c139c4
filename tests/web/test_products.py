"""The shop window: what anybody sees."""

import pytest
from flask.testing import FlaskClient

from models import Product, ProductImage, Shop, begin
from tests.people import make_user
from tests.queries import watched
from tests.shopfloor import make_product
from tests.web.conftest import Ask, Staff, add, bearer
from web.api import product_queries


def names(answer: object) -> set[str]:
    return {item["name"] for item in answer.json["items"]}  # type: ignore[attr-defined]


def test_without_a_token_it_is_the_mirrored_shops(ask: Ask, shop: Shop, other_shop: Shop) -> None:
    add(make_product, shop, "Розы")
    add(make_product, other_shop, "Чужие")
    answer = ask("GET", "/products/")
    assert names(answer) == {"Розы"}
    assert answer.json["total"] == 1
    assert answer.json["next"] is None


def test_a_shop_may_be_asked_for(ask: Ask, shop: Shop, other_shop: Shop) -> None:
    add(make_product, shop, "Розы")
    add(make_product, other_shop, "Чужие")
    assert names(ask("GET", f"/products/?shop_id={other_shop.id}")) == {"Чужие"}
    assert ask("GET", "/products/?shop_id=12345").status_code == 404
    assert ask("GET", "/products/?shop_id=x").status_code == 422


def test_with_a_token_it_is_the_own_shops(ask: Ask, shop: Shop, other_shop: Shop) -> None:
    add(make_product, other_shop, "Чужие")
    assert names(ask("GET", "/products/", user=add(make_user, other_shop))) == {"Чужие"}


def test_nobody_sees_a_disabled_product_there(ask: Ask, shop: Shop) -> None:
    product = add(make_product, shop, enabled=False)
    assert ask("GET", "/products/", as_role="director").json["items"] == []
    assert ask("GET", f"/products/{product.id}").status_code == 404


def test_customers_are_not_told_what_is_for_staff(ask: Ask, shop: Shop) -> None:
    product = add(make_product, shop)
    for shown in (ask("GET", f"/products/{product.id}").json, ask("GET", "/products/").json["items"][0]):
        assert not {"sync", "version", "bitrix_id"} & set(shown)
        assert shown["price"] == 500_000


def test_staff_see_their_own_product_whole(ask: Ask, shop: Shop) -> None:
    product = add(make_product, shop, enabled=False, bitrix_id=668826)
    shown = ask("GET", f"/products/{product.id}", as_role="courier").json
    assert (shown["bitrix_id"], shown["version"], shown["sync"]["state"]) == (668826, 1, "pending")


def test_another_shops_product_is_not_there(client: FlaskClient, shop: Shop, other_shop: Shop) -> None:
    foreign = add(make_product, other_shop)
    headers = bearer(add(make_user, shop))
    assert client.get(f"/api/v1/products/{foreign.id}", headers=headers).status_code == 404
    assert client.get(f"/api/v1/products/{foreign.id}").status_code == 404
    assert client.get(f"/api/v1/products/{foreign.id}?shop_id={other_shop.id}").status_code == 200


@pytest.fixture
def assortment(shop: Shop) -> None:
    add(make_product, shop, "Розы 100%", 100_000, type="vitrina", tags=["розы", "маме"])
    add(make_product, shop, "Пионы", 200_000, type="catalog", tags=["пионы"], description="Как 50 роз")
    add(make_product, shop, "Конфеты_", 300_000, type="sweets")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("type=vitrina", {"Розы 100%"}),
        ("min_price=200000", {"Пионы", "Конфеты_"}),
        ("max_price=200000", {"Розы 100%", "Пионы"}),
        ("min_price=150000&max_price=250000", {"Пионы"}),
        ("search=розы", {"Розы 100%"}),
        ("search=РОЗ", {"Розы 100%", "Пионы"}),
        ("search=%25", {"Розы 100%"}),
        ("search=_", {"Конфеты_"}),
        ("tags=розы", {"Розы 100%"}),
        ("tags=розы,маме", {"Розы 100%"}),
        ("tags=розы,пионы", set()),
        ("tags=,", {"Розы 100%", "Пионы", "Конфеты_"}),
        ("colour=red&search=", {"Розы 100%", "Пионы", "Конфеты_"}),
    ],
)
def test_filters_narrow_the_list_and_unknown_keys_do_nothing(
    ask: Ask, assortment: None, query: str, expected: set[str]
) -> None:
    answer = ask("GET", f"/products/?{query}")
    assert names(answer) == expected
    assert answer.json["total"] == len(expected)


@pytest.mark.parametrize(
    ("query", "field"),
    [
        ("type=tulips", "type"),
        ("min_price=cheap", "min_price"),
        ("min_price=-1", "min_price"),
        ("limit=0", "limit"),
        ("limit=101", "limit"),
        ("limit=1.5", "limit"),
        ("page=0", "page"),
        (f"max_price={10**20}", "max_price"),
    ],
)
def test_a_filter_of_the_wrong_kind_is_named(ask: Ask, shop: Shop, query: str, field: str) -> None:
    answer = ask("GET", f"/products/?{query}")
    assert answer.status_code == 422
    assert list(answer.json["errors"]) == [field]


def test_images_come_in_their_order(ask: Ask, shop: Shop) -> None:
    with begin() as session:
        product = make_product(session, shop)
        session.add(ProductImage(product_id=product.id, url="https://shop.example/2.jpg", position=1))
        session.add(
            ProductImage(product_id=product.id, url="https://shop.example/1.jpg", position=0, is_primary=True)
        )
    assert ask("GET", f"/products/{product.id}").json["images"] == [
        {"url": "https://shop.example/1.jpg", "is_primary": True},
        {"url": "https://shop.example/2.jpg", "is_primary": False},
    ]


def test_a_longer_list_costs_no_more_queries(ask: Ask, shop: Shop, staff: Staff) -> None:
    staff("director")
    counts = []
    for _ in range(2):
        with begin() as session:
            for _ in range(5):
                make_product(session, shop)
        with watched() as statements:
            assert ask("GET", "/products/admin?limit=100", as_role="director").status_code == 200
        counts.append(len(statements))
    assert counts[0] == counts[1]


def test_without_any_shop_there_is_nothing(client: FlaskClient) -> None:
    assert client.get("/api/v1/products/").status_code == 404


def test_the_list_may_be_asked_for_without_the_slash(client: FlaskClient, shop: Shop) -> None:
    product: Product = add(make_product, shop)
    assert client.get("/api/v1/products").json["items"][0]["id"] == product.id


def test_a_tag_of_nearly_all_is_found_among_the_newest(
    ask: Ask, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Where it is rare, by the tag: the same rows."""
    with begin() as session:
        tagged = [make_product(session, shop, str(n), tags=["a", "a b", "a"], enabled=n > 0).id for n in range(4)]
        make_product(session, shop, "x", tags=["b"])
    for common in (1, 1_000):
        monkeypatch.setattr(product_queries, "COMMON", common)
        for path, least in (("/products/", 1), ("/products/admin", 0)):
            for tag in ("a", "a b"):
                answer = ask("GET", f"{path}?tags={tag}", as_role="director").json
                assert sorted(row["id"] for row in answer["items"]) == sorted(tagged[least:])
                assert answer["total"] == len(tagged[least:])
