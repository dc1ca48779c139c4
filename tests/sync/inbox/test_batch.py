"""Entities worked together: what is saved is commits and round trips, nothing of the rules."""

from sqlalchemy import text

from models import Shop, begin, engine
from sync.inbox.claim import claim
from sync.inbox.drain import BATCH
from sync.inbox.finish import take_events
from sync.rules import Rules
from tests.shopfloor import make_product, make_recipe, make_warehouse_item
from tests.sync import rows
from tests.sync.inbox.mail import (
    drained,
    hear_product,
    hear_status,
    let_the_claims_run_out,
    linked_order,
    states,
)


def transactions() -> int:
    """How many wrote the events last."""
    with begin() as session:
        return len(set(session.scalars(text("SELECT xmin::text FROM webhook_event"))))


def test_entities_that_are_due_together_are_one_transaction(shop: Shop, rules: Rules) -> None:
    for order in range(1, BATCH + 1):
        linked_order(shop, bitrix_id=order, origin="site")
        hear_status("AP", order)
    assert drained(rules) == BATCH
    assert transactions() == 1
    assert {debt.key for debt in rows.debts("order")} == {str(order) for order in range(1, BATCH + 1)}


def test_each_entity_has_its_own_link_and_row(shop: Shop, rules: Rules) -> None:
    linked_order(shop, bitrix_id=1, origin="site")
    linked_order(shop, bitrix_id=2, origin="site", code="AP", status="accepted")
    events = [hear_status("AP", 1), hear_status("AP", 2), hear_status("AP", 3), hear_product(bitrix_id=3)]
    drained(rules)
    assert states(*events) == ["applied", "unchanged", "parked", "skipped"]


def test_one_that_fails_leaves_the_others_of_its_batch_applied(shop: Shop, rules: Rules) -> None:
    for order in (1, 2, 3):
        linked_order(shop, bitrix_id=order, origin="site")
    good, bad, last = hear_status("AP", 1), hear_status("AP", 2, changed_by_id=10**30), hear_status("AP", 3)
    drained(rules)
    assert states(good, bad, last) == ["applied", "pending", "applied"]
    assert len(rows.history(rows.order(1).id)) == 1


def test_an_order_with_stock_to_move_has_a_transaction_of_its_own(shop: Shop, rules: Rules) -> None:
    with begin() as session:
        product, rose = make_product(session, shop), make_warehouse_item(session, shop, quantity=10)
        make_recipe(session, product, rose, 3)
    linked_order(shop, bitrix_id=1, origin="site")
    linked_order(shop, bitrix_id=2, origin="shop", items=[(product, 1)])
    linked_order(shop, bitrix_id=3, origin="site")
    events = [hear_status("CO", order) for order in (1, 2, 3)]
    drained(rules)
    assert states(*events) == ["applied"] * 3
    assert transactions() == 2
    with begin() as session:
        assert session.scalar(text("SELECT quantity FROM warehouse_item")) == 7


def test_a_claim_that_ran_out_is_good_while_nobody_else_claims(shop: Shop) -> None:
    event_id = hear_status("AP")
    (entity,) = claim(engine(), 1, claim_s=0)
    with begin() as session:
        assert [event.id for event in take_events(session, [entity])[entity.key]] == [event_id]


def test_a_claim_that_ran_out_is_worth_nothing_once_somebody_else_claimed(shop: Shop) -> None:
    hear_status("AP")
    mine = claim(engine(), 1, claim_s=0)
    claim(engine(), 1, claim_s=60)
    let_the_claims_run_out()
    with begin() as session:
        assert take_events(session, mine) == {}
