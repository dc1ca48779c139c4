"""Runs from beginning to end, against the simulated site."""

from dev.simulator.control import Florist
from tests.sync.reconcile.runner import Runner, kinds, value


def test_a_first_run_imports_everything_and_the_next_one_finds_nothing(runner: Runner, florist: Florist) -> None:
    florist.seed(orders=40, products=120)
    first, second = runner.run("all"), runner.run("all")
    assert (first.phase, second.phase) == ("done", "done")
    assert value('SELECT count(*) FROM "order"') == 40
    assert value("SELECT count(*) FROM product") == 120
    assert kinds(second.id) == []


def test_what_a_run_imported_is_agreed_on_from_that_moment(runner: Runner, florist: Florist) -> None:
    """Nothing of it waits: a product is owed nothing, and of an order only its details are asked for."""
    florist.seed(orders=4, products=4)
    runner.rung = lambda: None
    assert runner.run("all").phase == "done"
    assert value("SELECT count(*) FROM sync_link WHERE agreed_at IS NOT NULL") == 8
    assert value("SELECT count(*) FROM outbox WHERE kind = 'product'") == 0
