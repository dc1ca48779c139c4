"""Do both sides agree, since when, and if not, why not."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import text

from models import Alert, Shop, User, begin, begin_for
from sync.standing import WAITING, Compared, why_not
from tasks.heartbeat import beat
from tests.shopfloor import make_conflict, make_link, make_product
from tests.traffic import make_debt, make_event, make_run
from tests.web.conftest import Ask

PATH = "/sync/overview"
NOW = datetime.now(UTC).replace(microsecond=0)
CALM = {
    "oldest_event_s": 0.0,
    "oldest_debt_s": 0.0,
    "dead_events": 0,
    "dead_debts": 0,
    "creations_in_doubt": 0,
}


def look(ask: Ask, **options: Any) -> dict[str, Any]:
    return ask("GET", PATH, **options or {"as_role": "manager"}).json


def ago(hours: float) -> datetime:
    return NOW - timedelta(hours=hours)


def ran(shop: Shop, kind: str, hours: float, left: int = 0, **columns: Any) -> int:
    with begin() as session:
        return make_run(session, shop, kind, finished_at=ago(hours), counts={"left": left}, **columns).id


def test_a_new_shop_is_not_known_to_agree(ask: Ask, shop: Shop) -> None:
    shown = look(ask)
    assert (shown["agreed"], shown["since"]) == (False, None)
    assert shown["why_not"] == ["orders_unknown", "products_unknown"]


def test_both_agree_since_the_later_of_the_first_runs_that_left_nothing(ask: Ask, shop: Shop) -> None:
    ran(shop, "orders", 50, left=1)
    for hours in (20, 10):
        ran(shop, "orders", hours)
    products = [ran(shop, "products", hours) for hours in (30, 1)]
    shown = look(ask)
    assert (shown["agreed"], shown["why_not"]) == (True, [])
    assert datetime.fromisoformat(shown["since"]) == ago(20)
    assert [(each["scope"], each["run_id"]) for each in shown["compared"]][1] == ("products", products[-1])


def test_what_a_run_left_says_that_they_differ(ask: Ask, shop: Shop) -> None:
    ran(shop, "orders", 1)
    ran(shop, "products", 2)
    ran(shop, "products", 1, left=3)
    shown = look(ask)
    assert (shown["why_not"], shown["compared"][1]["counts"]["left"]) == (["products_differ"], 3)


@pytest.mark.parametrize(
    "columns",
    [{"dry_run": True}, {"active_only": True}, {"ids": [5]}, {"since": NOW}, {"phase": "stopped"}],
)
def test_a_run_that_did_not_look_at_everything_says_nothing(ask: Ask, shop: Shop, columns: dict[str, Any]) -> None:
    ran(shop, "orders", 2)
    ran(shop, "orders", 1, left=3, **columns)
    assert look(ask)["why_not"] == ["products_unknown"]


def test_what_waits_and_what_failed_is_counted(ask: Ask, shop: Shop) -> None:
    with begin() as session:
        make_event(session, shop, "pending", due_at=ago(1))
        make_event(session, shop, "parked")
        make_event(session, shop, "dead")
        make_debt(session, shop, "1", due_at=NOW + timedelta(hours=1))
        make_debt(session, shop, "2", state="dead")
        make_debt(session, shop, "5f0c", kind="new_order", state="dead", in_doubt=True)
        make_link(session, make_product(session, shop), rejected={"price": "по запросу"})
        session.add(Alert(condition="dead_letters", detail={"events": 1}))
    beat("bitrix", ok=False, outcome="timeout", seconds=10.0)
    shown = look(ask)
    assert shown["inbox"].pop("oldest_s") >= 3600
    assert shown["inbox"] == {"pending": 1, "due": 1, "parked": 1, "dead": 1}
    assert shown["outbox"] == {"pending": 1, "due": 0, "dead": 2, "oldest_s": 0}
    assert (shown["rejected"], shown["conflicts_open"]) == (1, 0)
    site = {name: shown["site"][name] for name in ("ok", "outcome", "seconds", "breaker")}
    assert site == {"ok": False, "outcome": "timeout", "seconds": 10.0, "breaker": "closed"}
    assert [alert["condition"] for alert in shown["alerts"]] == ["dead_letters"]
    assert {"inbox_waits", "dead_letters", "imports_wait_for_a_creation"} <= set(shown["why_not"])


def test_the_shops_own_open_conflicts_are_counted(ask: Ask, shop: Shop, other_shop: Shop) -> None:
    with begin() as session:
        ours, theirs = (make_link(session, make_product(session, each)) for each in (shop, other_shop))
        for link, field, state in ((ours, "name", "open"), (ours, "price", "resolved"), (theirs, "name", "open")):
            make_conflict(session, link, field, state=state)
    assert look(ask)["conflicts_open"] == 1


def test_open_conflicts_are_counted_without_their_links(shop: Shop) -> None:
    with begin_for(shop.id) as session:
        session.execute(text("SET LOCAL enable_seqscan = off"))
        plan = "\n".join(session.scalars(text(f"EXPLAIN {WAITING}"), {"shop_id": shop.id}))
    assert "ix_sync_conflict_by_state" in plan
    assert "pk_sync_link" not in plan


def test_what_failed_is_as_old_as_its_arrival_however_far_off_its_next_try_is(ask: Ask, shop: Shop) -> None:
    """A site that is down uses up no attempts, and pushes everything that is owed to it ahead of itself."""
    with begin() as session:
        make_event(session, shop, "pending", received_at=ago(2), due_at=ago(-1), error="deadlock", attempts=1)
        make_debt(session, shop, "1", wished_at=ago(3), due_at=ago(-1), error="circuit_open: the site is down")
    shown = look(ask)
    assert (shown["inbox"]["due"], shown["outbox"]["due"]) == (0, 0)
    assert (round(shown["inbox"]["oldest_s"] / 3600), round(shown["outbox"]["oldest_s"] / 3600)) == (2, 3)
    assert {"inbox_waits", "outbox_waits"} <= set(shown["why_not"])


def test_what_is_put_off_on_purpose_does_not_wait(ask: Ask, shop: Shop) -> None:
    """A replayed event and a debt that was asked for are as old as the asking, and a later look is not late."""
    with begin() as session:
        make_event(session, shop, "pending", received_at=ago(99), due_at=ago(1), replayed=True)
        make_debt(session, shop, "1", wished_at=ago(1), due_at=ago(-1))
    shown = look(ask)
    assert (round(shown["inbox"]["oldest_s"] / 3600), shown["outbox"]["oldest_s"]) == (1, 0)
    assert "outbox_waits" not in shown["why_not"]


def test_runs_under_way_and_the_next_ones_are_shown(ask: Ask, shop: Shop) -> None:
    with begin() as session:
        make_run(session, shop)
        going = make_run(session, shop, "orders", "reading").id
    shown = look(ask)
    assert [run["id"] for run in shown["runs"]] == [going]
    assert [line["name"] for line in shown["next_runs"]] == [
        "reconcile-active",
        "reconcile-products",
        "reconcile-nightly",
    ]
    assert all(line["at"] for line in shown["next_runs"])


def test_a_halted_run_is_shown_until_a_later_one_has_seen_more(ask: Ask, shop: Shop) -> None:
    with begin() as session:
        both = make_run(session, shop, "all", "halted").id
        make_run(session, shop, "orders", parent_id=both)
        make_run(session, shop, "products", "halted", parent_id=both)
    assert [run["id"] for run in look(ask)["runs"]] == [both]
    with begin() as session:
        make_run(session, shop, "products", complete=True)
    assert look(ask)["runs"] == []


def test_to_another_shop_nothing_of_it_shows(ask: Ask, shop: Shop, stranger: User) -> None:
    ran(shop, "orders", 1)
    with begin() as session:
        make_event(session, shop)
        make_debt(session, shop)
        make_run(session, shop, phase="reading")
        session.add(Alert(condition="dead_letters", detail={"events": 3}))
    beat("bitrix", ok=False, outcome="timeout")
    shown = look(ask, user=stranger)
    assert (shown["alerts"], shown["next_runs"], shown["site"]["outcome"]) == ([], [], None)
    assert (shown["inbox"]["dead"], shown["outbox"]["pending"], shown["runs"]) == (0, 0, [])
    assert [each["run_id"] for each in shown["compared"]] == [None, None]


@pytest.mark.parametrize(
    ("name", "value", "word"),
    [
        ("oldest_event_s", 61.0, "inbox_waits"),
        ("oldest_debt_s", 61.0, "outbox_waits"),
        ("dead_debts", 1, "dead_letters"),
        ("creations_in_doubt", 1, "imports_wait_for_a_creation"),
        ("dead_events", 1, "dead_letters"),
    ],
)
def test_each_hindrance_has_its_word(name: str, value: float, word: str) -> None:
    kinds = [Compared(kind, 1, NOW, NOW, {}) for kind in ("orders", "products")]
    assert why_not(kinds, CALM) == []
    assert why_not(kinds, CALM | {name: value}) == [word]
