"""Promise 9: rows are claimed by their state, never by an id that was seen before."""

import pytest
from sqlalchemy.orm import Session

from dev.simulator.control import Florist
from dev.simulator.process import SimulatorProcess
from models import engine
from sync.outbox.wish import wish
from tests.people import MIRRORED
from tests.promises import mirror, rows
from tests.promises.conftest import Build
from tests.received import receive_order_status


@pytest.mark.promise
def test_rows_of_a_long_transaction_are_worked_though_higher_ids_were_committed_and_worked_before(
    build: Build, site: SimulatorProcess, florist: Florist
) -> None:
    house = build(site)
    rows.mirrored_shop()
    late, *early = mirror.known_orders(florist, 6)
    florist.bulk(
        [{"order": order, "status": "AP", "recipient_name": "Новый"} for order in (late, *early)], silent=True
    )
    house.start("inbox", "outbox", "beat")
    before = _seen()[late]

    with Session(engine()) as long, long.begin():
        _event_and_debt(long, late)
        for order in early:
            with Session(engine()) as session, session.begin():
                _event_and_debt(session, order)
        house.until(lambda: not rows.pending() and not rows.owed())
        assert _seen() == dict.fromkeys(early, "AP Новый") | {late: before}
    for column, table in (("bitrix_id", "webhook_event"), ("key::bigint", "outbox")):
        assert rows.value(f"SELECT {column} FROM {table} ORDER BY id LIMIT 1") == late

    house.until(lambda: not rows.pending() and not rows.owed())
    assert _seen() == dict.fromkeys((late, *early), "AP Новый")


def _event_and_debt(session: Session, order: int) -> None:
    receive_order_status(session.connection(), order, {"order_id": order, "status": "AP"})
    wish(session, MIRRORED, "order", order, "test")


def _seen() -> dict[int, str]:
    """What inbox and outbox have each brought to an order here."""
    return rows.pairs("""SELECT bitrix_order_id, bitrix_status || ' ' || recipient_name FROM "order" """)
