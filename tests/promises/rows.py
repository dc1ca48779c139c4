"""What the house's database says, and what a test puts into it before the house starts."""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from sqlalchemy import Connection, NullPool, create_engine, text

import settings
from models import Shop, begin
from tests.people import make_shop
from tests.shopfloor import make_link, make_order

FIRST_ORDER = 100_001  # Bitrix ids, as the simulator counts them
CODES = ("PD", "AP", "CO", "DE", "F", "RF", "UN", "N")


def value(statement: str, **values: Any) -> Any:
    """The one value that the statement answers."""
    with _connection() as connection:
        return connection.execute(text(statement), values).scalar_one()


def pairs(statement: str, **values: Any) -> dict[Any, Any]:
    """The first column of the answer, each with its second."""
    with _connection() as connection:
        return {row[0]: row[1] for row in connection.execute(text(statement), values)}


def execute(statement: str, **values: Any) -> None:
    with _connection() as connection:
        connection.execute(text(statement), values)


def mirrored_shop() -> Shop:
    with begin() as session:
        return make_shop(session)


def linked_orders(count: int, shop: Shop | None = None, first: int = FIRST_ORDER) -> list[int]:
    """New orders that both sides know and agree on; their Bitrix ids."""
    there = range(first, first + count)
    with begin() as session:
        shop = shop or make_shop(session)
        for bitrix_id in there:
            order = make_order(session, shop, bitrix_order_id=bitrix_id, bitrix_status="N")
            make_link(session, order, base=agreed(status="N"))
    return list(there)


def agreed(**fields: Any) -> dict[str, Mapping[str, Any]]:
    """The memory of fields that are the same on both sides."""
    return {name: {"ours": same, "theirs": same} for name, same in fields.items()}


def pending() -> int:
    return int(value("SELECT count(*) FROM webhook_event WHERE state = 'pending'"))


def events() -> dict[str, int]:
    """How many there are in each state."""
    return pairs("SELECT state, count(*) FROM webhook_event GROUP BY state")


def changes() -> int:
    """Rows of history: each change of an order makes exactly one."""
    return int(value("SELECT count(*) FROM order_history"))


def codes() -> dict[int, str]:
    """Where each order stands, as the site's code, by Bitrix id."""
    return pairs('SELECT bitrix_order_id, bitrix_status FROM "order"')


def last_received() -> dict[int, str]:
    """The code of the last event received for each order, by Bitrix id."""
    return pairs(
        "SELECT DISTINCT ON (bitrix_id) bitrix_id, payload->>'status' FROM webhook_event ORDER BY 1, id DESC"
    )


def owed() -> int:
    """Debts that are not settled."""
    return int(value("SELECT count(*) FROM outbox WHERE state = 'pending'"))


@contextmanager
def _connection() -> Iterator[Connection]:
    """A new one each time: a server that was broken meanwhile leaves dead ones in any pool."""
    engine = create_engine(settings.current().database_url, poolclass=NullPool)
    with engine.begin() as connection:
        yield connection
