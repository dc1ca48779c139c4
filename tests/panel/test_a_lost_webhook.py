"""The site said nothing of a change: a comparison started from the page finds it and repairs it."""

from playwright.sync_api import expect

from dev.simulator.control import Florist
from models import Shop
from tests.panel import menu
from tests.panel.conftest import SignIn
from tests.promises import comparing, mirror
from tests.promises.house import House


def test_a_change_that_no_webhook_told_of_is_found_and_repaired_by_a_run_started_here(
    shop: Shop, house: House, florist: Florist, sign_in: SignIn
) -> None:
    rose, _ = mirror.known_products(florist, 2)
    assert comparing.wait(comparing.ask("all")).phase == "done"
    lost = florist.fault("lost")
    florist.change_product(rose, price="7 777 ₸")
    florist.settle()
    florist.clear_faults(lost)
    assert mirror.product(rose).price == 500_000

    florist.fault("slow", "GET /api/v2/products/", delay_ms=60_000)
    page = sign_in("manager")
    menu.go(page, "Сверки")
    page.get_by_role("link", name="Запустить сверку").click()
    page.get_by_role("radio", name="Товары").check()
    page.get_by_role("button", name="Сверить").click()
    progress = page.get_by_role("progressbar", name="Товары")
    expect(progress).to_be_visible()
    expect(page.get_by_text("Читает сайт")).to_be_visible()
    found = page.get_by_role("row").filter(has_text=f"Товар {rose}")
    expect(found).to_have_count(0)

    florist.clear_faults()
    expect(page.get_by_text("Готово")).to_be_visible()
    expect(progress).to_have_count(0)
    for told in ("Изменён на сайте", "Цена", "5 000 ₸", "7 777 ₸", "Исправлено"):
        expect(found).to_contain_text(told)
    assert mirror.product(rose).price == 777_700
