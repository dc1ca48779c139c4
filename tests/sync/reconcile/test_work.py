"""How a run goes from phase to phase, and what stops it on the way."""

from collections.abc import Callable
from dataclasses import asdict, replace
from typing import Any

import pytest
from structlog.testing import capture_logs

from dev.simulator.control import Florist
from models import Product, ReconcileRun, Shop, begin, engine
from sync.reconcile import runs, staging
from sync.reconcile.read import Progress
from tests.people import MIRRORED
from tests.shopfloor import make_order
from tests.sync.reconcile.runner import Runner, drift, execute, kinds, run, value

PRODUCTS = "GET /api/v2/products/"


def test_a_site_that_answers_nothing_makes_a_failed_run(runner: Runner, florist: Florist) -> None:
    florist.seed(products=5)
    florist.fault("http_500", PRODUCTS)
    ended = runner.run("products")
    assert ended.phase == "failed"
    assert "http_500" in str(ended.reason)


@pytest.mark.parametrize("fault", ["http_500", "html", "empty_page", "truncated_page", "ok_false"])
def test_a_site_that_fails_in_the_middle_makes_an_incomplete_run_that_acts_on_nothing(
    runner: Runner, florist: Florist, fault: str
) -> None:
    florist.seed(products=60)
    assert runner.run("products").phase == "done"
    (gone, *_) = [row["id"] for row in florist.rows("products")]
    florist.delete_product(gone)
    runner.there = _Before(runner.there, page=2, act=lambda: florist.fault(fault, PRODUCTS))  # type: ignore[assignment]
    ended = runner.run("products")
    assert ended.phase == "incomplete"
    assert "offset" in str(ended.reason)
    assert kinds(ended.id) == []
    assert value("SELECT to_regclass(:name)", name=staging.table(ended.id)) is None


class _Before:
    """The site, to which something happens before it is asked for its so-and-so-many-th page."""

    def __init__(self, there: Any, page: int, act: Callable[[], object]) -> None:
        self._there, self._left, self._act = there, page, act

    def __getattr__(self, name: str) -> Any:
        return getattr(self._there, name)

    def product_rows(self, *args: Any, **how: Any) -> Any:
        self._left -= 1
        if self._left == 0:
            self._act()
        return self._there.product_rows(*args, **how)


@pytest.mark.parametrize("dry_run", [False, True])
def test_a_list_whose_count_never_meets_makes_an_incomplete_run_that_still_repairs_what_it_has_seen(
    runner: Runner, florist: Florist, dry_run: bool
) -> None:
    florist.seed(products=10)
    runner.run("products")
    changed, gone, *_ = [row["id"] for row in florist.rows("products")]
    florist.change_product(changed, price="7 777 ₸")
    florist.delete_product(gone)
    runner.there = _Miscounted(runner.there)  # type: ignore[assignment]
    ended = runner.run("products", dry_run=dry_run)
    assert (ended.phase, ended.complete) == ("incomplete", False)
    assert "the count never met" in str(ended.reason)
    assert kinds(ended.id) == [("theirs_moved", "price", "found" if dry_run else "repaired")]


class _Miscounted:
    """The site, which counts one product fewer than it shows."""

    def __init__(self, there: Any) -> None:
        self._there = there

    def __getattr__(self, name: str) -> Any:
        return getattr(self._there, name)

    def product_rows(self, *args: Any, **how: Any) -> Any:
        page = self._there.product_rows(*args, **how)
        return replace(page, total=max(0, page.total - 1))


def test_what_the_database_lost_before_the_comparison_is_read_anew(runner: Runner, florist: Florist) -> None:
    """An unlogged table is empty after a crash: that must not look like an empty site."""
    florist.seed(products=30)
    runner.run("products")
    run_id = runner.ask("products")
    _read_and_lost(run_id)
    ended = runner.work(run_id)
    assert (ended.phase, ended.counts["read"]) == ("done", 30)
    assert kinds(run_id) == []


def test_a_read_that_lost_its_table_begins_anew(runner: Runner, florist: Florist) -> None:
    florist.seed(products=30)
    run_id = runner.ask("products")
    _read_and_lost(run_id, phase="reading")
    assert runner.work(run_id).counts["read"] == 30


def test_what_the_database_lost_between_two_lists_is_read_anew(runner: Runner, florist: Florist) -> None:
    """It was away for a moment, and the later lists are all that is there."""
    florist.seed(products=30)
    runner.run("products")
    run_id = runner.ask("products")
    runner.there = _Before(  # type: ignore[assignment]
        runner.there, page=3, act=lambda: execute(f"TRUNCATE {staging.table(run_id)}")
    )
    ended = runner.work(run_id)
    assert (ended.phase, ended.counts["read"]) == ("done", 30)
    assert kinds(run_id) == []


def _read_and_lost(run_id: int, phase: str = "comparing") -> None:
    lease = runs.take_up(engine(), 60, "")
    assert lease
    names = [f"{kind} {shelf}" for kind in ("vitrina", "catalog") for shelf in ("on", "off")]
    read = asdict(Progress(done=True, whole=True, staged=8, pages=1))
    with engine().begin() as connection:
        staging.create(connection, run_id)
    with begin() as session:
        begun = session.get_one(ReconcileRun, run_id)
        begun.phase, begun.complete, begun.checkpoint = phase, True, dict.fromkeys(names, read)
    runs.let_go(engine(), lease)


