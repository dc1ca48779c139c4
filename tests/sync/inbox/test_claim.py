"""Who works what: by state and due time, an entity at a time, attempts counted before the work."""

from concurrent.futures import ThreadPoolExecutor

import pytest
from sqlalchemy import text

from models import Shop, begin, engine
from sync.inbox.claim import CLAIM, Entity, claim
from tests.sync import rows
from tests.sync.inbox.mail import ORDER, event, execute, hear_product, hear_status, let_the_claims_run_out
from tests.sync.plans import most_rows

CLAIM_S = 60


def claimed(limit: int = 100) -> list[Entity]:
    return claim(engine(), limit, CLAIM_S)


def ids(entities: list[Entity]) -> list[int]:
    return [entity.bitrix_id for entity in entities]


def test_all_events_of_an_entity_are_claimed_together(shop: Shop) -> None:
    events = [hear_status("AP"), hear_status("CO")]
    assert claimed(limit=1) == [Entity(shop.id, "order", ORDER, suspect=False)]
    assert [event(id).attempts for id in events] == [1, 1]


def test_the_attempt_is_on_disk_before_the_work(shop: Shop) -> None:
    event_id = hear_status("AP")
    claimed()
    assert event(event_id).attempts == 1
    assert event(event_id).state == "pending"


def test_a_batch_takes_the_longest_waiting_first(shop: Shop) -> None:
    for order in (3, 1, 2):
        hear_status("AP", order)
    assert ids(claimed(limit=2)) == [3, 1]
    assert ids(claimed(limit=2)) == [2]


def test_an_order_and_a_product_of_one_id_are_two_entities(shop: Shop) -> None:
    hear_status("AP", 7)
    hear_product(bitrix_id=7)
    assert {(entity.kind, entity.bitrix_id) for entity in claimed()} == {("order", 7), ("product", 7)}


def test_what_is_not_due_yet_is_left(shop: Shop) -> None:
    hear_status("AP")
    execute("UPDATE webhook_event SET due_at = now() + interval '1 minute'")
    assert claimed() == []


@pytest.mark.parametrize("state", ["applied", "unchanged", "skipped", "superseded", "parked", "dead"])
def test_only_what_is_pending_is_claimed(shop: Shop, state: str) -> None:
    hear_status("AP")
    execute("UPDATE webhook_event SET state = :state", state=state)
    assert claimed() == []


def test_an_entity_in_work_is_left_to_its_worker(shop: Shop) -> None:
    hear_status("AP")
    claimed()
    hear_status("CO")
    assert claimed() == []


def test_an_entity_whose_worker_died_comes_back_as_a_suspect(shop: Shop) -> None:
    hear_status("AP")
    claimed()
    let_the_claims_run_out()
    assert claimed() == [Entity(shop.id, "order", ORDER, suspect=True)]


def test_fresh_events_come_before_suspects(shop: Shop) -> None:
    hear_status("AP", 1)
    claimed()
    let_the_claims_run_out()
    hear_status("AP", 2)
    assert ids(claimed()) == [2]
    assert ids(claimed()) == [1]


def test_suspects_come_one_event_at_a_time(shop: Shop) -> None:
    events = [hear_status(code, order) for order in (1, 2) for code in ("AP", "CO")]
    claimed()
    let_the_claims_run_out()
    assert ids(claimed()) == [1]
    assert [event(id).attempts for id in events] == [2, 1, 1, 1]


def test_a_fresh_event_spends_no_attempt_of_a_suspect_of_its_entity(shop: Shop) -> None:
    suspect = hear_status("AP")
    claimed()
    let_the_claims_run_out()
    fresh = hear_status("CO")
    claimed()
    assert (event(suspect).attempts, event(fresh).attempts) == (1, 1)


def test_a_long_transaction_that_holds_a_low_id_hides_nothing(shop: Shop) -> None:
    insert = text(
        "INSERT INTO webhook_event (shop_id, entity, bitrix_id, kind, payload)"
        " VALUES (:shop_id, 'order', 1, 'order.status', '{\"status\": \"AP\"}')"
    )
    with begin() as slow:
        slow.execute(insert, {"shop_id": shop.id})
        hear_status("AP", 2)
        assert ids(claimed()) == [2]
    assert [stored.bitrix_id for stored in rows.events()] == [1, 2]
    assert ids(claimed()) == [1]


def test_many_claimers_at_once_count_each_event_once(shop: Shop) -> None:
    for order in range(1, 41):
        hear_status("AP", order)
        hear_status("CO", order)
    with ThreadPoolExecutor(8) as pool:
        batches = pool.map(lambda _: claimed(limit=5), range(40))
    assert {id for batch in batches for id in ids(batch)} == set(range(1, 41))
    assert {stored.attempts for stored in rows.events()} == {1}


def test_a_claim_looks_at_what_it_takes_and_not_at_the_backlog(shop: Shop) -> None:
    stored = """
        INSERT INTO webhook_event (shop_id, entity, bitrix_id, kind, payload, state)
        SELECT :shop_id, 'order', n, 'order.status', '{}', :state FROM generate_series(1, 3000) n"""
    execute(stored, shop_id=shop.id, state="applied")
    execute("ANALYZE webhook_event")  # the planner learns that next to nothing is pending, and then it is
    execute(stored, shop_id=shop.id, state="pending")
    assert most_rows(CLAIM, fresh=True, limit=20, most=200, claim_s=CLAIM_S) <= 200
