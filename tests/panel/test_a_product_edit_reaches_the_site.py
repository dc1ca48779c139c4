"""What a manager changes of a product is on the site a moment later, and the page says so."""

import re

from playwright.sync_api import expect

from dev.simulator.control import Florist
from models import Shop
from tests.panel import menu
from tests.panel.conftest import SignIn
from tests.poll import until
from tests.promises import mirror, rows
from tests.promises.house import House

SAVES = "PUT /api/v2/products/*"


def test_a_price_changed_in_the_list_and_a_name_changed_in_the_form(
    shop: Shop, house: House, florist: Florist, sign_in: SignIn
) -> None:
    (peony,) = mirror.known_products(florist, 1, title="Пионы")
    mirror.owe(peony)
    until(lambda: not rows.owed(), 30)
    page = sign_in("manager")
    menu.go(page, "Товары")
    card = menu.card(page, "Пионы")
    expect(card).to_contain_text("Согласен")
    assert mirror.look_there(florist, peony)["price"] == 500_000

    florist.fault("slow", "*products*", delay_ms=60_000)
    card.get_by_role("button", name=re.compile("изменить цену: Пионы")).click()
    price = card.get_by_label("Цена: Пионы")
    price.fill("6500")
    price.press("Enter")
    expect(card).to_contain_text("6 500 ₸")
    expect(card).to_contain_text("Ждёт")
    florist.clear_faults()
    until(lambda: mirror.look_there(florist, peony)["price"] == 650_000, 30)
    expect(card).to_contain_text("Согласен")

    card.get_by_role("link", name="Пионы").click()
    page.get_by_label("Название").fill("Пионы белые")
    page.get_by_label(re.compile("^Цена")).fill("7100")
    page.get_by_role("button", name="Сохранить").click()
    expect(page.get_by_text("Товар сохранён")).to_be_visible()
    until(lambda: mirror.look_there(florist, peony)["price"] == 710_000, 30)
    assert mirror.look_there(florist, peony)["name"] == "Пионы белые"
    expect(page.get_by_role("main")).to_contain_text("У нас и на сайте одно и то же")
