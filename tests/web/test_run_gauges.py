"""What Prometheus sees of comparisons and alerts."""

from datetime import UTC, datetime, timedelta

import pytest
from flask.testing import FlaskClient

from models import Alert, Shop, begin
from sync.alerts import CONDITIONS
from tests.traffic import make_run
from tests.web.test_metrics import scrape, value
from web import queues

NOW = datetime.now(UTC)
KINDS = {"theirs_moved": {"repaired": 3, "left": 1}, "rejected": {"listed": 2}, "missing_there": {"found": 4}}


@pytest.fixture(autouse=True)
def _unkept(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing read by a test before is shown."""
    monkeypatch.setattr(queues, "KEPT_S", -1)


def test_the_age_of_the_last_success_by_kind_and_plan(client: FlaskClient, shop: Shop) -> None:
    with begin() as session:
        make_run(session, shop, plan="nightly", finished_at=datetime.now(UTC) - timedelta(hours=2))
        make_run(session, shop, plan="nightly", phase="failed")
        make_run(session, shop, plan="nightly", dry_run=True)
    age = value(scrape(client), "cvety_reconcile_last_success_age_seconds", run="products", plan="nightly")
    assert age == pytest.approx(7200, abs=60)


def test_what_the_newest_run_found_by_kind_and_state(client: FlaskClient, shop: Shop) -> None:
    with begin() as session:
        make_run(session, shop, "orders", plan="active", counts={"kinds": {"theirs_moved": {"left": 9}}})
        took = {"started_at": NOW - timedelta(seconds=90), "finished_at": NOW}
        counts = {"kinds": KINDS, "pages": 12, "read": 1150}
        make_run(session, shop, "orders", "halted", plan="active", counts=counts, **took)
    samples, run = scrape(client), {"run": "orders", "plan": "active"}
    found = {
        (kind, state): value(samples, "cvety_reconcile_drift", **run, kind=kind, state=state)
        for kind, state in (
            ("theirs_moved", "found"),
            ("theirs_moved", "repaired"),
            ("theirs_moved", "left"),
            ("rejected", "listed"),
            ("rejected", "found"),
            ("missing_there", "found"),
        )
    }
    assert list(found.values()) == [4, 3, 1, 2, 0, 4]
    assert value(samples, "cvety_reconcile_pages", **run) == 12
    assert value(samples, "cvety_reconcile_rows", **run) == 1150
    assert value(samples, "cvety_reconcile_duration_seconds", **run) == 90


def test_every_condition_is_a_series_open_or_not(client: FlaskClient, shop: Shop) -> None:
    with begin() as session:
        session.add(Alert(condition="run_halted"))
        session.add(Alert(condition="dead_letters", over_at=NOW))
    samples = scrape(client)
    values = {each.name: samples[("cvety_alerts_open", (("condition", each.name),))] for each in CONDITIONS}
    assert [name for name, held in values.items() if held] == ["run_halted"]
