"""People in front of the panel, each with a browser of their own."""

import re
from pathlib import Path
from typing import Any

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Error, Page, expect

from models import User
from tests.people import PASSWORD

DESKTOP = {"width": 1280, "height": 800}
PHONE = {"width": 390, "height": 844}
PATIENCE_MS = 30_000  # two cores are shared with the whole house
SAID_BY_THE_NETWORK = "Failed to load resource"  # the panel's own business: a 401 leads to a refresh

expect.set_options(timeout=PATIENCE_MS)


class Visitors:
    def __init__(self, browser: Browser, url: str) -> None:
        self._browser = browser
        self._url = url
        self._contexts: list[BrowserContext] = []
        self.errors: list[str] = []

    def open(self, path: str = "", **options: Any) -> Page:
        """A new browser of somebody who is not signed in, at that route of the panel."""
        given = {"locale": "ru-RU", "timezone_id": "Asia/Almaty", "viewport": DESKTOP, "base_url": self._url}
        context = self._browser.new_context(**given | options)
        context.set_default_timeout(PATIENCE_MS)
        context.on("weberror", lambda error: self._broke(error.error))
        context.on("console", self._said)
        self._contexts.append(context)
        page = context.new_page()
        page.goto(f"/admin/{path}")
        return page

    def sign_in(self, user: User, **options: Any) -> Page:
        page = self.open(**options)
        page.get_by_label("Телефон").fill(user.phone)
        page.get_by_label(re.compile("^Пароль")).fill(PASSWORD)
        enter = page.get_by_role("button", name="Войти")
        enter.click()
        expect(enter).to_have_count(0)
        return page

    def photograph(self, folder: Path, name: str) -> None:
        pages = [page for context in self._contexts for page in context.pages]
        for number, page in enumerate(pages, 1):
            page.screenshot(path=folder / f"{name}-{number}.png")
            (folder / f"{name}-{number}.yaml").write_text(page.locator("body").aria_snapshot())

    def close(self) -> None:
        for context in self._contexts:
            context.close()

    def _broke(self, error: Error) -> None:
        self.errors.append(str(error))

    def _said(self, message: ConsoleMessage) -> None:
        if message.type == "error" and SAID_BY_THE_NETWORK not in message.text:
            self.errors.append(message.text)
