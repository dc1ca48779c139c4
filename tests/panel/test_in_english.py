"""Whoever chooses English reads no Russian word but what people have written."""

from playwright.sync_api import Page, expect

from dev.simulator.control import Florist
from models import Shop
from tests.panel import menu, words
from tests.panel.conftest import SignIn
from tests.panel.something import worth_seeing

OF_A_SUPERADMIN = 23  # at least; nobody has a longer menu


def test_every_entry_of_the_menu_is_english(shop: Shop, florist: Florist, sign_in: SignIn) -> None:
    worth_seeing(shop, florist)
    page = sign_in("superadmin")
    answers = words.Answers(page)
    page.reload()
    speak_english(page)
    entries = page.get_by_role("menuitem").all_inner_texts()
    assert len(entries) >= OF_A_SUPERADMIN
    menu.go(page, "Clients")
    expect(page.get_by_role("banner").get_by_role("heading")).to_have_text("Clients")
    found = [f"{entry}: {text}" for entry in entries for text in faults(page, entry, answers)]
    assert found == []


def test_a_refusal_is_english_too(shop: Shop, sign_in: SignIn) -> None:
    page = sign_in("director")
    answers = words.Answers(page)
    page.reload()
    speak_english(page)
    menu.go(page, "Pages of the site")
    page.get_by_role("link", name="Create").first.click()
    page.get_by_label("Address").fill("not an address")
    page.get_by_role("button", name="Save").click()
    expect(page.get_by_text("Required").first).to_be_visible()
    expect(page.get_by_text("Small Latin letters").first).to_be_visible()
    assert words.russian(page, answers) == []

    menu.choose(page, "Orders")
    expect(page.get_by_role("dialog")).to_be_visible()
    assert words.russian(page, answers) == []


def speak_english(page: Page) -> None:
    page.get_by_role("button", name="Профиль").click()
    page.get_by_role("menuitem", name="English").click()
    expect(page.get_by_role("menuitem", name="Orders", exact=True)).to_be_visible()
    expect(page.get_by_role("menu")).to_have_count(1)


def faults(page: Page, entry: str, answers: words.Answers) -> list[str]:
    title = page.get_by_role("banner").get_by_role("heading")
    before = title.inner_text()
    menu.go(page, entry)
    expect(title).not_to_have_text(before)
    expect(page.get_by_role("progressbar")).to_have_count(0)
    return words.untranslated(page) + words.russian(page, answers)
