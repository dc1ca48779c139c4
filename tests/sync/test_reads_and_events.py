"""A read of the site and the events around it: what was received before it has nothing to add."""

from sqlalchemy import select

from models import Shop, SyncLink, WebhookEvent, begin, engine
from models.base import autocommit
from sync.inbox.drain import drain
from sync.links import Mark, mark, read_through, unmoved
from sync.rules import Rules
from tests.received import receive_order_status
from tests.shopfloor import make_link, make_order

ORDER = 700_001


def received(*codes: str) -> None:
    with autocommit().connect() as connection:
        for code in codes:
            receive_order_status(connection, ORDER, {"order_id": ORDER, "status": code})


def linked(shop: Shop) -> int:
    with begin() as session:
        order = make_order(session, shop, status="delivered", bitrix_status="F", origin="site")
        base = {"status": {"ours": "F", "theirs": "F"}}
        return make_link(session, order, ORDER, base=base).id


def marked(shop: Shop, rules: Rules) -> Mark:
    with begin() as session:
        return mark(session, shop.id, "order", ORDER, rules.hint_after_s)


def read_through_with(link_id: int, noted: Mark, status: str) -> None:
    with begin() as session:
        read_through(session.get_one(SyncLink, link_id), noted, status=status)


def states() -> list[str]:
    with begin() as session:
        return list(session.scalars(select(WebhookEvent.state).order_by(WebhookEvent.id)))


def test_a_read_that_shows_the_newest_event_supersedes_all_that_were_received_before_it(
    shop: Shop, rules: Rules
) -> None:
    """Else a burst that was drained after the read would walk the order back and forth once more."""
    link_id = linked(shop)
    received("AP", "CO", "DE", "F")
    read_through_with(link_id, marked(shop, rules), "F")
    drain(engine(), rules, budget_s=10)
    assert states() == ["superseded"] * 4


def test_a_read_that_shows_something_else_leaves_fresh_events_to_be_applied(shop: Shop, rules: Rules) -> None:
    """The site's handler runs inside its save: an instant read can see the row from before it."""
    link_id = linked(shop)
    received("RF")
    read_through_with(link_id, marked(shop, rules), "F")
    drain(engine(), rules, budget_s=10)
    assert states() == ["applied"]


def test_an_event_received_after_the_read_began_is_not_superseded_by_it(shop: Shop, rules: Rules) -> None:
    link_id = linked(shop)
    received("F")
    noted = marked(shop, rules)
    received("RF")
    read_through_with(link_id, noted, "F")
    drain(engine(), rules, budget_s=10)
    assert states() == ["superseded", "applied"]


def test_an_event_that_changed_nothing_still_overtakes_a_read_that_began_before_it(
    shop: Shop, rules: Rules
) -> None:
    """The site was elsewhere for a moment, which the read saw, and has come back to what is here."""
    link_id = linked(shop)
    noted = marked(shop, rules)
    received("F")
    drain(engine(), rules, budget_s=10)
    assert states() == ["unchanged"]
    with begin() as session:
        assert not unmoved(session.get_one(SyncLink, link_id), noted)


def test_an_event_from_before_a_read_does_not_overtake_it(shop: Shop, rules: Rules) -> None:
    link_id = linked(shop)
    received("F")
    noted = marked(shop, rules)
    drain(engine(), rules, budget_s=10)
    with begin() as session:
        assert unmoved(session.get_one(SyncLink, link_id), noted)
