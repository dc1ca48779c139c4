"""What an approval covers: the rows that were listed, each asked for anew; what was read is hours old by then."""

import pytest

from dev.simulator.control import Florist
from models import ReconcileRun, begin
from sync.reconcile import runs
from tests.sync.reconcile.runner import Runner, drift, value

MOVED, KNOWN = 25, 30


@pytest.fixture
def halted(runner: Runner, florist: Florist) -> ReconcileRun:
    """Too many prices changed there, and one product is new."""
    florist.seed(products=KNOWN)
    assert runner.run("products").phase == "done"
    florist.bulk([{"product": row["id"], "price": "7 777 ₸"} for row in list(florist.rows("products"))[:MOVED]])
    florist.create_product(title="Новые розы", price="5 000 ₸")
    ended = runner.run("products")
    assert ended.phase == "halted"
    return ended


def approve(run_id: int) -> None:
    with begin() as session:
        runs.approve(session, session.get_one(ReconcileRun, run_id), None)


def test_what_is_new_there_is_imported_as_it_is_by_now(
    runner: Runner, florist: Florist, halted: ReconcileRun
) -> None:
    (new,) = [row.bitrix_id for row in drift(halted.id) if row.kind == "missing_here"]
    assert new
    florist.change_product(new, price="6 000 ₸")
    approve(halted.id)
    ended = runner.work(halted.id)
    assert ended.counts["kinds"] == {"theirs_moved": {"repaired": MOVED}, "missing_here": {"repaired": 1}}
    assert value("SELECT price FROM product WHERE bitrix_id = :id", id=new) == 600_000


def test_nothing_but_what_was_listed_is_repaired(runner: Runner, florist: Florist, halted: ReconcileRun) -> None:
    listed = {row.bitrix_id for row in drift(halted.id)}
    (other, *_) = [row["id"] for row in florist.rows("products") if row["id"] not in listed]
    florist.change_product(other, price="9 999 ₸")
    approve(halted.id)
    assert runner.work(halted.id).phase == "done"
    assert value("SELECT price FROM product WHERE bitrix_id = :id", id=other) != 999_900
    assert {row.bitrix_id for row in drift(halted.id)} == listed
