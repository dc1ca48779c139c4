"""A superadmin shuts a shop, and opens it again."""

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


def confirm(page: Page, button: str) -> None:
    page.get_by_role("button", name=button).click()
    page.get_by_role("dialog").get_by_role("button", name="Подтвердить").click()
