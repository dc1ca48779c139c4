"""The panel as staff meet it: built, served by the whole house beside the simulated site, in Debian's Chromium.

The house is started once. Each test finds it with no rows but the mirrored shop's own, and the site empty.
"""

import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, suppress
from pathlib import Path
from typing import Any

import psycopg2.errors
import psycopg2.extensions
import pytest
from playwright.sync_api import Browser, Page, sync_playwright

from dev.panel import chromium, node
from dev.panel.places import Places
from dev.reaper import ROOT
from dev.simulator.control import Florist
from dev.simulator.process import SimulatorProcess
from models import Shop, User, begin
from tests.panel.visitors import Visitors
from tests.people import MIRRORED, make_shop, make_user
from tests.promises.house import House
from tests.servers import empty

HERE = Path(__file__).parent
FAILURES = ROOT / ".dev" / "test" / "panel"
REPORT = pytest.StashKey[pytest.TestReport]()
SKIPPED = pytest.StashKey[int]()

SignIn = Callable[..., Page]
Person = Callable[..., User]


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    ours = [item for item in items if HERE in item.path.parents]
    lacking = chromium.lacking() or node.missing()
    if lacking and chromium.required():
        raise pytest.UsageError(f"Tests of the panel are required, but {lacking}")
    for item in ours:
        item.add_marker(pytest.mark.panel)
        item.add_marker(pytest.mark.timeout(300))  # the first of them builds the panel
        if lacking:
            item.add_marker(pytest.mark.skip(reason=lacking))
    config.stash[SKIPPED] = len(ours) if lacking else 0


def pytest_terminal_summary(terminalreporter: Any, config: pytest.Config) -> None:
    if number := config.stash.get(SKIPPED, 0):
        lacking = chromium.lacking() or node.missing()
        terminalreporter.write_line(f"{number} tests of the panel were skipped: {lacking}", yellow=True)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Any:
    report = yield
    if report.when == "call":
        item.stash[REPORT] = report
    return report


@pytest.fixture(scope="package")
def built() -> Path:
    """The panel's folder, of the sources as they are."""
    subprocess.run([sys.executable, "-m", "dev.panel", "--required"], cwd=ROOT, check=True)
    return Places(ROOT).dist


@pytest.fixture(scope="package")
def site() -> Iterator[SimulatorProcess]:
    """The other side."""
    with SimulatorProcess() as process:
        yield process


@pytest.fixture(scope="package")
def house(
    tmp_path_factory: pytest.TempPathFactory,
    built: Path,
    site: SimulatorProcess,
    database_url: str,
    redis_url: str,
) -> Iterator[House]:
    """All of the Procfile but Flower, as it is; the tests read and write the same rows."""
    folder = tmp_path_factory.mktemp("house")
    house = House(folder, database_url, redis_url, site)
    house.env |= {
        "RATE_LIMITS": "off",
        "VERIFY_AFTER_S": "10",
        "MEDIA_DIR": str(folder / "media"),
        "PANEL_DIR": str(built),
    }
    house.env["MEDIA_URL"] = f"{house.url}/api/v1/files"
    with closing(house), house.in_this_process():
        house.start("web", "inbox", "outbox", "reconcile", "default", "beat")
        yield house


@pytest.fixture
def florist(house: House, site: SimulatorProcess) -> Florist:
    """Somebody at the site's own panel; the site is empty."""
    site.florist.reset()
    return site.florist


@pytest.fixture
def shop(house: House, florist: Florist, janitor: psycopg2.extensions.cursor) -> Shop:
    """The mirrored one."""
    _empty_beside_workers(janitor)
    with begin() as session:
        return make_shop(session, MIRRORED)


def _empty_beside_workers(janitor: psycopg2.extensions.cursor) -> None:
    """They lock rows in orders of their own: who is picked as the victim of a deadlock tries again."""
    for _ in range(5):
        with suppress(psycopg2.errors.DeadlockDetected):
            return empty(janitor)
    raise AssertionError("the workers never paused")


@pytest.fixture
def person(shop: Shop) -> Person:
    """`person("courier")`: somebody new of the mirrored shop, or of the shop given; "superadmin" is of none."""

    def add(role: str, of: Shop = shop, **columns: Any) -> User:
        given = (None, "director") if role == "superadmin" else (of, role)
        with begin() as session:
            return make_user(session, *given, **columns)

    return add


@pytest.fixture(scope="package")
def browser() -> Iterator[Browser]:
    with sync_playwright() as playwright, chromium.launch(playwright) as browser:
        yield browser


@pytest.fixture
def visitors(browser: Browser, house: House, request: pytest.FixtureRequest) -> Iterator[Visitors]:
    """Everybody's windows; one that a script broke in fails its test, and of a failed test all are photographed."""
    with closing(Visitors(browser, house.url)) as visitors:
        yield visitors
        report = request.node.stash.get(REPORT, None)
        if report and report.failed:
            FAILURES.mkdir(parents=True, exist_ok=True)
            visitors.photograph(FAILURES, re.sub(r"\W+", "-", request.node.name))
        assert visitors.errors == []


@pytest.fixture
def sign_in(visitors: Visitors, person: Person) -> SignIn:
    """`sign_in("manager")`: a page of that person's own browser, signed in by hand. `user=` is somebody known,
    `viewport=` and the like are Playwright's options of a browser context.
    """

    def signed_in(role: str = "", user: User | None = None, **options: Any) -> Page:
        return visitors.sign_in(user or person(role), **options)

    return signed_in
