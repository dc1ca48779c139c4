"""Which conditions hold is judged from values alone; the values are read from the rows in one look."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta
from string import Formatter
from typing import Any

import pytest

from models import Alert, ReconcileRun, Shop, begin
from sync.alerts import CONDITIONS, Snapshot, Terms, look, note, troubles
from tests.people import DEVELOPMENT, make_shop
from tests.traffic import make_debt, make_event, make_run

TERMS = Terms(pending_s=300, no_success_s=26 * 3600, quiet_s=300)
CALM = Snapshot({}, [], [], {"orders": 3600, "products": 60}, 0, 0, 0)


@pytest.mark.parametrize(
    ("condition", "seen", "detail"),
    [
        ("drift_left", {"left_by_kind": {"orders": 3}}, {"left": {"orders": 3}}),
        ("run_halted", {"halted": [7]}, {"runs": [7]}),
        ("run_failed_twice", {"failed_twice": ["products"]}, {"kinds": ["products"]}),
        ("no_success_26h", {"success_age_s": {"orders": 27 * 3600, "products": 60}}, {"hours": {"orders": 27.0}}),
        ("dead_letters", {"dead_events": 2}, {"events": 2, "debts": 0}),
        ("dead_letters", {"dead_debts": 1}, {"events": 0, "debts": 1}),
        ("events_wait", {"oldest_event_s": 301.4}, {"oldest_s": 301}),
    ],
)
def test_each_condition_holds_for_its_own_reason(
    condition: str, seen: dict[str, Any], detail: dict[str, Any]
) -> None:
    assert troubles(replace(CALM, **seen), TERMS) == {condition: detail}


def test_nothing_holds_in_a_calm_house_nor_on_the_brink() -> None:
    brink = replace(CALM, success_age_s={"orders": 26 * 3600}, oldest_event_s=300)
    assert troubles(CALM, TERMS) == troubles(brink, TERMS) == {}


def test_every_text_is_filled_by_its_detail() -> None:
    worst = Snapshot({"orders": 1}, [1], ["orders"], {"orders": 1e6}, 1, 1, 1e6)
    held = troubles(worst, TERMS)
    assert list(held) == [condition.name for condition in CONDITIONS]
    for condition in CONDITIONS:
        asked = {name for _, name, _, _ in Formatter().parse(condition.text) if name}
        assert asked <= set(held[condition.name]), condition.name


def ago(hours: float) -> datetime:
    return datetime.now(UTC) - timedelta(hours=hours)


def seen(*rows: Any) -> Snapshot:
    with begin() as session:
        for make, *given in rows:
            columns = given.pop() if isinstance(given[-1], dict) else {}
            make(session, *given, **columns)
    with begin() as session:
        return look(session)


def test_a_new_installation_counts_from_the_day_it_is_mirrored(shop: Shop) -> None:
    with begin() as session:
        session.get_one(Shop, shop.id).mirrored_since = ago(1)
    ages = seen().success_age_s
    assert {kind: round(age / 60) for kind, age in ages.items()} == {"orders": 60, "products": 60}


def test_a_success_is_a_whole_run_that_is_done(shop: Shop) -> None:
    others = [{"active_only": True}, {"dry_run": True}, {"ids": [1]}, {"since": ago(9)}, {"phase": "incomplete"}]
    ages = seen(
        (make_run, shop, "orders", {"finished_at": ago(2)}),
        *((make_run, shop, "orders", {"finished_at": ago(1), **columns}) for columns in others),
    ).success_age_s
    assert round(ages["orders"] / 3600) == 2
    assert ages["products"] > 26 * 3600


def test_what_the_newest_run_left_counts_and_only_that(shop: Shop) -> None:
    rows = [
        (make_run, shop, "orders", {"counts": {"left": 5, "compared": 9}}),
        (make_run, shop, "products", {"counts": {"left": 2, "compared": 9}}),
    ]
    assert seen(*rows).left_by_kind == {"orders": 5, "products": 2}
    calm = {"counts": {"left": 0, "compared": 9}}
    assert seen((make_run, shop, "orders", calm)).left_by_kind == {"products": 2}


@pytest.mark.parametrize("phase", ["failed", "halted", "incomplete"])
def test_a_run_that_repaired_nothing_says_nothing_of_what_was_left(shop: Shop, phase: str) -> None:
    """Before it compared anything, or before a person let it: what was left still is."""
    rows = [
        (make_run, shop, "orders", {"counts": {"left": 5, "compared": 9}}),
        (make_run, shop, "orders", phase, {"counts": {"left": 0}}),
    ]
    assert seen(*rows).left_by_kind == {"orders": 5}


def test_orders_under_way_do_not_speak_for_all_orders(shop: Shop) -> None:
    whole = (make_run, shop, "orders", {"counts": {"left": 5, "compared": 9}})
    active = (make_run, shop, "orders", {"counts": {"left": 0, "compared": 9}, "active_only": True})
    assert seen(whole, active).left_by_kind == {"orders": 5}


def test_a_halted_run_waits_until_a_later_one_has_seen_more(shop: Shop) -> None:
    halted = seen((make_run, shop, "products", "halted", {"complete": True})).halted
    assert len(halted) == 1
    assert seen((make_run, shop, "products", {"complete": True, "active_only": True})).halted == halted
    assert seen((make_run, shop, "products", "incomplete")).halted == halted
    assert seen((make_run, shop, "products", "stopped", {"complete": True})).halted == []


@pytest.mark.parametrize(
    ("phases", "failed"),
    [
        (["failed", "failed"], ["products"]),
        (["failed", "incomplete"], ["products"]),
        (["done", "failed"], []),
        (["failed", "failed", "done"], []),
        (["failed", "stopped", "failed"], ["products"]),
        (["failed"], []),
    ],
)
def test_two_in_a_row_have_failed(shop: Shop, phases: list[str], failed: list[str]) -> None:
    assert seen(*((make_run, shop, "products", phase) for phase in phases)).failed_twice == failed


def test_a_failure_of_each_kind_is_not_two_in_a_row(shop: Shop) -> None:
    rows = [(make_run, shop, "products", "failed"), (make_run, shop, "orders", "failed")]
    assert seen(*rows, (make_run, shop, "orders", "failed", {"active_only": True})).failed_twice == []


def test_a_dead_letter_counts_until_a_later_comparison_is_done(shop: Shop) -> None:
    dead = {"finished_at": ago(2)}
    rows = [
        (make_event, shop, "dead", dead),
        (make_debt, shop, "1", {"state": "dead", **dead}),
        (make_debt, shop, "abc", {"kind": "new_order", "state": "dead", **dead}),
    ]
    before = seen(*rows, (make_run, shop, "orders", {"started_at": ago(3)}))
    assert (before.dead_events, before.dead_debts) == (1, 2)
    after = seen((make_run, shop, "orders", {"started_at": ago(1)}))
    assert (after.dead_events, after.dead_debts) == (0, 1)
    assert seen((make_run, shop, "products", {"started_at": ago(1)})).dead_debts == 0


def test_an_event_waits_from_the_moment_it_is_due(shop: Shop) -> None:
    waiting = seen(
        (make_event, shop, "pending", {"due_at": ago(1)}), (make_event, shop, "parked", {"due_at": ago(9)})
    )
    assert round(waiting.oldest_event_s / 60) == 60


def test_an_event_that_fails_waits_from_the_moment_it_was_received(shop: Shop) -> None:
    failing = {"received_at": ago(2), "due_at": ago(-1), "attempts": 3, "error": "deadlock"}
    assert round(seen((make_event, shop, "pending", failing)).oldest_event_s / 60) == 120


def test_a_shop_that_is_not_mirrored_is_no_trouble(clean: None) -> None:
    with begin() as session:
        stranger = make_shop(session, DEVELOPMENT)
    quiet = seen(
        (make_run, stranger, "products", "halted"), (make_run, stranger, "products", {"counts": {"left": 1}})
    )
    assert (quiet.halted, quiet.left_by_kind, quiet.success_age_s) == ([], {}, {})


def alerts() -> list[tuple[str, bool]]:
    with begin() as session:
        return [(row.condition, row.over_at is None) for row in session.query(Alert).order_by(Alert.id)]


def noted(*names: str, quiet_s: float = 300) -> list[tuple[str, bool]]:
    with begin() as session:
        note(session, {name: {"events": 1} for name in names}, quiet_s)
    return alerts()


def test_a_condition_is_open_once_however_often_it_is_seen(clean: None) -> None:
    for _ in range(3):
        assert noted("dead_letters") == [("dead_letters", True)]


def test_a_condition_that_comes_and_goes_stays_open(clean: None) -> None:
    noted("dead_letters")
    assert noted() == [("dead_letters", True)]
    assert noted("dead_letters") == [("dead_letters", True)]


def test_what_was_not_seen_for_a_while_is_over_and_may_begin_anew(clean: None) -> None:
    noted("dead_letters", "run_halted")
    assert noted("run_halted", quiet_s=0) == [("dead_letters", False), ("run_halted", True)]
    assert noted("dead_letters")[-1] == ("dead_letters", True)


def test_the_detail_is_that_of_the_last_look(clean: None) -> None:
    for events in (1, 5):
        with begin() as session:
            note(session, {"dead_letters": {"events": events}}, 300)
    with begin() as session:
        assert session.query(Alert).one().detail == {"events": 5}


def test_an_approved_run_waits_for_nobody(shop: Shop) -> None:
    assert seen((make_run, shop, "products", "halted")).halted
    with begin() as session:
        session.query(ReconcileRun).one().phase = "repairing"
    assert seen().halted == []
