"""One visit of a director: the order list from a cold cache, then what florists do with it all day.

What the browser itself tells: the largest contentful paint, and from each press to the next paint.
"""

import re
from collections.abc import Callable

from playwright.sync_api import Browser, Page, expect

from dev.bench.api.seed import DIRECTOR, PASSWORD

LCP = "order list from a cold cache (LCP)"
LOGIN = {"phone": DIRECTOR, "password": PASSWORD}
PATIENCE_MS = 30_000
WATCH = """
window.measured = { painted: 0, longest: 0 };
new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) measured.painted = entry.startTime;
}).observe({ type: 'largest-contentful-paint', buffered: true });
new PerformanceObserver((list) => {
  for (const entry of list.getEntries())
    if (entry.interactionId) measured.longest = Math.max(measured.longest, entry.duration);
}).observe({ type: 'event', durationThreshold: 16, buffered: true });
"""
SHORTEST_MS = 16  # what the browser does not tell of
PAINTED = "() => new Promise((done) => requestAnimationFrame(() => setTimeout(done, 300)))"
LONGEST = "() => { const { longest } = measured; measured.longest = 0; return longest; }"


def visit(browser: Browser, url: str) -> dict[str, float]:
    """Milliseconds, by what was done; of a press the slowest of the doing."""
    with browser.new_context(base_url=url, locale="ru-RU", viewport={"width": 1280, "height": 800}) as context:
        context.set_default_timeout(PATIENCE_MS)
        context.add_init_script(WATCH)
        context.request.post("/api/v1/auth/login", data=LOGIN, headers={"X-Session": "cookie"})
        page = context.new_page()
        page.goto("/admin/orders")
        expect(page.get_by_role("row")).to_have_count(26, timeout=PATIENCE_MS)
        page.evaluate(PAINTED)
        figures = {LCP: float(page.evaluate("measured.painted"))}
        return figures | {name: _longest(page, press) for name, press in PRESSES.items()}


def _longest(page: Page, press: Callable[[Page], None]) -> float:
    page.evaluate(PAINTED)
    page.evaluate(LONGEST)
    press(page)
    page.evaluate(PAINTED)
    return max(float(page.evaluate(LONGEST)), SHORTEST_MS)


def _search(page: Page) -> None:
    field = page.get_by_placeholder("Номер, имя, телефон")
    field.press_sequentially("Сауле", delay=80)
    expect(page.get_by_role("row").filter(has_text="Сауле").first).to_be_visible()
    field.press("ControlOrMeta+a")
    field.press("Delete")


def _filter(page: Page) -> None:
    page.get_by_role("button", name="Добавить фильтр").click()
    page.get_by_role("menuitemcheckbox", name="Способ доставки").click()
    expect(page.get_by_role("combobox", name="Способ доставки")).to_be_visible()


def _tab(page: Page) -> None:
    page.get_by_role("tab", name=re.compile("^Новый")).click()
    expect(page.get_by_role("button", name=re.compile("^Принять")).first).to_be_visible()


def _next_step(page: Page) -> None:
    button = page.get_by_role("button", name=re.compile("^Принять")).first
    name = str(button.get_attribute("aria-label"))
    button.click()
    expect(page.get_by_role("button", name=name)).to_have_count(0)


PRESSES: dict[str, Callable[[Page], None]] = {
    "typing into the search (INP)": _search,
    "opening a filter (INP)": _filter,
    "choosing a status (INP)": _tab,
    "the next step of an order (INP)": _next_step,
}
