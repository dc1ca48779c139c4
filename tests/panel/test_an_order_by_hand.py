"""Somebody calls: the order is written down in the panel and is on the site a moment later."""

import re

from playwright.sync_api import expect

from dev.simulator.control import Florist
from models import Shop
from tests.panel import menu
from tests.panel.conftest import SignIn
from tests.promises import mirror
from tests.promises.house import House


def test_an_order_taken_by_phone_reaches_the_site(
    shop: Shop, house: House, florist: Florist, sign_in: SignIn
) -> None:
    mirror.known_products(florist, 1, title="Пионы", price="12 000 ₸")
    page = sign_in("florist")
    menu.go(page, "Заказы")
    page.get_by_role("main").get_by_role("link", name="Создать").click()
    page.get_by_label("Телефон заказчика").fill("+7 700 555 00 11")
    page.get_by_label("Имя заказчика").fill("Алия Образцова")
    expect(page.get_by_text("Новый клиент")).to_be_visible()
    page.get_by_role("combobox", name="Товар").fill("пион")
    page.get_by_role("option", name=re.compile("Пионы")).click()
    page.get_by_role("group", name="Количество Пионы").get_by_role("button", name="Больше").click()
    totals = page.get_by_role("status").filter(has_text="Итого")
    expect(totals).to_contain_text("Товары 24 000 ₸")
    page.get_by_label("Адрес", exact=True).fill("Абая 7")
    assert list(florist.rows("orders")) == []
    page.get_by_role("button", name="Создать заказ").click()

    expect(page.get_by_role("heading", level=1, name=re.compile("^Заказ #"))).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text("Абая 7")
    expect(page.get_by_text("Обе стороны согласны")).to_be_visible()
    (there,) = florist.rows("orders", full=True)
    expect(page.get_by_text(f"№ {there['id']}")).to_be_visible()
