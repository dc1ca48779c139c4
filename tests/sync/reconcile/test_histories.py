"""Whatever happens on both sides, and whatever becomes of the webhooks: one reconciliation later they agree."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, example, given, note, settings
from hypothesis import strategies as st
from psycopg2.extensions import cursor as Cursor

import settings as house
from dev.simulator.control import Florist
from dev.simulator.process import SimulatorProcess
from models import ReconcileRun, begin, engine
from models.reconcile_drift import REPAIRED_KINDS
from sync.inbox.drain import drain
from sync.reconcile import runs
from tests.people import make_shop
from tests.poll import until
from tests.servers import empty
from tests.sync.reconcile.histories import LINES, Sides, Step, delete_first_order, disagreements, endings, steps
from tests.sync.reconcile.hook_server import web_in_a_thread
from tests.sync.reconcile.runner import Runner, drift, execute, value
from tests.sync.reconcile.versions import versions


@pytest.fixture
def connected(site: SimulatorProcess, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The site sends its webhooks to us; the workers come when the test says so."""
    monkeypatch.setattr("tasks.doorbell.ring", lambda _bell: None)
    with web_in_a_thread() as url:
        site.florist.config(backend_url=url, webhook_secret=house.current().webhook_secrets[0])
        yield url
        site.florist.config(backend_url="")


CALM: dict[str, Any] = {"faults": {}, "working": [True] * 12}
gone_after_an_unknown_status = example(
    doings=[lambda s: s.order_there(0, status="ZZ")], ends=[delete_first_order], **CALM
)
paid_here_before_it_is_there = example(
    doings=[lambda s: s.placed_here(), lambda s: s.order_here(5, "paid")], ends=[], **CALM
)
more_than_half_are_listed_no_more = example(
    doings=[lambda s: s.order_there(4, status="ZZ")], ends=[delete_first_order] * 2, **CALM
)


def histories(examples: int) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Not shrunk: that takes far longer than to read a history of a dozen steps."""
    drawn = given(
        doings=st.lists(steps, min_size=3, max_size=12),
        ends=st.lists(endings, max_size=2),
        faults=st.fixed_dictionaries(
            {kind: st.sampled_from((0, 30, 60)) for kind in ("lost", "doubled", "reordered")}
        ),
        working=st.lists(st.booleans(), min_size=12, max_size=12),
    )
    phases = [Phase.explicit, Phase.generate]
    some = settings(max_examples=examples, deadline=None, phases=phases, suppress_health_check=list(HealthCheck))
    return lambda test: some(drawn(test))


@pytest.mark.timeout(300)
@histories(examples=3)
@gone_after_an_unknown_status
@paid_here_before_it_is_there
def test_both_sides_agree_after_one_run_or_say_why_not_and_the_next_run_changes_nothing(
    connected: str, site: SimulatorProcess, janitor: Cursor, **history: Any
) -> None:
    _lived_through(site, janitor, **history)


@pytest.mark.long
@pytest.mark.timeout(3600)
@histories(examples=120)
@more_than_half_are_listed_no_more
def test_the_same_at_full_length(connected: str, site: SimulatorProcess, janitor: Cursor, **history: Any) -> None:
    _lived_through(site, janitor, **history)


def _lived_through(
    site: SimulatorProcess,
    janitor: Cursor,
    doings: list[Step],
    ends: list[Step],
    faults: dict[str, int],
    working: list[bool],
) -> None:
    """`working`: after which steps the workers come to work."""
    empty(janitor)
    runner, florist = _begun(site)
    for kind, percent in faults.items():
        florist.fault(kind, percent=percent, **{"wait_ms": 20} if kind == "reordered" else {})
    sides = Sides(florist)
    for step, worked in zip([*doings, *ends], [*working, True, True], strict=False):
        step(sides)
        if worked:
            _work(runner)
    florist.settle()
    _work(runner)

    first = runner.run("all")
    if first.phase == "halted":
        first = _approved(runner, first)
    _rest(runner)
    note(str([(row.kind, row.field, row.state, row.reason) for part in (1, 2) for row in drift(first.id + part)]))
    assert first.phase == "done", first.reason
    assert disagreements(florist, runner.rules, [first.id + 1, first.id + 2]) == []

    before = versions()
    second = runner.run("all")
    assert second.phase == "done"
    found = [row.kind for part in (1, 2) for row in drift(second.id + part)]
    assert not set(found) & set(REPAIRED_KINDS)
    # An order whose status nobody knows is in no list: each run asks for it, and the asking leaves its trace.
    asking = {"outbox", "sync_link"} if "unknown_status" in found else set()
    assert {table: state for table, state in versions().items() if table not in asking} == {
        table: state for table, state in before.items() if table not in asking
    }
    assert disagreements(florist, runner.rules, [second.id + 1, second.id + 2]) == []
    runner.there.close()


def _begun(site: SimulatorProcess) -> tuple[Runner, Florist]:
    florist = site.florist
    florist.clear_faults()
    florist.reset()
    for code in ("N", "AP", "CO", "F", "UN"):
        florist.create_order(silent=True, items=LINES, status=code)
    for number in range(6):
        florist.create_product(silent=True, title=f"Розы {number}", price="5 000 ₸")
    with begin() as session:
        make_shop(session)
    runner = Runner(site, verify_after_s=0.01)  # what the site made of an order of ours tells its first read alone
    for _ in range(2):  # imported; and then seen to agree, so that the runs to come know most rows by their print
        assert runner.run("all").phase == "done"
        _rest(runner)
    return runner, florist


def _approved(runner: Runner, halted: ReconcileRun) -> ReconcileRun:
    """So much was deleted that it waits for a person, who has looked."""
    with begin() as session:
        runs.approve(session, session.get_one(ReconcileRun, halted.id), None)
    return runner.work(halted.id)


def _work(runner: Runner) -> None:
    drain(engine(), runner.rules, budget_s=5)
    runner.settle()


def _rest(runner: Runner) -> None:
    """Until nothing is owed any more, also of what has time."""

    def quiet() -> bool:
        execute("UPDATE outbox SET due_at = now() WHERE state = 'pending'")
        _work(runner)
        return not value("SELECT count(*) FROM outbox WHERE state = 'pending'")

    until(quiet, 20)
