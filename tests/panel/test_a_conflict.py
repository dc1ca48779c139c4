"""Both sides changed the same price: a person sees both and says which one stands."""

from playwright.sync_api import expect

from dev.simulator.control import Florist
from models import Shop
from tests.panel import menu
from tests.panel.conftest import SignIn
from tests.poll import until
from tests.promises import mirror, rows
from tests.promises.house import House

OURS, THEIRS = 600_000, 700_000


def test_of_two_prices_a_manager_chooses_ours_and_the_site_takes_it(
    shop: Shop, house: House, florist: Florist, sign_in: SignIn
) -> None:
    (rose,) = mirror.known_products(florist, 1)
    page = sign_in("manager")
    menu.go(page, "Конфликты")
    expect(page.get_by_text("Конфликтов нет")).to_be_visible()

    florist.change_product(rose, price="7 000 ₸", silent=True)
    mirror.edit(rose, price=OURS)
    until(lambda: rows.value("SELECT count(*) FROM sync_conflict") == 1, 30)
    conflict = page.get_by_role("article").filter(has_text=f"Товар {rose}: Цена")
    for told in ("Изменили обе стороны", "6 000 ₸", "7 000 ₸"):
        expect(conflict).to_contain_text(told)
    assert mirror.product(rose).price == THEIRS

    conflict.get_by_role("button", name="Оставить это: У нас, Цена").click()
    page.get_by_role("dialog").get_by_role("button", name="Подтвердить").click()
    expect(page.get_by_text("Конфликт решён")).to_be_visible()
    expect(conflict).to_have_count(0)
    until(lambda: mirror.look_there(florist, rose)["price"] == OURS, 30)
    assert mirror.product(rose).price == OURS
