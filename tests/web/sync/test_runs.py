"""Runs over the API: asked for, watched, approved and stopped."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest

from models import ReconcileRun, Shop, User, begin
from tests.traffic import make_drift, make_run
from tests.web.conftest import Ask, Staff, add

PATH = "/sync/runs"
STREAM = {"offset": 195, "first": 300, "last": 300, "pages": 2}
DONE = {"offset": 95, "first": 100, "last": 100, "pages": 1, "done": True, "whole": True}


def row(id: int) -> ReconcileRun:
    with begin() as session:
        return session.get_one(ReconcileRun, id)


@pytest.fixture
def halted(shop: Shop) -> int:
    with begin() as session:
        run = make_run(session, shop, phase="halted", complete=True, reason="too much")
        make_drift(session, run)
        return run.id


def test_a_run_is_asked_for_and_waits(ask: Ask, shop: Shop, staff: Staff) -> None:
    body = {"scope": "orders", "since": "2026-11-01T00:00:00+05:00", "ids": [5, 6], "dry_run": True}
    answer = ask("POST", PATH, as_role="manager", json=body)
    assert (answer.status_code, list(answer.json), answer.json["phase"]) == (202, ["id", "phase"], "queued")
    run = row(answer.json["id"])
    assert (run.kind, run.ids, run.dry_run, run.plan) == ("orders", [5, 6], True, "hand")
    assert run.asked_by == staff("manager").id


def test_a_run_of_both_kinds_has_one_id_and_two_parts(ask: Ask, shop: Shop) -> None:
    id = ask("POST", PATH, as_role="manager", json={"scope": "all"}).json["id"]
    shown = ask("GET", f"{PATH}/{id}", as_role="manager").json
    assert (shown["scope"], shown["phase"]) == ("all", "queued")
    assert [(part["scope"], part["parent_id"]) for part in shown["parts"]] == [("orders", id), ("products", id)]


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({}, "scope"),
        ({"scope": "clients"}, "scope"),
        ({"scope": "all", "ids": [1]}, "ids"),
        ({"scope": "orders", "ids": []}, "ids"),
        ({"scope": "orders", "ids": [0]}, "ids.0"),
        ({"scope": "orders", "ids": [1] * 1001}, "ids"),
        ({"scope": "orders", "since": "2026-11-01"}, "since"),
        ({"scope": "orders", "dry_run": "yes"}, "dry_run"),
        ({"scope": "orders", "plan": "nightly"}, "plan"),
    ],
)
def test_what_is_no_run_is_named(ask: Ask, shop: Shop, body: dict[str, Any], field: str) -> None:
    answer = ask("POST", PATH, as_role="manager", json=body)
    assert (answer.status_code, list(answer.json["errors"])) == (422, [field])


def test_a_shop_that_is_not_mirrored_has_nothing_to_compare(ask: Ask, stranger: User) -> None:
    assert ask("POST", PATH, user=stranger, json={"scope": "all"}).status_code == 409


def test_they_are_listed_newest_first_with_their_parts_inside(ask: Ask, shop: Shop) -> None:
    with begin() as session:
        older = make_run(session, shop).id
        parent = make_run(session, shop, "all", "queued").id
        part = make_run(session, shop, "orders", "queued", parent_id=parent).id
    listed = ask("GET", PATH, as_role="manager").json
    assert [run["id"] for run in listed["items"]] == [parent, older]
    assert [run["id"] for run in listed["items"][0]["parts"]] == [part]
    assert listed["total"] == 2
    assert [run["id"] for run in ask("GET", f"{PATH}?phase=done", as_role="manager").json["items"]] == [older]


def test_progress_counts_pages_and_rows_of_all_lists(ask: Ask, shop: Shop) -> None:
    started = datetime.now(UTC) - timedelta(seconds=10)
    checkpoint = {"vitrina on": DONE, "vitrina off": STREAM}
    run = add(make_run, shop, phase="reading", checkpoint=checkpoint, started_at=started)
    progress = ask("GET", f"{PATH}/{run.id}", as_role="manager").json["progress"]
    assert {name: progress[name] for name in ("pages", "rows", "total", "lists_done")} == {
        "pages": 3,
        "rows": 295,
        "total": 400,
        "lists_done": 1,
    }
    assert 0 < progress["rows_per_s"] <= 29.5


def test_counts_are_live_while_it_repairs(ask: Ask, shop: Shop) -> None:
    with begin() as session:
        run = make_run(session, shop, phase="repairing", counts={"read": 9})
        make_drift(session, run)
        make_drift(session, run, state="repaired")
        make_drift(session, run, "rejected", state="listed")
    counts = ask("GET", f"{PATH}/{run.id}", as_role="manager").json["counts"]
    assert {name: counts[name] for name in ("read", "found", "repaired", "left", "listed")} == {
        "read": 9,
        "found": 2,
        "repaired": 1,
        "left": 0,
        "listed": 1,
    }


def test_a_run_of_both_kinds_sums_its_parts(ask: Ask, shop: Shop) -> None:
    with begin() as session:
        parent = make_run(session, shop, "all")
        for kind in ("orders", "products"):
            counts = {"read": 10, "found": 2, "left": 1}
            make_run(session, shop, kind, parent_id=parent.id, counts=counts, checkpoint={"new": DONE})
    shown = ask("GET", f"{PATH}/{parent.id}", as_role="manager").json
    assert (shown["counts"]["read"], shown["counts"]["found"], shown["counts"]["left"]) == (20, 4, 2)
    assert shown["progress"]["pages"] == 2


def test_approval_lets_a_halted_run_repair(ask: Ask, halted: int, staff: Staff) -> None:
    answer = ask("POST", f"{PATH}/{halted}/approve", as_role="manager")
    assert (answer.status_code, answer.json["phase"], answer.json["reason"]) == (200, "repairing", None)
    assert (answer.json["approved_by"], answer.json["finished_at"]) == (staff("manager").id, None)
    assert ask("POST", f"{PATH}/{halted}/approve", as_role="manager").status_code == 409


def test_approval_of_both_kinds_covers_the_part_that_halted(ask: Ask, shop: Shop) -> None:
    with begin() as session:
        parent = make_run(session, shop, "all", "halted")
        make_run(session, shop, "orders", parent_id=parent.id)
        part = make_run(session, shop, "products", "halted", parent_id=parent.id, complete=True)
    shown = ask("POST", f"{PATH}/{parent.id}/approve", as_role="manager").json
    assert (shown["phase"], shown["finished_at"]) == ("repairing", None)
    assert [each["phase"] for each in shown["parts"]] == ["done", "repairing"]
    assert row(part.id).approved_at is not None


def test_what_did_not_read_everything_stays_so_after_its_approval(ask: Ask, shop: Shop) -> None:
    run = add(make_run, shop, phase="halted", complete=False)
    assert ask("POST", f"{PATH}/{run.id}/approve", as_role="manager").json["reason"] == "it did not read everything"


@pytest.mark.parametrize("phase", ["queued", "reading", "repairing", "done", "failed", "stopped"])
def test_only_a_halted_run_can_be_approved(ask: Ask, shop: Shop, phase: str) -> None:
    run = add(make_run, shop, phase=phase)
    assert ask("POST", f"{PATH}/{run.id}/approve", as_role="manager").status_code == 409


def test_an_approval_lapses_after_a_day(ask: Ask, shop: Shop) -> None:
    run = add(make_run, shop, phase="halted", finished_at=datetime.now(UTC) - timedelta(hours=25))
    answer = ask("POST", f"{PATH}/{run.id}/approve", as_role="manager")
    assert (answer.status_code, row(run.id).phase) == (409, "halted")


@pytest.mark.parametrize(
    ("later", "lapses"),
    [
        ({"complete": True}, True),
        ({"complete": True, "phase": "halted"}, True),
        ({"complete": True, "phase": "stopped"}, True),
        ({"complete": False, "phase": "incomplete"}, False),
        ({"complete": True, "dry_run": True}, False),
        ({"complete": True, "ids": [5]}, False),
        ({"complete": True, "kind": "orders"}, False),
        ({"complete": True, "active_only": True}, False),
    ],
)
def test_an_approval_lapses_with_the_next_complete_run_of_its_kind(
    ask: Ask, shop: Shop, halted: int, later: dict[str, Any], lapses: bool
) -> None:
    add(make_run, shop, **later)
    assert (ask("POST", f"{PATH}/{halted}/approve", as_role="manager").status_code == 409) == lapses


def test_an_approval_waits_for_the_run_that_is_going(ask: Ask, shop: Shop, halted: int) -> None:
    going = add(make_run, shop, phase="reading")
    assert ask("POST", f"{PATH}/{halted}/approve", as_role="manager").status_code == 409
    with begin() as session:
        session.get_one(ReconcileRun, going.id).phase = "failed"
    assert ask("POST", f"{PATH}/{halted}/approve", as_role="manager").status_code == 200


@pytest.mark.parametrize("phase", ["queued", "halted"])
def test_a_run_that_nobody_works_stops_at_once(ask: Ask, shop: Shop, phase: str) -> None:
    run = add(make_run, shop, phase=phase)
    answer = ask("POST", f"{PATH}/{run.id}/stop", as_role="manager")
    assert (answer.status_code, answer.json["phase"]) == (202, "stopped")
    assert ask("POST", f"{PATH}/{run.id}/stop", as_role="manager").status_code == 409


def test_a_run_that_is_going_is_asked_to_stop(ask: Ask, shop: Shop) -> None:
    run = add(make_run, shop, phase="reading")
    shown = ask("POST", f"{PATH}/{run.id}/stop", as_role="manager").json
    assert (shown["phase"], shown["stop_asked"]) == ("reading", True)


def test_a_run_of_both_kinds_is_stopped_in_both(ask: Ask, shop: Shop) -> None:
    id = ask("POST", PATH, as_role="manager", json={"scope": "all"}).json["id"]
    shown = ask("POST", f"{PATH}/{id}/stop", as_role="manager").json
    assert [shown["phase"], *(part["phase"] for part in shown["parts"])] == ["stopped"] * 3


def test_of_both_kinds_the_part_that_waits_is_stopped_whatever_became_of_the_other(ask: Ask, shop: Shop) -> None:
    with begin() as session:
        parent = make_run(session, shop, "all", "failed")
        make_run(session, shop, "orders", "failed", parent_id=parent.id)
        make_run(session, shop, "products", "halted", parent_id=parent.id)
    shown = ask("POST", f"{PATH}/{parent.id}/stop", as_role="manager")
    assert shown.status_code == 202
    assert [shown.json["phase"], *(part["phase"] for part in shown.json["parts"])] == [
        "failed",
        "failed",
        "stopped",
    ]
    assert ask("POST", f"{PATH}/{parent.id}/stop", as_role="manager").status_code == 409


@pytest.mark.parametrize("phase", ["done", "incomplete", "failed", "stopped"])
def test_what_is_over_cannot_be_stopped(ask: Ask, shop: Shop, phase: str) -> None:
    run = add(make_run, shop, phase=phase)
    assert ask("POST", f"{PATH}/{run.id}/stop", as_role="manager").status_code == 409
    assert not row(run.id).stop_asked


def test_to_another_shop_none_of_them_is_there(ask: Ask, halted: int, stranger: User) -> None:
    assert ask("GET", PATH, user=stranger).json["total"] == 0
    for method, tail in (("GET", ""), ("GET", "/drift"), ("POST", "/approve"), ("POST", "/stop")):
        assert ask(method, f"{PATH}/{halted}{tail}", user=stranger).status_code == 404
    assert row(halted).phase == "halted"
