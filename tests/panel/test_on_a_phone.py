"""All that a florist or manager does with a phone in the hand fits into 390 pixels."""

import re

from playwright.sync_api import Page, expect

from models import Shop, WarehouseItem, begin
from tests.panel import menu
from tests.panel.axe import serious
from tests.panel.conftest import SignIn
from tests.panel.visitors import PHONE
from tests.shopfloor import make_order, make_warehouse_item


def test_orders_and_one_of_them(shop: Shop, sign_in: SignIn) -> None:
    with begin() as session:
        order = make_order(session, shop, customer_name="Алия Образцова", problem_reason="Нет пионов")
    page = sign_in("florist", viewport=PHONE)
    menu.go(page, "Заказы")
    card = page.get_by_role("article", name=order.number)
    expect(card).to_contain_text("Новый")
    assert_it_fits(page)

    card.get_by_role("button", name=re.compile("^Принять")).click()
    expect(card).to_contain_text("Принят")
    card.get_by_role("link", name=order.number).click()
    expect(page.get_by_role("heading", level=1, name=f"Заказ {order.number}")).to_be_visible()
    expect(page.get_by_role("alert").filter(has_text="Нет пионов")).to_be_visible()
    assert_it_fits(page)


def test_the_shelf_is_counted_and_the_difference_booked(shop: Shop, sign_in: SignIn) -> None:
    with begin() as session:
        item = make_warehouse_item(session, shop, "Роза красная", 10)
    page = sign_in("manager", viewport=PHONE)
    menu.go(page, "Инвентаризация")
    page.get_by_role("link", name="Посчитать склад").click()
    row = page.get_by_role("listitem").filter(has_text="Роза красная")
    expect(row).not_to_contain_text("Недостача")
    row.get_by_label("Сколько на полке: Роза красная").fill("7")
    expect(row).to_contain_text("Недостача 3")
    assert_it_fits(page)

    page.get_by_role("button", name="Сохранить подсчёт").click()
    page.get_by_role("button", name="Провести").click()
    page.get_by_role("dialog").get_by_role("button", name="Провести").click()
    expect(page.get_by_text("Инвентаризация проведена")).to_be_visible()
    with begin() as session:
        assert session.get_one(WarehouseItem, item.id).quantity == 7
    assert_it_fits(page)


def assert_it_fits(page: Page) -> None:
    """Nothing sticks out at the side, and a machine finds nothing serious to say about it."""
    assert page.evaluate("document.documentElement.scrollWidth") <= PHONE["width"]
    assert serious(page) == []
