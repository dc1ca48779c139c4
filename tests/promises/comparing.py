"""Runs of reconciliation in a house: asked for, worked in this very process or by its workers, and looked at."""

import time
from typing import Any

from celery import Celery

import settings
from models import ReconcileDrift, ReconcileRun, begin
from sync.reconcile import runs
from tasks import outbox, reconcile
from tests.people import MIRRORED
from tests.poll import until
from tests.promises import rows

LINES = [{"productName": "Розы", "amount": 1, "price": "5 000 ₸"}]


def seed(florist: Any, orders: int, products: int) -> None:
    """The site has these before anybody listens, half of the orders under way."""
    codes = ("N", "PD", "AP", "CO", "DE", "F", "F", "F", "F", "RF")
    florist.bulk(
        [{"order": None, "create": True, "items": LINES, "status": codes[n % len(codes)]} for n in range(orders)]
        + [{"product": None, "create": True, "title": f"Розы {n}", "price": "5 000 ₸"} for n in range(products)],
        silent=True,
    )


def ask(kind: str, **how: Any) -> int:
    with begin() as session:
        return runs.ask(session, MIRRORED, kind, **how).id


def run(run_id: int) -> ReconcileRun:
    with begin() as session:
        return session.get_one(ReconcileRun, run_id)


def work(run_id: int, within_s: float = 60) -> ReconcileRun:
    """Here and now, with the tasks' own functions, until the run has ended."""
    end = time.monotonic() + within_s
    while not run(run_id).finished_at:
        assert time.monotonic() < end, f"run {run_id} is still {run(run_id).phase}"
        reconcile.work()
        outbox.settle()
    return run(run_id)


def wait(run_id: int, within_s: float = 40) -> ReconcileRun:
    """Until the house's own workers have ended the run."""
    ring()
    until(lambda: run(run_id).finished_at, within_s)
    return run(run_id)


def ring() -> None:
    """At the house's own broker."""
    with Celery(broker=settings.current().redis_url, set_as_current=False) as bell:
        bell.send_task("tasks.reconcile.work", queue="reconcile")


def drift(run_id: int) -> list[ReconcileDrift]:
    """Of the run, or of the parts of one that has parts."""
    with begin() as session:
        parts = session.query(ReconcileRun.id).filter(
            (ReconcileRun.id == run_id) | (ReconcileRun.parent_id == run_id)
        )
        return (
            session.query(ReconcileDrift).filter(ReconcileDrift.run_id.in_(parts)).order_by(ReconcileDrift.id).all()
        )


def owed_soon() -> int:
    """Debts, but for the details of orders that are over: those have ten minutes, whatever the scale."""
    soon = "state = 'pending' AND due_at < clock_timestamp() + interval '60 seconds'"
    return int(rows.value(f"SELECT count(*) FROM outbox WHERE {soon}"))


def differences(florist: Any) -> list[str]:
    """Statuses of orders, and prices and shelves of products, that are not the same on both sides."""
    there = {row["id"]: row["status"] for row in florist.rows("orders")}
    here = rows.codes()
    found = [
        f"order {one}: {here.get(one)} here, {code} there" for one, code in there.items() if here.get(one) != code
    ]
    prices = rows.pairs("SELECT bitrix_id, (price / 100) || ' ' || enabled FROM product")
    for row in florist.rows("products", full=True):
        shown = f"{''.join(filter(str.isdigit, row['data']['price']))} {str(row['data']['isAvailable']).lower()}"
        if prices.get(row["id"]) != shown:
            found.append(f"product {row['id']}: {prices.get(row['id'])} here, {shown} there")
    return found
