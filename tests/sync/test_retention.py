"""What is finished goes after a while, what somebody must still settle stays, and people's data goes first."""

from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from models import Outbox, Shop, SyncConflict, SyncLink, WebhookEvent, begin, engine
from models.webhook_event import FINISHED
from sync import retention
from sync.inbox.drain import drain
from sync.inbox.replay import replay
from sync.retention import anonymise, forget
from sync.rules import Rules
from tests.shopfloor import make_conflict, make_link, make_order, make_product
from tests.sync import rows

DAYS = 14
OLD = datetime.now(UTC) - timedelta(days=DAYS + 1)
FRESH = datetime.now(UTC) - timedelta(days=DAYS - 1)
PAYLOAD = {"order_id": 1, "status": "AP", "changed_by_id": 42, "notes": "Сауле +77000009002"}


def keep_event(shop: Shop, state: str, at: datetime = OLD, **columns: Any) -> None:
    finished_at = None if state in ("pending", "parked") else at
    event = WebhookEvent(
        **{
            "shop_id": shop.id,
            "entity": "order",
            "bitrix_id": 1,
            "kind": "order.status",
            "payload": PAYLOAD,
            "state": state,
            "received_at": at,
            "finished_at": finished_at,
            **columns,
        }
    )
    with begin() as session:
        session.add(event)


def keep_debt(shop: Shop, state: str, at: datetime = OLD) -> None:
    finished_at = None if state == "pending" else at
    with begin() as session:
        session.add(
            Outbox(
                shop_id=shop.id,
                kind="order",
                key=f"{state} {at}",
                reason="verify",
                state=state,
                due_at=at,
                finished_at=finished_at,
            )
        )


def states(model: type[WebhookEvent] | type[Outbox] | type[SyncConflict]) -> list[str]:
    with begin() as session:
        return sorted(session.scalars(select(model.state)))


@pytest.mark.parametrize("state", FINISHED)
def test_a_finished_event_goes_when_it_is_old(shop: Shop, state: str) -> None:
    keep_event(shop, state, OLD)
    keep_event(shop, state, FRESH)
    assert forget(engine(), DAYS)["webhook_event"] == 1
    assert states(WebhookEvent) == [state]


@pytest.mark.parametrize("state", ["pending", "parked", "dead"])
def test_an_event_that_somebody_must_still_settle_stays(shop: Shop, state: str) -> None:
    keep_event(shop, state)
    forget(engine(), DAYS)
    assert states(WebhookEvent) == [state]


def test_of_the_debts_only_the_old_and_settled_go(shop: Shop) -> None:
    for state in ("pending", "settled", "dead"):
        for at in (OLD, FRESH):
            keep_debt(shop, state, at)
    assert forget(engine(), DAYS)["outbox"] == 1
    assert states(Outbox) == ["dead", "dead", "pending", "pending", "settled"]


def test_an_open_conflict_stays_and_a_resolved_one_goes(shop: Shop) -> None:
    with begin() as session:
        link = make_link(session, make_product(session, shop))
        make_conflict(session, link, at=OLD)
        make_conflict(session, link, at=OLD, state="resolved", resolved_at=OLD)
        make_conflict(session, link, "name", at=OLD, state="resolved", resolved_at=FRESH)
    assert forget(engine(), DAYS)["sync_conflict"] == 1
    assert states(SyncConflict) == ["open", "resolved"]


def test_links_and_tombstones_stay(shop: Shop) -> None:
    with begin() as session:
        make_link(session, make_order(session, shop), updated_at=OLD, created_at=OLD)
        session.add(SyncLink(shop_id=shop.id, kind="order", bitrix_id=7, state="gone_here", updated_at=OLD))
    forget(engine(), DAYS)
    with begin() as session:
        assert session.scalar(select(func.count()).select_from(SyncLink)) == 2


def test_more_than_a_batch_goes_at_once(shop: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(retention, "BATCH", 2)
    for _ in range(5):
        keep_event(shop, "applied")
    assert forget(engine(), DAYS)["webhook_event"] == 5


# People's data


@pytest.mark.parametrize("state", ["applied", "parked", "dead"])
def test_an_old_payload_keeps_only_what_a_replay_needs(shop: Shop, state: str) -> None:
    keep_event(shop, state, payload=PAYLOAD | {"customer": {"name": "Сауле"}, "phone": "+77000009002"})
    assert anonymise(engine(), DAYS) == 1
    (event,) = rows.events()
    assert event.payload == {"order_id": 1, "status": "AP", "changed_by_id": 42}
    assert event.anonymised_at is not None


def test_a_product_is_nobodys_data(shop: Shop) -> None:
    payload = {"event_type": "product.updated", "product_data": {"id": 1, "title": "Розы"}}
    keep_event(shop, "applied", payload=payload, entity="product")
    anonymise(engine(), DAYS)
    assert [event.payload for event in rows.events()] == [payload]


def test_a_fresh_payload_stays_as_it_came(shop: Shop) -> None:
    keep_event(shop, "applied", FRESH)
    assert anonymise(engine(), DAYS) == 0
    assert [event.payload for event in rows.events()] == [PAYLOAD]


def test_a_payload_is_gone_through_once(shop: Shop) -> None:
    keep_event(shop, "dead")
    anonymise(engine(), DAYS)
    assert anonymise(engine(), DAYS) == 0


def test_an_old_dead_letter_can_still_be_replayed(shop: Shop) -> None:
    with begin() as session:
        make_link(session, make_order(session, shop), 1, base={"status": {"ours": "N", "theirs": "N"}})
    keep_event(shop, "dead")
    anonymise(engine(), DAYS)
    with begin() as session:
        replay(session, [rows.events()[0].id])
    assert drain(engine(), Rules(), budget_s=10) == 1
    assert states(WebhookEvent) == ["applied"]
