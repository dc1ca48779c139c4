"""The main screens of a shop at work show what they are for; `make panel-pictures` keeps what they look like."""

import re

from playwright.sync_api import Page, ViewportSize, expect
from psycopg2.extensions import cursor as Cursor

from dev.simulator.control import Florist
from dev.simulator.process import SimulatorProcess
from tests.panel import album, busy_shop
from tests.panel.visitors import DESKTOP, PHONE, Visitors
from tests.promises.house import House
from tests.servers import empty

TO_THE_TOP = "it => scrollTo(0, it.getBoundingClientRect().top + scrollY - 24)"


def test_the_main_screens_of_a_shop_at_work(
    house: House, site: SimulatorProcess, florist: Florist, janitor: Cursor, visitors: Visitors
) -> None:
    empty(janitor)
    busy_shop.open_for_business(florist, pictures=site.url)
    busy_shop.remember_a_month()
    run = busy_shop.lose_webhooks(florist)
    torn = busy_shop.fall_out(florist)

    sign_in_page(visitors.open())
    page = visitors.sign_in(busy_shop.manager())
    orders(page)
    new_order(page)
    goods(page, torn)
    sync(page, run)
    on_a_phone(page)


def sign_in_page(page: Page) -> None:
    expect(page.get_by_role("button", name="Войти")).to_be_visible()
    album.keep(page, "sign-in")
    page.close()


def orders(page: Page) -> None:
    visit(page, "orders")
    numbers = page.get_by_role("table").get_by_role("link")
    expect(numbers).to_have_count(25)
    album.keep(page, "orders")
    page.get_by_role("button", name="Доска").click()
    for status in ("Новый", "Оплачен", "Принят", "Собран"):
        expect(page.get_by_role("region", name=status).get_by_role("link")).not_to_have_count(0)
    album.keep(page, "board")
    page.get_by_role("region", name="Собран").get_by_role("link").first.click()
    for part in ("Состав", "Доставка", "История", "Люди"):
        expect(page.get_by_role("heading", name=part, exact=True)).to_be_visible()
    album.keep(page, "order")


def new_order(page: Page) -> None:
    visit(page, "orders/create")
    page.get_by_label("Телефон заказчика").fill("+7 700 000 00 33")
    page.get_by_label("Имя заказчика").fill("Алия Образцова")
    page.get_by_label("Товар", exact=True).fill("роз")
    page.get_by_role("option").first.click()
    expect(page.get_by_text("Итого")).to_be_visible()
    album.keep(page, "new-order")


def goods(page: Page, torn: int) -> None:
    visit(page, "products")
    expect(page.get_by_text("Конфликт")).to_be_visible()
    album.keep(page, "products")
    visit(page, f"products/{torn}")
    for part in ("Состав и маржа", "Согласие с сайтом"):
        expect(page.get_by_role("heading", name=part)).to_be_visible()
    page.get_by_role("heading", name="Состав и маржа").scroll_into_view_if_needed()
    album.keep(page, "product")


def sync(page: Page, run: int) -> None:
    visit(page, "sync/overview")
    expect(page.get_by_text("1 событие не обработано")).to_be_visible()
    expect(page.get_by_role("figure").first).to_be_visible()
    album.keep(page, "sync")
    page.get_by_role("heading", name="Как шло").evaluate(TO_THE_TOP)
    album.keep(page, "sync-charts")
    visit(page, f"sync/runs/{run}/show")
    expect(page.get_by_text("Исправлено")).not_to_have_count(0)
    album.keep(page, "run")
    visit(page, "sync/conflicts")
    expect(page.get_by_role("button", name=re.compile("Оставить это"))).to_have_count(2)
    album.keep(page, "conflicts")


def on_a_phone(page: Page) -> None:
    page.set_viewport_size(ViewportSize(width=PHONE["width"], height=PHONE["height"]))
    visit(page, "orders")
    page.get_by_role("button", name="Таблица").click()
    expect(page.get_by_role("button", name=re.compile("^Принять"))).not_to_have_count(0)
    album.keep(page, "phone-orders")
    visit(page, "inventory/create")
    page.get_by_label("Сколько на полке: Гипсофила").fill("118")
    page.get_by_label("Сколько на полке: Гортензия голубая").fill("39")
    expect(page.get_by_text("Посчитано 2 из 10")).to_be_visible()
    album.keep(page, "phone-count")


def visit(page: Page, path: str) -> None:
    page.goto(f"/admin/{path}")
    width = page.evaluate("document.documentElement.scrollWidth")
    assert width <= (page.viewport_size or DESKTOP)["width"], f"{path} is {width} px wide"
