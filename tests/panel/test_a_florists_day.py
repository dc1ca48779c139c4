"""A florist's day: an order comes, is taken, made, photographed, and something goes wrong with it."""

import re

from playwright.sync_api import Page, expect

from dev.simulator.control import Florist
from models import Shop
from tests.panel import menu
from tests.panel.conftest import SignIn
from tests.photos import picture
from tests.promises.comparing import LINES


def test_a_florist_takes_an_order_that_has_just_come_and_makes_it(
    shop: Shop, florist: Florist, sign_in: SignIn
) -> None:
    page = sign_in("florist")
    menu.go(page, "Заказы")
    expect(page.get_by_role("heading", name="Заказов пока нет")).to_be_visible()

    there = florist.create_order(items=LINES)["id"]
    florist.change_order(there, status="PD")
    expect(page.get_by_role("row").filter(has_text="Оплачен")).to_be_visible()

    accept = page.get_by_role("button", name=re.compile("^Принять"))
    accept.click()
    expect(accept).to_have_count(0)
    expect(page.get_by_text("поставьте статус там вручную")).to_be_visible()

    page.get_by_role("row").get_by_role("link").click()
    take(page)
    photograph(page)
    note(page)
    report_a_problem(page)


def take(page: Page) -> None:
    mine = page.get_by_role("button", name="Взять себе")
    mine.click()
    expect(mine).to_have_count(0)
    expect(page.get_by_role("region", name="Кто занимается")).to_contain_text("Дана")


def photograph(page: Page) -> None:
    photo = page.get_by_role("img", name=re.compile("^Фото букета"))
    expect(page.get_by_role("button", name="Добавить фото")).to_be_visible()
    expect(photo).to_have_count(0)
    page.locator("input[type=file]").set_input_files(
        {"name": "bouquet.jpg", "mimeType": "image/jpeg", "buffer": picture((400, 300))}
    )
    expect(photo).to_be_visible()
    expect(page.get_by_role("main")).to_contain_text("Собран")


def note(page: Page) -> None:
    words = "Лента синяя, не красная"
    notes = page.get_by_role("region", name="Заметки")
    expect(notes).not_to_contain_text(words)
    page.get_by_label("Новая заметка").fill(words)
    page.get_by_role("button", name="Добавить", exact=True).click()
    expect(page.get_by_label("Новая заметка")).to_have_value("")
    expect(notes).to_contain_text(words)


def report_a_problem(page: Page) -> None:
    words = "Сломалась роза"
    page.get_by_role("button", name="Ещё").click()
    page.get_by_role("menuitem", name="Сообщить о проблеме").click()
    page.get_by_label("Что не так").fill(words)
    page.get_by_role("button", name="Сохранить").click()
    alert = page.get_by_role("alert").filter(has_text=words)
    expect(alert).to_be_visible()
    alert.get_by_role("button", name="Решено").click()
    expect(alert).to_have_count(0)
    expect(page.get_by_text("Проблема решена")).to_be_visible()
