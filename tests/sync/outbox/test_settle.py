"""What becomes of a debt when the site, or our own code, fails; and several debts at once."""

from collections import Counter
from dataclasses import replace
from datetime import UTC, datetime

import pytest

from bitrix.breaker import Breaker, Terms
from bitrix.shared import Shared
from dev.simulator.control import Florist
from models import Outbox, engine
from sync.outbox.settle import settle, work
from tests.sync import rows
from tests.sync.clerk import Clerk
from tests.sync.conftest import Connect

PUT = "PUT *update-from-railway*"


def due_in(row: Outbox) -> float:
    return (row.due_at - datetime.now(UTC)).total_seconds()


@pytest.fixture
def roses(clerk: Clerk, florist: Florist) -> int:
    """A product whose new price the site does not know yet."""
    bitrix_id = clerk.mirror(florist)
    clerk.edit_product(bitrix_id, price=500_000)
    return bitrix_id


@pytest.mark.parametrize("kind", ["http_500", "http_502", "http_503", "http_504", "http_429", "html", "ok_false"])
def test_trouble_at_the_site_is_tried_again_later(clerk: Clerk, florist: Florist, roses: int, kind: str) -> None:
    florist.fault(kind, PUT)
    row = clerk.work("product", roses)
    assert (row.state, row.attempts) == ("pending", 1)
    assert row.error


def test_a_refusal_that_no_retry_can_help_is_a_dead_letter(clerk: Clerk, connect: Connect, roses: int) -> None:
    row = replace(clerk, site=connect(railway_token="retired")).work("product", roses)
    assert row.state == "dead"
    assert row.error
    assert row.error.startswith("http_401")


@pytest.mark.parametrize("kind", ["http_429", "http_503"])
def test_the_pause_the_site_asks_for_is_kept(clerk: Clerk, florist: Florist, roses: int, kind: str) -> None:
    florist.fault(kind, PUT, retry_after=120)
    assert 115 < due_in(clerk.work("product", roses)) < 130


def test_back_off_grows_with_the_attempts_and_is_bounded(clerk: Clerk, florist: Florist, roses: int) -> None:
    clerk = replace(clerk, rules=replace(clerk.rules, backoff_first_s=60, backoff_cap_s=100))
    florist.fault("http_503", "GET *")
    for attempt in range(1, 5):
        row = clerk.work("product", roses)
        assert row.attempts == attempt
        assert due_in(row) <= 100


def test_after_the_trouble_the_debt_is_settled(clerk: Clerk, florist: Florist, roses: int) -> None:
    florist.fault("http_503", PUT, count=2)
    states = [clerk.work("product", roses).state for _ in range(3)]
    assert states == ["pending", "pending", "settled"]
    assert florist.product(roses)["data"]["price"] == "5 000 ₸"


def test_an_open_circuit_uses_up_no_attempt_and_asks_the_site_nothing(
    clerk: Clerk, connect: Connect, florist: Florist, roses: int
) -> None:
    breaker = Breaker(Shared(None), Terms(threshold=1, base=60))
    clerk = replace(clerk, site=connect(breaker))
    florist.fault("http_503")
    assert clerk.work("product", roses).attempts == 1
    florist.clear_log()
    row = clerk.work("product", roses)
    assert (row.state, row.attempts) == ("pending", 1)
    assert 50 < due_in(row) <= 60
    assert florist.log() == []


def test_with_an_open_circuit_nobody_goes_on_asking(
    clerk: Clerk, connect: Connect, florist: Florist, roses: int
) -> None:
    clerk = replace(clerk, site=connect(Breaker(Shared(None), Terms(threshold=1, base=60))))
    florist.fault("http_503")
    clerk.work("product", roses)
    assert not work(engine(), clerk.site, clerk.rules, clerk.claim("product", roses))


def test_a_lost_answer_to_a_write_leaves_the_row_in_doubt(clerk: Clerk, florist: Florist, roses: int) -> None:
    florist.fault("lose_answer", PUT)
    assert clerk.work("product", roses).in_doubt


def test_a_lost_answer_to_a_read_leaves_no_doubt(clerk: Clerk, florist: Florist, roses: int) -> None:
    florist.fault("lose_answer", "GET *")
    assert not clerk.work("product", roses).in_doubt


def test_a_mistake_of_our_own_is_tried_again_too(clerk: Clerk, roses: int) -> None:
    row = replace(clerk, rules=replace(clerk.rules, hint_after_s="soon")).work("product", roses)
    assert (row.state, row.attempts, row.in_doubt) == ("pending", 1, True)
    assert row.error
    assert row.error.startswith("DataError")
    assert clerk.work("product", roses).state == "settled"


def test_many_threads_write_each_entity_once(clerk: Clerk, florist: Florist) -> None:
    florist.seed(products=12)
    ids = [int(row["id"]) for row in florist.rows("products")]
    for bitrix_id in ids:
        clerk.wish("product", bitrix_id)
    assert settle(engine(), clerk.site, clerk.rules, workers=4, budget_s=30) == 12
    for bitrix_id in ids:
        clerk.edit_product(bitrix_id, price=777_700)
    assert settle(engine(), clerk.site, clerk.rules, workers=4, budget_s=30) == 12
    written = Counter(call["path"].rsplit("/", 1)[-1] for call in florist.log(PUT))
    assert written == Counter({str(bitrix_id): 1 for bitrix_id in ids})
    assert {row.state for row in rows.debts("product")} == {"settled"}


def test_nothing_is_begun_when_the_time_is_spent(clerk: Clerk, roses: int) -> None:
    assert settle(engine(), clerk.site, clerk.rules, workers=2, budget_s=0) == 0
    assert rows.debt("product", roses).attempts == 0
