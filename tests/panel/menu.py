"""Ways through the panel that every story takes."""

from playwright.sync_api import Locator, Page, expect


def go(page: Page, entry: str) -> None:
    """To a page by its entry in the menu, which a phone keeps behind a button.

    The page before stays, with its buttons, until the code of the new one has come: a story
    that goes on at once would press them. A phone's menu closes and cannot be asked.
    """
    open_menu = page.get_by_role("button", name="Открыть меню")
    behind_a_button = open_menu.is_visible()
    if behind_a_button:
        open_menu.click()
    choose(page, entry)
    if not behind_a_button:
        expect(entry_of(page, entry)).to_have_attribute("aria-current", "page")


def choose(page: Page, entry: str) -> None:
    """Press an entry of the menu, wherever it leads."""
    entry_of(page, entry).click()


def entry_of(page: Page, entry: str) -> Locator:
    return page.get_by_role("menuitem", name=entry, exact=True)


def card(page: Page, text: str) -> Locator:
    """The one card of a list that says this."""
    found = page.get_by_role("listitem").filter(has_text=text)
    expect(found).to_have_count(1)
    return found