def test_a_row_that_the_database_refuses_is_left_and_keeps_no_other_from_being_imported(
    runner: Runner, florist: Florist
) -> None:
    lines = [{"productName": "Розы", "amount": 999_999_999, "price": "9 999 999 999 ₸"}]
    florist.create_order(items=lines)
    for _ in range(3):
        florist.create_order()
    with capture_logs():  # a traceback takes seconds to print
        ended = runner.run("orders")
    assert ended.phase == "done"
    assert ended.counts["kinds"] == {"missing_here": {"repaired": 3, "left": 1}}
    assert "it cannot be imported" in str([row.reason for row in drift(ended.id) if row.state == "left"])


def test_what_is_not_settled_in_time_is_left_with_the_reason(runner: Runner, florist: Florist) -> None:
    florist.seed(products=3)
    runner.run("products")
    first = next(florist.rows("products"))["id"]
    florist.change_product(first, price="7 777 ₸")
    other_shop_owes_the_same(first)
    florist.fault("http_500", "GET /api/v2/products/detail")
    ended = runner.run("products")
    assert (ended.phase, ended.counts["left"]) == ("done", 1)
    assert "not settled in time: http_500" in str(drift(ended.id)[0].reason)


def test_an_order_that_the_site_does_not_take_is_left_with_the_site_s_reason(
    runner: Runner, florist: Florist
) -> None:
    florist.seed(products=3)
    runner.run("products")
    with begin() as session:
        shop, rose = session.get_one(Shop, MIRRORED), session.query(Product).first()
        make_order(session, shop, [(rose, 1)], delivery_type="pickup")
    florist.fault("http_500", "POST *")
    ended = runner.run("orders")
    assert ended.counts["kinds"] == {"not_created": {"left": 1}}
    assert "not settled in time: http_500" in str(drift(ended.id)[0].reason)


def other_shop_owes_the_same(bitrix_id: int) -> None:
    execute("INSERT INTO shop (id, name) VALUES (8, 'x')")
    execute(
        "INSERT INTO outbox (shop_id, kind, key, reason, state) VALUES (8, 'product', :key, 'x', 'dead')",
        key=str(bitrix_id),
    )


def test_what_is_laid_aside_is_left_with_the_site_s_own_reason(runner: Runner, florist: Florist) -> None:
    florist.seed(products=3)
    runner.run("products")
    execute("UPDATE product SET price = price + 100 WHERE id = (SELECT min(id) FROM product)")
    florist.config(dialect="body")  # it does not know our spelling of a write
    ended = runner.run("products")
    assert [(row.kind, row.state) for row in drift(ended.id)] == [("ours_moved", "left")]
    assert drift(ended.id)[0].reason


def test_a_run_that_is_asked_to_stop_while_it_reads_stops_at_its_next_page(
    runner: Runner, florist: Florist
) -> None:
    florist.seed(products=600)
    run_id = runner.ask("products")
    runner.there = _Before(runner.there, page=3, act=lambda: stop(run_id))  # type: ignore[assignment]
    ended = runner.work(run_id)
    assert (ended.phase, ended.reason, ended.counts["pages"]) == ("stopped", "stopped by hand", 2)
    assert value("SELECT to_regclass(:name)", name=staging.table(run_id)) is None


def test_a_run_that_is_asked_to_stop_while_it_repairs_says_how_far_it_came(
    runner: Runner, florist: Florist
) -> None:
    florist.seed(products=10)
    runner.run("products")
    for row in list(florist.rows("products"))[:3]:
        florist.change_product(row["id"], price="7 777 ₸")
    run_id = runner.ask("products")
    runner.rung = lambda: stop(run_id)
    ended = runner.work(run_id)
    assert (ended.phase, ended.counts["found"], ended.counts["repaired"]) == ("stopped", 3, 0)


def test_who_lost_the_lease_in_the_middle_of_a_repair_writes_nothing_more(runner: Runner, florist: Florist) -> None:
    florist.seed(products=10)
    runner.run("products")
    for row in list(florist.rows("products"))[:3]:
        florist.change_product(row["id"], price="7 777 ₸")
    run_id = runner.ask("products")
    runner.rung = lambda: execute(
        "UPDATE reconcile_run SET lease_token = gen_random_uuid() WHERE id = :id", id=run_id
    )
    runner.slice()
    runner.settle()
    assert run(run_id).phase == "repairing"
    assert {row.state for row in drift(run_id)} == {"found"}

    execute("UPDATE reconcile_run SET lease_until = now()")  # whoever stole it died
    runner.rung = runner.settle
    assert runner.work(run_id).counts["repaired"] == 3


def test_time_in_which_nobody_worked_a_run_is_no_time_without_progress(runner: Runner, florist: Florist) -> None:
    """After an hour without power the workers of the outbox deserve their two minutes all the same."""
    florist.seed(products=3)
    runner.run("products")
    florist.change_product(next(florist.rows("products"))["id"], price="7 777 ₸")
    run_id = runner.ask("products")
    runner.rung = lambda: None
    runner.slice(slice_s=0.5, patience_s=120)
    assert run(run_id).phase == "repairing"
    execute(
        "UPDATE reconcile_run SET progress_at = now() - interval '1 hour', lease_until = now() - interval '1 hour'"
    )
    runner.slice(slice_s=0.1, patience_s=120)
    assert run(run_id).phase == "repairing"
    runner.settle()
    assert runner.work(run_id).counts["repaired"] == 1


def stop(run_id: int) -> None:
    with begin() as session:
        runs.ask_to_stop(session, run_id)
