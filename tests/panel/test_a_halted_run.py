"""Most of the catalogue has gone: the run waits for a person, who stops one and lets the next go on."""

from playwright.sync_api import Page, expect

from dev.simulator.control import Florist
from models import Shop
from tests.panel import menu
from tests.panel.conftest import SignIn
from tests.promises import comparing, mirror
from tests.promises.house import House


def test_a_run_that_would_disable_most_products_is_stopped_and_the_next_one_approved(
    shop: Shop, house: House, florist: Florist, sign_in: SignIn
) -> None:
    roses = mirror.known_products(florist, 6)
    assert comparing.wait(comparing.ask("all")).phase == "done"
    florist.bulk([{"product": rose, "delete": True} for rose in roses[1:]], silent=True)

    page = sign_in("manager")
    expect(page.get_by_role("button", name="Синхронизация в порядке")).to_be_visible()
    halt(page)
    expect(page.get_by_role("button", name="Синхронизация: 1 дело требует внимания")).to_be_visible()
    confirm(page, "Остановить")
    expect(page.get_by_text("Остановлена", exact=True)).to_be_visible()
    assert on_sale(roses) == len(roses)

    halt(page)
    expect(page.get_by_text("меньше половины прежних 6")).to_be_visible()
    confirm(page, "Разрешить исправить")
    expect(page.get_by_text("Готово", exact=True)).to_be_visible()
    assert on_sale(roses) == 1


def halt(page: Page) -> None:
    menu.go(page, "Сверки")
    page.get_by_role("link", name="Запустить сверку").click()
    page.get_by_role("radio", name="Товары").check()
    page.get_by_role("button", name="Сверить").click()
    expect(page.get_by_text("Остановлена тормозом")).to_be_visible()


def confirm(page: Page, button: str) -> None:
    page.get_by_role("button", name=button, exact=True).click()
    page.get_by_role("dialog").get_by_role("button", name="Подтвердить").click()


def on_sale(products: list[int]) -> int:
    return sum(mirror.product(one).enabled for one in products)
