"""The rows of runs: who may begin, who holds one, how each ends."""

from concurrent.futures import ThreadPoolExecutor
from datetime import timedelta

import pytest

from models import Shop, begin, engine
from shop.errors import Conflict
from sync.reconcile import runs, staging
from sync.reconcile.runs import MOST_CRASHES, RunLost, approve, ask, ask_to_stop, finish, let_go, take_up
from sync.reconcile.seen import Prints
from sync.rules import Rules
from tests.people import MIRRORED
from tests.poll import until
from tests.queries import somebody_waits
from tests.sync.reconcile.runner import execute, run, value
from tests.traffic import make_drift

pytestmark = pytest.mark.usefixtures("shop")


def asked(kind: str = "products", **how: object) -> int:
    with begin() as session:
        return ask(session, MIRRORED, kind, **how).id  # type: ignore[arg-type]


def ended(run_id: int, phase: str = "done", reason: str | None = None) -> None:
    with begin() as session:
        finish(session, session.get_one(runs.ReconcileRun, run_id), phase, reason)


def taken() -> int | None:
    lease = take_up(engine(), 60, "almaty")
    return lease.id if lease else None


def test_a_run_begins_when_it_is_taken_up_and_notes_the_city() -> None:
    run_id = asked()
    assert taken() == run_id
    begun = run(run_id)
    assert (begun.phase, begun.city) == ("reading", "almaty")
    assert begun.started_at


def test_one_of_a_kind_works_at_a_time_and_the_next_waits_as_queued() -> None:
    first, second, other = asked(), asked(), asked("orders")
    assert (taken(), taken(), taken()) == (first, other, None)
    assert run(second).phase == "queued"
    ended(first)
    assert taken() == second


def test_a_halted_run_does_not_keep_the_next_one_waiting() -> None:
    first, second = asked(), asked()
    assert taken() == first
    ended(first, "halted", "too much")
    assert taken() == second


def test_a_run_whose_worker_died_goes_on_when_its_lease_is_over() -> None:
    run_id = asked()
    assert taken() == run_id
    assert taken() is None
    execute("UPDATE reconcile_run SET lease_until = now() - interval '1 second'")
    assert taken() == run_id


def test_a_run_that_was_let_go_goes_on_at_once() -> None:
    asked()
    lease = take_up(engine(), 60, "")
    assert lease
    let_go(engine(), lease)
    assert taken() == lease.id


@pytest.mark.parametrize(
    "stolen",
    [
        "lease_token = gen_random_uuid()",
        "lease_until = clock_timestamp() - interval '1 second'",
        "lease_token = NULL",
        "stop_asked = true",
    ],
)
def test_who_lost_the_lease_may_write_nothing(stolen: str) -> None:
    asked()
    lease = take_up(engine(), 60, "")
    assert lease
    execute(f"UPDATE reconcile_run SET {stolen}")
    with engine().connect() as connection:
        with pytest.raises(RunLost):
            lease.keep(connection)
        with pytest.raises(RunLost):
            Prints(Rules()).keep_and_linked(connection, lease, {"new": {"pages": 1}}, [1])
        assert run(lease.id).checkpoint == {}


def test_a_page_of_rows_unknown_here_keeps_the_lease_and_its_checkpoint() -> None:
    asked()
    lease = take_up(engine(), 60, "")
    assert lease
    with engine().begin() as connection:
        assert Prints(Rules()).keep_and_linked(connection, lease, {"new": {"pages": 1}}, [1, 2]) == {}
        assert Prints(Rules()).keep_and_linked(connection, lease, {"paid": {"pages": 0}}, []) == {}
    assert run(lease.id).checkpoint == {"new": {"pages": 1}, "paid": {"pages": 0}}


def test_a_lease_that_is_kept_lasts_on() -> None:
    asked()
    lease = take_up(engine(), 60, "")
    assert lease
    before = run(lease.id).lease_until
    with engine().begin() as connection:
        lease.keep(connection)
    after = run(lease.id).lease_until
    assert before
    assert after
    assert after > before


def test_a_run_that_kills_every_worker_fails_in_the_end_and_makes_room() -> None:
    run_id = asked()
    for _ in range(MOST_CRASHES):
        assert taken() == run_id
        execute("UPDATE reconcile_run SET lease_until = now() - interval '1 second'")
    with begin() as session:
        staging.create(session.connection(), run_id)
        make_drift(session, session.get_one(runs.ReconcileRun, run_id), state="repaired")
    assert taken() is None
    assert (run(run_id).phase, run(run_id).reason) == ("failed", "it killed its worker again and again")
    assert run(run_id).counts["repaired"] == 1  # what it did before stays done, and is told
    assert value("SELECT to_regclass(:name)", name=staging.table(run_id)) is None
    following = asked()
    assert taken() == following


