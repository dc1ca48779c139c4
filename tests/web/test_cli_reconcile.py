"""`flask sync reconcile`, `runs` and `drift`: without a worker, and against the simulated site."""

import csv
import io
from collections.abc import Iterator
from datetime import datetime, timedelta
from typing import Any

import pytest
from click.testing import Result
from flask import Flask

from dev.simulator.control import Florist
from dev.simulator.process import SimulatorProcess
from models import Product, ReconcileRun, Shop, begin
from tasks import wiring
from tests.bound import bound
from tests.shopfloor import make_link, make_product
from tests.traffic import make_drift, make_run
from tests.web.conftest import ENVIRONMENT
from web import create_app
from web.cli import following

Run = Any


@pytest.fixture(scope="module")
def site() -> Iterator[SimulatorProcess]:
    with SimulatorProcess() as process:
        yield process


@pytest.fixture
def florist(site: SimulatorProcess) -> Florist:
    site.florist.clear_faults()
    site.florist.reset()
    return site.florist


@pytest.fixture
def run(
    site: SimulatorProcess, shop: Shop, database_url: str, redis_url: str, monkeypatch: pytest.MonkeyPatch
) -> Iterator[Run]:
    """`flask sync ...` of an installation with that site and no workers."""
    monkeypatch.setenv("COLUMNS", "200")
    monkeypatch.setattr(following, "PATIENCE_S", 0)
    monkeypatch.setattr(following, "LOOK_EVERY_S", 0.02)
    there = {"BITRIX_BASE_URL": site.url, "BITRIX_TOKEN": site.token, "RAILWAY_API_TOKEN": site.railway_token}
    faster = {"BITRIX_RATE": "1000", "BITRIX_BURST": "1000"}
    with bound(database_url, redis_url, **(ENVIRONMENT | there | faster)):
        made = create_app()
        yield lambda *words: made.test_cli_runner().invoke(args=["sync", *map(str, words)])
        if (site_client := wiring.site()) is not None:
            site_client.close()


def prices() -> list[int]:
    with begin() as session:
        return [product.price for product in session.query(Product).order_by(Product.bitrix_id)]


def last() -> ReconcileRun:
    with begin() as session:
        return session.query(ReconcileRun).order_by(ReconcileRun.id.desc()).first()


def test_it_does_the_work_itself_where_no_worker_does(run: Run, florist: Florist) -> None:
    florist.seed(products=6, orders=4)
    result = run("reconcile")
    assert result.exit_code == 0, result.output
    assert len(prices()) == 6
    assert "missing_here" in result.output
    assert run("reconcile").exit_code == 0
    assert last().counts["found"] == 0


def test_a_dry_run_says_what_differs_and_leaves_it(run: Run, florist: Florist) -> None:
    florist.seed(products=3)
    result = run("reconcile", "--products", "--dry-run")
    assert result.exit_code == 0, result.output
    assert (last().dry_run, prices()) == (True, [])
    assert "missing_here" in result.output


def test_ids_and_since_reach_the_run(run: Run, florist: Florist) -> None:
    florist.seed(products=5)
    run("reconcile", "--products", "--ids", "600001, 600002", "--since", "2025-01-01")
    assert last().ids == [600001, 600002]
    assert last().since == datetime.fromisoformat("2025-01-01T00:00:00+05:00")
    assert len(prices()) == 2


def overwriting(shop: Shop, florist: Florist) -> None:
    """A first run that would overwrite something waits for a person."""
    id = florist.create_product(silent=True, title="Розы", price="5 000 ₸")["id"]
    with begin() as session:
        base = {"price": {"ours": 400_000, "theirs": 400_000}}
        make_link(session, make_product(session, shop, price=400_000, bitrix_id=id), base=base)


def test_what_the_brake_holds_back_is_left_and_explained(run: Run, shop: Shop, florist: Florist) -> None:
    overwriting(shop, florist)
    result = run("reconcile", "--products")
    assert (result.exit_code, last().phase, prices()) == (1, "halted", [400_000])
    assert "--yes" in result.output


def test_with_yes_it_is_repaired(run: Run, shop: Shop, florist: Florist) -> None:
    overwriting(shop, florist)
    result = run("reconcile", "--products", "--yes")
    assert (result.exit_code, last().phase, prices()) == (0, "done", [500_000]), result.output


def test_a_site_that_is_down_ends_the_run_with_a_reason(run: Run, florist: Florist) -> None:
    florist.fault("http_500")
    result = run("reconcile", "--products")
    assert (result.exit_code, last().phase) == (1, "failed")
    assert "500" in result.output


@pytest.mark.parametrize(
    "words",
    [
        ("--ids", "1"),
        ("--products", "--ids", "one"),
        ("--products", "--ids", "0"),
        ("--since", "yesterday"),
        ("--orders", "extra"),
    ],
)
def test_words_that_make_no_sense_are_refused(run: Run, words: tuple[str, ...]) -> None:
    assert run("reconcile", *words).exit_code == 2


def test_a_shop_that_is_not_mirrored_is_refused(run: Run, other_shop: Shop) -> None:
    result = run("reconcile", "--shop", other_shop.id)
    assert (result.exit_code, "mirrored" in result.output) == (1, True)


def test_without_a_site_there_is_nobody_to_compare_with(app: Flask, shop: Shop) -> None:
    wiring.site.cache_clear()
    result: Result = app.test_cli_runner().invoke(args=["sync", "reconcile"])
    assert (result.exit_code, "BITRIX_BASE_URL" in result.output) == (1, True)


@pytest.fixture
def shell(app: Flask, shop: Shop, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("COLUMNS", "200")
    return lambda *words: app.test_cli_runner().invoke(args=["sync", *map(str, words)])


def test_runs_are_listed_with_how_they_ended(shell: Run, shop: Shop) -> None:
    with begin() as session:
        counts = {"found": 3, "repaired": 2, "left": 1}
        run = make_run(session, shop, "orders", active_only=True, counts=counts)
        run.started_at -= timedelta(seconds=7)
        make_run(session, shop, phase="halted", reason="[/b] are gone there", plan="nightly")
    result = shell("runs")
    assert result.exit_code == 0, result.output
    for word in ("orders under way", "7.0 s", "halted", "[/b] are gone there", "nightly"):
        assert word in result.output
    assert "halted" not in shell("runs", "--shop", "99").output


def test_drift_is_shown_by_kind_and_row_by_row(shell: Run, shop: Shop) -> None:
    with begin() as session:
        run = make_run(session, shop)
        make_drift(session, run, state="left", field="price", ours=1, theirs=2, reason="[/b] http_405")
        make_drift(session, run, "rejected", state="listed")
    result = shell("drift", run.id)
    assert result.exit_code == 0, result.output
    assert all(word in result.output for word in ("theirs_moved", "rejected", "[/b] http_405"))
    assert "http_405" not in shell("drift", run.id, "--state", "listed").output


def test_drift_as_csv_has_every_row(shell: Run, shop: Shop) -> None:
    with begin() as session:
        run = make_run(session, shop)
        for number in range(5):
            make_drift(session, run, bitrix_id=number + 1, ours="=1")
    rows = list(csv.DictReader(io.StringIO(shell("drift", run.id, "--csv").output.removeprefix("\ufeff"))))
    assert [row["bitrix_id"] for row in rows] == ["1", "2", "3", "4", "5"]
    assert {row["ours"] for row in rows} == {"'=1"}


def test_an_unknown_run_is_said_so(shell: Run, shop: Shop) -> None:
    assert shell("drift", 5).exit_code == 1
