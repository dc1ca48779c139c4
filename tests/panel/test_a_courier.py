"""A courier has a phone, his own deliveries, and nothing else."""

import re

from playwright.sync_api import expect

from models import Order, Shop, begin
from tests.panel import menu
from tests.panel.conftest import Person, SignIn
from tests.panel.visitors import PHONE
from tests.shopfloor import make_order


def test_a_courier_sees_his_deliveries_only_and_hands_one_over(shop: Shop, person: Person, sign_in: SignIn) -> None:
    courier, colleague = person("courier"), person("courier", name="Тимур")
    with begin() as session:
        own = make_order(session, shop, status="in_delivery", courier_id=courier.id, delivery_address="Абая 7")
        other = make_order(session, shop, status="in_delivery", courier_id=colleague.id)
    page = sign_in(user=courier, viewport=PHONE)
    menu.go(page, "Заказы")
    delivery = page.get_by_role("article", name=own.number)
    expect(delivery).to_contain_text("Абая 7")
    expect(page.get_by_role("article", name=other.number)).to_have_count(0)

    delivery.get_by_role("button", name=re.compile("^Вручён")).click()
    page.get_by_role("dialog").get_by_role("button", name="Вручён").click()
    expect(delivery).to_have_count(0)
    page.get_by_role("tab", name="Доставлен").click()
    expect(delivery).to_be_visible()
    with begin() as session:
        assert session.get_one(Order, own.id).status == "delivered"

    page.goto(f"/admin/orders/{other.id}/show")
    expect(page.get_by_text("Элемент не существует")).to_be_visible()
    expect(page.get_by_role("tab", name="В доставке")).to_be_visible()
    for path in ("sync/runs", "warehouse", "superadmin/shops"):
        page.goto(f"/admin/{path}")
        expect(page.get_by_role("heading", level=1, name="Нет доступа")).to_be_visible()


def test_the_menu_of_a_courier_names_only_what_he_may_open(shop: Shop, sign_in: SignIn) -> None:
    page = sign_in("courier")
    expect(page.get_by_role("menuitem", name="Заказы")).to_be_visible()
    for entry in ("Склад", "Клиенты", "Сверки", "Обзор", "Журнал изменений", "Магазины"):
        expect(page.get_by_role("menuitem", name=entry)).to_have_count(0)
    expect(page.get_by_role("button", name=re.compile("^Синхронизация"))).to_have_count(0)
