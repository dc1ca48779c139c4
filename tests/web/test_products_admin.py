"""How each product stands with the site, as staff see it."""

from datetime import UTC, datetime
from typing import Any

import pytest

from models import Outbox, Shop, begin
from tests.shopfloor import make_conflict, make_link, make_product
from tests.web.conftest import Ask

AGREED = datetime(2026, 11, 20, 12, tzinfo=UTC)


def standing(ask: Ask) -> dict[str, Any]:
    return ask("GET", "/products/admin", as_role="courier").json["items"][0]["sync"]


def owe(session: Any, product: Any, state: str) -> None:
    session.add(
        Outbox(shop_id=product.shop_id, kind="product", key=str(product.bitrix_id), state=state, reason="edit")
    )


def test_a_product_of_ours_alone_is_local(ask: Ask, shop: Shop) -> None:
    with begin() as session:
        make_product(session, shop, bitrix_id=None)
    assert standing(ask) == {"state": "local_only", "agreed_at": None, "conflicts": 0, "rejected": {}}


@pytest.mark.parametrize(
    ("debt", "state"), [(None, "agreed"), ("settled", "agreed"), ("pending", "pending"), ("dead", "dead")]
)
def test_what_is_agreed_and_what_is_owed(ask: Ask, shop: Shop, debt: str | None, state: str) -> None:
    with begin() as session:
        product = make_product(session, shop)
        make_link(session, product, agreed_at=AGREED)
        if debt:
            owe(session, product, debt)
    assert standing(ask) == {
        "state": state,
        "agreed_at": "2026-11-20T12:00:00+00:00",
        "conflicts": 0,
        "rejected": {},
    }


def test_what_never_agreed_is_pending(ask: Ask, shop: Shop) -> None:
    with begin() as session:
        make_product(session, shop)
    assert standing(ask)["state"] == "pending"


def test_what_is_gone_there_says_so(ask: Ask, shop: Shop) -> None:
    with begin() as session:
        make_link(session, make_product(session, shop), state="gone_there")
    assert standing(ask)["state"] == "gone_there"


def test_open_conflicts_are_counted_and_rejections_told(ask: Ask, shop: Shop) -> None:
    with begin() as session:
        link = make_link(session, make_product(session, shop), rejected={"price": "по запросу"})
        for field, state in (("name", "open"), ("price", "open"), ("image", "resolved")):
            make_conflict(session, link, field, state=state)
    shown = standing(ask)
    assert shown["conflicts"] == 2
    assert shown["rejected"] == {"price": "по запросу"}


def test_an_orders_debt_of_the_same_number_is_not_the_products(ask: Ask, shop: Shop) -> None:
    with begin() as session:
        product = make_product(session, shop)
        make_link(session, product, agreed_at=AGREED)
        session.add(Outbox(shop_id=shop.id, kind="order", key=str(product.bitrix_id), state="dead", reason="x"))
    assert standing(ask)["state"] == "agreed"


def test_staff_see_disabled_products_and_may_ask_for_them_alone(ask: Ask, shop: Shop, other_shop: Shop) -> None:
    with begin() as session:
        make_product(session, shop, "На витрине")
        make_product(session, shop, "Снят", enabled=False)
        make_product(session, other_shop, "Чужой")
    listed = ask("GET", "/products/admin", as_role="florist").json
    assert {item["name"] for item in listed["items"]} == {"На витрине", "Снят"}
    listed = ask("GET", "/products/admin?enabled=false", as_role="florist").json
    assert {item["name"] for item in listed["items"]} == {"Снят"}


def test_a_superadmin_may_look_into_any_shop(ask: Ask, shop: Shop, other_shop: Shop) -> None:
    with begin() as session:
        make_product(session, other_shop, "Там")
    assert ask("GET", "/products/admin", as_role="superadmin").json["items"] == []
    listed = ask("GET", f"/products/admin?shop_id={other_shop.id}", as_role="superadmin").json
    assert [item["name"] for item in listed["items"]] == ["Там"]


def test_a_director_cannot_look_into_another_shop(ask: Ask, shop: Shop, other_shop: Shop) -> None:
    with begin() as session:
        make_product(session, other_shop, "Там")
    assert ask("GET", f"/products/admin?shop_id={other_shop.id}", as_role="director").json["items"] == []
