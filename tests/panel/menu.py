"""Ways through the panel that every story takes."""

from playwright.sync_api import Locator, Page, expect


def go(page: Page, entry: str) -> None:
    """To a page by its entry in the menu, which a phone keeps behind a button."""
    open_menu = page.get_by_role("button", name="Открыть меню")
    if open_menu.is_visible():
        open_menu.click()
    page.get_by_role("menuitem", name=entry, exact=True).click()


def card(page: Page, text: str) -> Locator:
    """The one card of a list that says this."""
    found = page.get_by_role("listitem").filter(has_text=text)
    expect(found).to_have_count(1)
    return found
