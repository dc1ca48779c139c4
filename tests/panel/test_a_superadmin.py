"""A superadmin shuts a shop and opens it again, looks into another, and leaves it when they say so."""

import re

from playwright.sync_api import Page, expect

from models import Shop, begin
from tests.panel import menu
from tests.panel.conftest import Person, SignIn
from tests.panel.visitors import Visitors
from tests.people import PASSWORD, STRANGERS, make_shop


def test_nobody_enters_a_blocked_shop_until_it_is_opened(
    shop: Shop, person: Person, sign_in: SignIn, visitors: Visitors
) -> None:
    with begin() as session:
        other = make_shop(session, STRANGERS, name="Чужие цветы")
    director = person("director", of=other)
    page = sign_in("superadmin")
    menu.go(page, "Магазины")

    confirm(page, "Заблокировать магазин Чужие цветы")
    expect(page.get_by_text("Магазин «Чужие цветы» заблокирован")).to_be_visible()
    at_the_door = visitors.open()
    at_the_door.get_by_label("Телефон").fill(director.phone)
    at_the_door.get_by_label(re.compile("^Пароль")).fill(PASSWORD)
    at_the_door.get_by_role("button", name="Войти").click()
    expect(at_the_door.get_by_role("alert")).to_be_visible()

    confirm(page, "Открыть магазин Чужие цветы")
    expect(page.get_by_text("Магазин «Чужие цветы» открыт")).to_be_visible()
    expect(sign_in(user=director).get_by_role("menuitem", name="Заказы")).to_be_visible()


def test_a_half_filled_form_keeps_its_shop_until_it_is_left(shop: Shop, sign_in: SignIn) -> None:
    with begin() as session:
        other = make_shop(session, STRANGERS, name="Чужие цветы")
    page = sign_in("superadmin")
    menu.go(page, "Магазины")
    page.get_by_role("button", name="Войти в магазин Чужие цветы").click()
    inside = page.get_by_role("note").filter(has_text="Вы в магазине «Чужие цветы»")
    expect(inside).to_be_visible()
    delivery = page.get_by_role("region", name="Доставка и самовывоз")
    delivery.get_by_label("Стоимость доставки").fill("1700")

    leave = page.get_by_role("button", name="Выйти из магазина")
    leave.click()
    page.get_by_role("dialog").get_by_role("button", name="Остаться").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    expect(inside).to_be_visible()
    delivery.get_by_role("button", name="Сохранить").click()
    expect(page.get_by_text("Сохранено")).to_be_visible()
    with begin() as session:
        assert session.get_one(Shop, other.id).delivery_cost == 170_000
        assert session.get_one(Shop, shop.id).delivery_cost != 170_000

    delivery.get_by_label("Стоимость доставки").fill("1800")
    leave.click()
    page.get_by_role("dialog").get_by_role("button", name="Уйти").click()
    expect(page.get_by_role("note")).to_contain_text("Вы над всеми магазинами")
    menu.go(page, "Магазин")
    expect(page.get_by_role("note")).to_contain_text("Разделы показывают ваш магазин")


def confirm(page: Page, button: str) -> None:
    page.get_by_role("button", name=button).click()
    page.get_by_role("dialog").get_by_role("button", name="Подтвердить").click()