@pytest.mark.parametrize(
    ("orders", "products", "parent"),
    [
        ("done", "done", "done"),
        ("done", "stopped", "stopped"),
        ("incomplete", "stopped", "incomplete"),
        ("halted", "incomplete", "halted"),
        ("halted", "failed", "failed"),
        ("done", "failed", "failed"),
    ],
)
def test_a_parent_ends_in_the_worse_phase_of_its_two_parts(orders: str, products: str, parent: str) -> None:
    run_id = asked("all")
    assert taken() == run_id + 1
    ended(run_id + 1, orders, "why")
    assert run(run_id).finished_at is None
    assert taken() == run_id + 2
    ended(run_id + 2, products)
    whole = run(run_id)
    assert (whole.phase, whole.reason) == (parent, "orders: why")
    assert whole.finished_at == run(run_id + 2).finished_at
    assert whole.started_at == run(run_id + 1).started_at


def test_two_parts_that_end_in_the_same_moment_end_their_parent() -> None:
    """Each sees the other one as it was before: whoever is second must look again."""
    run_id = asked("all")
    assert [taken(), taken()] == [run_id + 1, run_id + 2]
    with ThreadPoolExecutor(1) as pool:
        with begin() as session:
            finish(session, session.get_one(runs.ReconcileRun, run_id + 1), "done")
            second = pool.submit(ended, run_id + 2)
            until(somebody_waits)
        second.result()
    assert run(run_id).phase == "done"
    assert run(run_id).finished_at


def test_a_parent_is_stopped_while_its_part_ends() -> None:
    """The locks of both parts come before the parent's, as everybody takes them: else the two block each other."""
    run_id = asked("all")
    assert taken() == run_id + 1
    execute("UPDATE reconcile_run SET phase = 'queued' WHERE id = :id", id=run_id + 1)
    execute("UPDATE reconcile_run SET phase = 'reading' WHERE id = :id", id=run_id + 2)
    with ThreadPoolExecutor(1) as pool:
        with begin() as session:
            part = session.get_one(runs.ReconcileRun, run_id + 2, with_for_update=True)
            stopped = pool.submit(stop, run_id)
            until(somebody_waits)
            finish(session, part, "done")
        stopped.result()
    assert [run(run_id + part).phase for part in range(3)] == ["stopped", "stopped", "done"]


def stop(run_id: int) -> None:
    with begin() as session:
        ask_to_stop(session, run_id)


def test_a_parent_shows_how_far_its_parts_are() -> None:
    run_id = asked("all")
    assert run(run_id).phase == "queued"
    assert taken() == run_id + 1
    assert run(run_id).phase == "reading"
    with begin() as session:
        runs.enter(session, session.get_one(runs.ReconcileRun, run_id + 1), "repairing")
    assert run(run_id).phase == "repairing"


def test_a_parent_is_never_worked_itself() -> None:
    run_id = asked("all")
    assert [taken(), taken(), taken()] == [run_id + 1, run_id + 2, None]


def test_a_queued_run_stops_where_it_is_and_a_parent_with_its_parts() -> None:
    run_id = asked("all")
    with begin() as session:
        ask_to_stop(session, run_id)
    assert [run(run_id + part).phase for part in range(3)] == ["stopped"] * 3
    assert taken() is None


@pytest.mark.parametrize("phase", ["done", "halted", "incomplete", "failed"])
def test_what_was_read_goes_with_the_end_of_the_run(phase: str) -> None:
    run_id = asked()
    assert taken() == run_id
    with engine().begin() as connection:
        staging.create(connection, run_id)
    ended(run_id, phase)
    assert value("SELECT to_regclass(:name)", name=staging.table(run_id)) is None


def test_a_halted_run_can_be_stopped() -> None:
    run_id = asked()
    assert taken() == run_id
    ended(run_id, "halted", "too much")
    with begin() as session:
        ask_to_stop(session, run_id)
    assert run(run_id).phase == "stopped"


@pytest.mark.parametrize("first", ["stopped", "approved"])
def test_a_run_is_stopped_or_approved_but_not_both(first: str) -> None:
    """Two people look at the same halted run; the second one's word is about what is there by then."""
    run_id = asked()
    assert taken() == run_id
    ended(run_id, "halted", "too much")
    with begin() as second:
        seen = second.get_one(runs.ReconcileRun, run_id)
        with begin() as session:
            if first == "stopped":
                ask_to_stop(session, run_id)
            else:
                approve(session, session.get_one(runs.ReconcileRun, run_id), None)
        with pytest.raises(Conflict):
            approve(second, seen, None)
    assert run(run_id).phase == ("stopped" if first == "stopped" else "repairing")


def test_stopping_leaves_a_run_that_has_ended_as_it_is() -> None:
    run_id = asked()
    assert taken() == run_id
    ended(run_id)
    with begin() as session:
        ask_to_stop(session, run_id)
    assert (run(run_id).phase, run(run_id).stop_asked) == ("done", False)


def test_the_time_of_the_end_is_the_database_s(shop: Shop) -> None:
    run_id = asked()
    ended(run_id)
    finished = run(run_id).finished_at
    assert finished
    assert value("SELECT clock_timestamp()") - finished < timedelta(minutes=1)
