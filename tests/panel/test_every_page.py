"""Every entry of the menu opens a page that works, looks like one, and shuts nobody out."""

import pytest
from playwright.sync_api import Page, expect

from dev.simulator.control import Florist
from models import Shop, begin
from tests.panel import menu
from tests.panel.axe import serious
from tests.panel.conftest import SignIn
from tests.panel.something import worth_seeing
from tests.panel.words import untranslated
from tests.promises.house import House
from tests.shopfloor import make_order


# As many entries as the menu has at least. It begins and ends with pages that are called as their entries.
@pytest.mark.parametrize(("role", "least"), [("director", 18), ("manager", 15), ("florist", 7)])
def test_everybody_opens_every_entry_of_their_menu(
    shop: Shop, house: House, florist: Florist, sign_in: SignIn, role: str, least: int
) -> None:
    worth_seeing(shop, florist)
    page = sign_in(role)
    expect(page.get_by_role("menuitem", name="Заказы")).to_be_visible()
    entries = page.get_by_role("menuitem").all_inner_texts()
    assert len(entries) >= least
    menu.go(page, entries[-1])
    expect(page.get_by_role("banner").get_by_role("heading")).to_have_text(entries[-1])
    found = [f"{entry}: {said}" for entry in entries for said in faults(page, entry)]
    assert found == []


def test_the_orders_can_be_read_in_the_dark_too(shop: Shop, sign_in: SignIn) -> None:
    with begin() as session:
        for status in ("new", "accepted", "delivered", "cancelled"):
            make_order(session, shop, status=status, problem_reason="Нет пионов" if status == "new" else None)
    page = sign_in("director")
    menu.go(page, "Заказы")
    light = background(page)
    page.get_by_role("button", name="Профиль").click()
    page.get_by_role("menuitem", name="Тёмная тема").click()
    expect(page.get_by_role("menu", name="Профиль")).to_have_count(0)
    expect(page.get_by_role("row")).to_have_count(5)
    assert background(page) != light
    assert serious(page) == []


def faults(page: Page, entry: str) -> list[str]:
    title = page.get_by_role("banner").get_by_role("heading")
    before = title.inner_text()
    menu.go(page, entry)
    expect(title).not_to_have_text(before)
    expect(page.locator("#main-content")).not_to_be_empty()
    expect(page.get_by_role("progressbar")).to_have_count(0)
    alerts = page.get_by_role("main").get_by_role("alert").all_inner_texts()
    return (
        serious(page) + untranslated(page) + [alert for alert in alerts if "сломал" in alert or "доступа" in alert]
    )


def background(page: Page) -> str:
    return str(page.evaluate("getComputedStyle(document.body).backgroundColor"))
