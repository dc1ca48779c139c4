"""Repairs share the rows of debts with everybody else who owes."""

from concurrent.futures import ThreadPoolExecutor

from dev.simulator.control import Florist
from models import Shop, begin, engine
from sync.outbox.wish import wish
from sync.reconcile import runs, staging
from sync.reconcile.repair import repair_some
from sync.rules import Rules
from tests.people import MIRRORED
from tests.poll import until
from tests.queries import somebody_waits
from tests.sync.reconcile.runner import Runner, drift, execute, kinds, run, value
from tests.traffic import make_drift, make_run


def test_what_waited_for_the_return_of_the_site_waits_no_longer_when_a_run_has_read_it(
    runner: Runner, florist: Florist
) -> None:
    """After a night of failures a debt rests for up to an hour: longer than any run would wait for it."""
    florist.seed(products=3)
    runner.run("products")
    first = next(florist.rows("products"))["id"]
    florist.change_product(first, price="7 777 ₸")
    with begin() as session:
        wish(session, MIRRORED, "product", first, "webhook")
    execute("UPDATE outbox SET attempts = 9, due_at = now() + interval '1 hour'")
    assert runner.run("products").counts["kinds"] == {"theirs_moved": {"repaired": 1}}


def test_what_cannot_be_read_when_it_is_confirmed_is_listed_and_not_called_repaired(
    runner: Runner, florist: Florist
) -> None:
    florist.seed(products=3)
    runner.run("products")
    first = next(florist.rows("products"))["id"]
    florist.change_product(first, price="7 777 ₸", title="Пионы")

    def meanwhile() -> None:
        florist.change_product(first, price="договорная")
        runner.settle()

    runner.rung = meanwhile
    ended = runner.run("products")
    assert kinds(ended.id) == [("rejected", "price", "listed"), ("theirs_moved", "name", "repaired")]
    assert "договорная" in str(drift(ended.id)[1].reason)


def test_what_the_database_lost_before_it_was_imported_is_read_anew(
    runner: Runner, florist: Florist, shop: Shop
) -> None:
    """A crash of the database empties what is not logged: then nothing is there to be imported from."""
    florist.seed(products=1)
    (new,) = florist.rows("products")
    with begin() as session:
        repairing = make_run(session, shop, phase="repairing", complete=True)
        make_drift(session, repairing, "missing_here", bitrix_id=new["id"])
        staging.create(session.connection(), repairing.id)
    assert runner.work(repairing.id).counts["kinds"] == {"missing_here": {"repaired": 1}}
    assert value("SELECT bitrix_id FROM product") == new["id"]


def test_debts_are_owed_in_the_order_in_which_everybody_owes_them(shop: Shop) -> None:
    """Whatever the order they were found in: else two who owe for the same ones wait for each other."""
    with begin() as session:
        repairing = make_run(session, shop, "orders", "repairing")
        for bitrix_id in (30, 20, 10):
            make_drift(session, repairing, bitrix_id=bitrix_id)
        staging.create(session.connection(), repairing.id)
    lease = runs.take_up(engine(), 60, "")
    assert lease
    with ThreadPoolExecutor(1) as pool:
        with begin() as session:
            wish(session, MIRRORED, "order", 10, "webhook")
            repaired = pool.submit(repair_some, Rules(), lease, run(repairing.id))
            until(somebody_waits)
            wish(session, MIRRORED, "order", 20, "webhook")
        assert repaired.result() == 3
    assert value("SELECT count(*) FROM outbox") == 3
