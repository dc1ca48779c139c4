"""Somebody from another shop finds nothing of ours, by clicking or by a link."""

from playwright.sync_api import expect

from models import Client, Shop, begin
from tests.panel import menu
from tests.panel.conftest import Person, SignIn
from tests.people import STRANGERS, make_shop, new_phone
from tests.shopfloor import make_order, make_product, make_warehouse_item

OURS = "Только у нас"


def test_a_director_of_another_shop_sees_none_of_our_rows(shop: Shop, person: Person, sign_in: SignIn) -> None:
    with begin() as session:
        theirs = make_shop(session, STRANGERS)
        order = make_order(session, shop, customer_name=OURS)
        product = make_product(session, shop, OURS)
        item = make_warehouse_item(session, shop, OURS)
        client = Client(shop_id=shop.id, name=OURS, phone=new_phone())
        session.add(client)
    links = (
        f"orders/{order.id}/show",
        f"products/{product.id}/show",
        f"warehouse/{item.id}/show",
        f"clients/{client.id}/show",
    )
    lists = ("Заказы", "Товары", "Склад", "Клиенты")

    own = sign_in("director")
    stranger = sign_in(user=person("director", of=theirs, name="Посторонний"))
    for entry, link in zip(lists, links, strict=True):
        menu.go(own, entry)
        expect(own.get_by_text(OURS).first).to_be_visible()
        menu.go(stranger, entry)
        expect(stranger.get_by_role("heading", name="пока")).to_be_visible()
        expect(stranger.get_by_text(OURS)).to_have_count(0)
        own.goto(f"/admin/{link}")
        expect(own.get_by_text(OURS).first).to_be_visible()
        stranger.goto(f"/admin/{link}")
        expect(stranger.get_by_text("Элемент не существует")).to_be_visible()
        expect(stranger.get_by_text(OURS)).to_have_count(0)
