"""Promise 14: what looks like a bug of the site's stops a run, and every absence is confirmed before it counts."""

import pytest
import redis

from dev.embedded import Valkey
from dev.simulator.control import Florist
from dev.simulator.process import SimulatorProcess
from models import begin
from sync.reconcile import runs
from tasks.alerting import Webhook, tick
from tests.promises import comparing, rows
from tests.promises.conftest import Build
from tests.tasks.alert_receiver import listening

PRODUCTS, ORDERS = 150, 40
LISTS = ("GET /api/v2/products/", "GET /api/v2/orders/")


@pytest.fixture
def known(build: Build, site: SimulatorProcess, florist: Florist, unrung: None) -> None:
    """Both sides agree; nobody but the test works."""
    build(site, TIME_SCALE="0.05", BITRIX_RATE="10000", BITRIX_BURST="10000")
    rows.mirrored_shop()
    comparing.seed(florist, ORDERS, PRODUCTS)
    assert comparing.work(comparing.ask("all")).phase == "done"


def standing() -> tuple[int, int]:
    """How many products are on sale here, and how many orders are not cancelled."""
    return (
        rows.value("SELECT count(*) FROM product WHERE enabled"),
        rows.value("SELECT count(*) FROM \"order\" WHERE status <> 'cancelled'"),
    )


@pytest.mark.promise
@pytest.mark.usefixtures("known")
def test_whatever_the_lists_answer_nothing_is_disabled_or_cancelled(florist: Florist, valkey: Valkey) -> None:
    before = standing()
    for kind, params in {
        "empty_page": {},
        "truncated_page": {},
        "html": {},
        "http_500": {"percent": 60},
        "ok_false": {},
        "truncated_body": {},
        "repeat_rows": {"rows": 40},
        "move_rows": {"rows": 40},
        "forget_city": {},
    }.items():
        for route in LISTS:
            florist.fault(kind, route, **params)
        ended = comparing.work(comparing.ask("all"))
        florist.clear_faults()
        with redis.Redis.from_url(valkey.url()) as circuit:
            circuit.flushdb()  # each bug for itself: an open circuit would keep the next one from being tried
        assert standing() == before, kind
        assert ended.phase in ("failed", "incomplete", "halted", "done"), kind
        assert ended.phase != "done" or kind in ("http_500", "move_rows", "repeat_rows"), kind
        assert ended.phase == "done" or ended.reason, kind
    assert comparing.work(comparing.ask("all")).phase == "done"
    assert comparing.differences(florist) == []


@pytest.mark.promise
@pytest.mark.usefixtures("known")
def test_a_catalogue_that_shrank_by_90_percent_waits_for_a_person_who_is_told_and_may_stop_or_approve(
    florist: Florist,
) -> None:
    there = [row["id"] for row in florist.rows("products")]
    florist.bulk([{"product": one, "delete": True} for one in there[PRODUCTS // 10 :]], silent=True)

    first = comparing.work(comparing.ask("products"))
    assert first.phase == "halted"
    assert first.counts["kinds"]["missing_there"] == {"found": PRODUCTS * 9 // 10}
    assert "less than half" in str(first.reason)
    assert standing()[0] == PRODUCTS
    with listening() as person:
        for _ in range(3):
            tick([Webhook(person.url)])
    assert person.states() == [("run_halted", "open")]
    with begin() as session:
        runs.ask_to_stop(session, first.id)
    assert comparing.run(first.id).phase == "stopped"

    second = comparing.work(comparing.ask("products"))
    assert second.phase == "halted"
    with begin() as session:
        runs.approve(session, session.merge(second), None)
    ended = comparing.work(second.id)
    assert (ended.phase, ended.counts["repaired"], ended.counts["left"]) == ("done", PRODUCTS * 9 // 10, 0)
    assert standing()[0] == PRODUCTS // 10


@pytest.mark.promise
@pytest.mark.usefixtures("known")
def test_an_approved_absence_is_confirmed_anew_so_that_a_bug_of_the_lists_disables_nothing(
    florist: Florist,
) -> None:
    """The lists forget everything, somebody approves it by mistake, and each detail still answers."""
    before = standing()
    for route in LISTS:
        florist.fault("forget_city", route)
    for kind in ("products", "orders"):
        halted = comparing.work(comparing.ask(kind))
        assert halted.phase == "halted"
        with begin() as session:
            runs.approve(session, session.merge(halted), None)
        assert comparing.work(halted.id).phase == "done"
    assert standing() == before
