"""One shop's view of the database: in a session of one shop the rows of every other are not there.

The first wall is a criterion that SQLAlchemy adds to every query of mapped rows, the second is PostgreSQL's
row-level security, which also holds for SQL written by hand: a session of a shop runs as the role `cvety_tenant`,
for which the policies of the migrations let through one shop's rows, and none where no shop is set. The
application's own role owns the tables and sees everything: workers and webhooks serve all shops.

Deleted products are not there either: their rows stay only for the orders and the link that know them.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import lru_cache
from itertools import repeat
from typing import Any

from sqlalchemy import BigInteger, Connection, Engine, Select, bindparam, event
from sqlalchemy.orm import ORMExecuteState, Session, with_loader_criteria
from sqlalchemy.sql.base import ExecutableOption

from models import prepared
from models.base import OfShop, autocommit, engine
from models.product import Product
from models.shop import Shop
from models.user import User

ROLE = "cvety_tenant"
SHOP_ID = "shop_id"
SHOP = bindparam(SHOP_ID, type_=BigInteger)
# Pages that a shop looks into are in memory: with the cost of a disk's, PostgreSQL would read a whole table of ours
# where an index has all that is asked for.
ENTER = f"SET LOCAL ROLE {ROLE}; SET LOCAL cvety.shop_id = '{{shop_id}}'; SET LOCAL random_page_cost = 1.1"
ENTERS = "enters_a_shop"  # an option of a connection: what goes before its statements, one by one
NOTHING: Iterator[str] = iter(())
NONE: Mapping[str, Any] = {}
Row = tuple[Any, ...]
READ_ONLY = "; SET LOCAL transaction_read_only = on; "
NOT_DELETED = with_loader_criteria(Product, Product.deleted_at.is_(None), include_aliases=True)
# The criteria of statements that are prepared for every shop, with the shop as a parameter.
WALLS: Sequence[ExecutableOption] = (
    with_loader_criteria(OfShop, lambda row: row.shop_id == SHOP, include_aliases=True),
    with_loader_criteria(User, User.shop_id == SHOP, include_aliases=True),
    with_loader_criteria(Shop, Shop.id == SHOP, include_aliases=True),
    NOT_DELETED,
)


@contextmanager
def begin_for(shop_id: int, **info: Any) -> Iterator[Session]:
    """One transaction of one shop: committed at the end of the block, rolled back by an exception. Its first
    statement enters the shop.

    `info` is as in `models.begin`.
    """
    with Session(engine(), expire_on_commit=False, info={"shop_id": shop_id, **info}) as session, session.begin():
        session.connection(execution_options={ENTERS: iter([ENTER.format(shop_id=int(shop_id)) + "; "])})
        yield session


@contextmanager
def read_for(shop_id: int, **info: Any) -> Iterator[Session]:
    """One shop's view, only to look: each statement is a transaction of its own, that enters the shop by itself.

    So each is one round trip, with none before the first or after the last. Writing is an error.
    """
    with Session(autocommit(), expire_on_commit=False, info={"shop_id": shop_id, **info}) as session:
        session.connection(execution_options={ENTERS: repeat(ENTER.format(shop_id=int(shop_id)) + READ_ONLY)})
        yield session


@event.listens_for(Engine, "before_cursor_execute", retval=True)
def _enter(
    connection: Connection, cursor: Any, statement: str, parameters: Any, context: Any, _many: bool
) -> tuple[str, Any]:
    """In one round trip with the statement. Outside a transaction, what is sent to PostgreSQL at once is one."""
    if context and prepared.OPTION in context.execution_options:
        statement = prepared.executed(connection, cursor, statement)
    enters: Iterator[str] = connection.get_execution_options().get(ENTERS, NOTHING)
    return next(enters, "") + statement, parameters


@event.listens_for(Session, "do_orm_execute")
def _only_of_the_shop(state: ORMExecuteState) -> None:
    """What is loaded later, along a relationship, inherits the criteria of the query it came from."""
    shop_id = state.session.info.get("shop_id")
    if shop_id is None or state.is_column_load or state.is_relationship_load:
        return
    state.statement = state.statement.options(*_criteria(shop_id))


def plain_rows(session: Session, statement: Select[Any], values: Mapping[str, Any] = NONE) -> Sequence[Row]:
    """Of a statement that selects columns: prepared, within the same walls, without making objects.

    One that is asked again is to be the same object, with other values for its parameters; `shop_id` is the
    session's.
    """
    values = {**values, SHOP_ID: session.info[SHOP_ID]}
    return prepared.rows(session.connection(), _walled(statement), values)


def plain_row(session: Session, statement: Select[Any], values: Mapping[str, Any] = NONE) -> Row | None:
    """The only one of them; None: there is none."""
    found = plain_rows(session, statement, values)
    return found[0] if found else None


@lru_cache(maxsize=1024)
def _walled(statement: Select[Any]) -> Select[Any]:
    return statement.options(*WALLS)


@lru_cache(maxsize=1024)
def _criteria(shop_id: int) -> tuple[ExecutableOption, ...]:
    return (
        with_loader_criteria(OfShop, lambda row: row.shop_id == shop_id, include_aliases=True),
        with_loader_criteria(User, lambda row: row.shop_id == shop_id, include_aliases=True),
        with_loader_criteria(Shop, lambda row: row.id == shop_id, include_aliases=True),
        NOT_DELETED,
    )
