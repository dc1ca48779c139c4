"""The site refuses an edit for good: the header is red on every page until somebody has it tried again."""

from playwright.sync_api import expect

from dev.simulator.control import Florist
from dev.simulator.process import SimulatorProcess
from models import Shop
from tests.panel import menu
from tests.panel.conftest import SignIn
from tests.poll import until
from tests.promises import comparing, mirror, rows
from tests.promises.house import House


def test_a_dead_letter_is_red_in_the_header_until_it_is_retried(
    shop: Shop, house: House, site: SimulatorProcess, florist: Florist, sign_in: SignIn
) -> None:
    (rose,) = mirror.known_products(florist, 1)
    assert comparing.wait(comparing.ask("all")).phase == "done"  # else the first one would wait for a person
    page = sign_in("manager")
    fine = page.get_by_role("button", name="Синхронизация в порядке")
    expect(fine).to_be_visible()
    florist.config(token="changed-there")
    mirror.edit(rose, price=650_000)
    until(lambda: rows.value("SELECT count(*) FROM outbox WHERE state = 'dead'"), 30)
    menu.go(page, "Заказы")
    red = page.get_by_role("button", name="Синхронизация: 1 дело требует внимания")
    expect(red).to_be_visible()
    expect(fine).to_have_count(0)

    red.click()
    page.get_by_role("menuitem", name="1 изменение не принято сайтом").click()
    debt = page.get_by_role("row").filter(has_text=f"Товар {rose}")
    expect(debt).to_contain_text("Не удалось")
    assert mirror.look_there(florist, rose)["price"] == 500_000
    florist.config(token=site.token)  # only now: the house looks after a refused debt by itself, too
    debt.get_by_role("button", name=f"Повторить: Товар {rose}").click()
    expect(debt).to_have_count(0)
    until(lambda: mirror.look_there(florist, rose)["price"] == 650_000, 30)
    expect(fine).to_be_visible()
