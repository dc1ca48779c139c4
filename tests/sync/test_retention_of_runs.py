"""Tables stay bounded, and nobody's name outlives its use."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import text

from models import Alert, ReconcileDrift, ReconcileRun, Shop, WebhookEvent, begin, engine
from sync.reconcile import staging
from sync.retention import anonymise, drop_staging, forget
from tests.people import DEVELOPMENT, make_shop
from tests.traffic import make_debt, make_drift, make_event, make_run

DAYS = 30


def ago(days: float) -> datetime:
    return datetime.now(UTC) - timedelta(days=days)


def ids(model: Any) -> set[int]:
    with begin() as session:
        return {row.id for row in session.query(model)}


def ran(shop: Shop, days: float, kind: str = "products", **columns: Any) -> int:
    with begin() as session:
        run = make_run(session, shop, kind, finished_at=ago(days), **columns)
        make_drift(session, run)
        return run.id


def test_finished_events_and_debts_go_and_what_needs_somebody_stays(shop: Shop) -> None:
    with begin() as session:
        for state in ("applied", "unchanged", "skipped", "superseded", "dead", "parked", "pending"):
            make_event(session, shop, state, finished_at=ago(31))
            make_event(session, shop, state, finished_at=ago(29))
        make_debt(session, shop, "1", state="settled", finished_at=ago(31))
        make_debt(session, shop, "2", state="dead", finished_at=ago(31))
    gone = forget(engine(), DAYS)
    assert (gone["webhook_event"], gone["outbox"]) == (4, 1)
    with begin() as session:
        assert session.query(WebhookEvent).count() == 10


def test_old_runs_go_with_their_drift(shop: Shop) -> None:
    old, young = ran(shop, 31), ran(shop, 1)
    gone = forget(engine(), DAYS)
    assert (gone["reconcile_run"], gone["reconcile_drift"]) == (1, 1)
    assert ids(ReconcileRun) == {young} != {old}
    with begin() as session:
        assert {row.run_id for row in session.query(ReconcileDrift)} == {young}


def test_the_last_run_of_each_sort_that_is_done_stays(shop: Shop) -> None:
    with begin() as session:
        other = make_shop(session, DEVELOPMENT)
    kept = {
        ran(shop, 90),
        ran(shop, 90, "orders", plan="active", active_only=True),
        ran(shop, 90, "orders", plan="nightly"),
        ran(shop, 90, ids=[5]),
        ran(other, 90),
    }
    ran(shop, 80, phase="failed")
    ran(shop, 80, dry_run=True)
    forget(engine(), DAYS)
    assert ids(ReconcileRun) == kept


def test_a_part_that_stays_keeps_its_whole(shop: Shop) -> None:
    parent = ran(shop, 90, "all", phase="failed", plan="nightly")
    parts = {ran(shop, 90, "orders", plan="nightly", parent_id=parent)}
    parts.add(ran(shop, 90, "products", phase="failed", plan="nightly", parent_id=parent))
    forget(engine(), DAYS)
    assert ids(ReconcileRun) == {parent, *parts}


def test_an_old_run_goes_with_its_parts(shop: Shop) -> None:
    parent = ran(shop, 90, "all", plan="nightly")
    for kind in ("orders", "products"):
        ran(shop, 90, kind, plan="nightly", parent_id=parent)
    later = ran(shop, 1, "all", plan="nightly")
    young = {later, *(ran(shop, 1, kind, plan="nightly", parent_id=later) for kind in ("orders", "products"))}
    forget(engine(), DAYS)
    assert ids(ReconcileRun) == young


def test_a_run_that_is_going_stays_however_old(shop: Shop) -> None:
    with begin() as session:
        going = make_run(session, shop, phase="reading", started_at=ago(99)).id
    forget(engine(), DAYS)
    assert ids(ReconcileRun) == {going}


def test_alerts_that_are_over_go(clean: None) -> None:
    with begin() as session:
        session.add_all(Alert(condition="run_halted", over_at=over) for over in (ago(31), ago(1), None))
    assert forget(engine(), DAYS)["alert"] == 1


def tables() -> set[str]:
    with engine().connect() as connection:
        found = text("SELECT tablename FROM pg_tables WHERE tablename LIKE 'reconcile_staging%'")
        return set(connection.execute(found).scalars())


@pytest.mark.parametrize(
    ("phase", "kept"),
    [
        ("reading", True),
        ("repairing", True),
        ("halted", False),
        ("done", False),
        ("incomplete", False),
        ("failed", False),
        ("stopped", False),
    ],
)
def test_what_was_read_is_kept_as_long_as_somebody_needs_it(shop: Shop, phase: str, kept: bool) -> None:
    with begin() as session:
        run = make_run(session, shop, phase=phase)
    with engine().begin() as connection:
        staging.create(connection, run.id)
    drop_staging(engine())
    assert tables() == ({staging.table(run.id)} if kept else set())
    with engine().begin() as connection:
        staging.drop(connection, run.id)


def test_what_a_vanished_run_has_read_goes(clean: None) -> None:
    with engine().begin() as connection:
        staging.create(connection, 4711)
    assert drop_staging(engine()) == 1
    assert tables() == set()


def test_names_and_phones_leave_payloads_and_drift(shop: Shop) -> None:
    with begin() as session:
        payload = {"order_id": 77, "status": "AP", "phone": "+77000000001"}
        old = make_event(session, shop, payload=payload, received_at=ago(15)).id
        young = make_event(session, shop, payload=payload).id
        run = make_run(session, shop, "orders")
        shown = {"ours": "Алия", "theirs": "+77000000001"}
        names = [
            make_drift(session, run, field=field, found_at=ago(days), **shown).id
            for field, days in (("sender_phone", 15), ("status", 15), ("sender_phone", 13))
        ]
    assert anonymise(engine(), 14) == 2
    assert anonymise(engine(), 14) == 0
    with begin() as session:
        assert session.get_one(WebhookEvent, old).payload == {"order_id": 77, "status": "AP"}
        assert session.get_one(WebhookEvent, young).payload == payload
        assert [session.get_one(ReconcileDrift, (run.id, id)).ours for id in names] == [None, "Алия", "Алия"]
