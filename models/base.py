"""The engine, transactions, and what every table has in common."""

from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from functools import lru_cache
from typing import Any

from sqlalchemy import BigInteger, DateTime, Engine, ForeignKey, MetaData, create_engine, event, func
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.orm import DeclarativeBase, Mapped, Session, mapped_column

import settings

# Constraints are named by rule, so that a migration can drop what another one made.
NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}


class Base(DeclarativeBase):
    metadata = MetaData(naming_convention=NAMING)
    type_annotation_map = {  # noqa: RUF012 - SQLAlchemy reads it from the class
        int: BigInteger,
        datetime: DateTime(timezone=True),
        dict[str, Any]: JSONB,
        list[Any]: JSONB,
    }


class OfShop:
    """A row that belongs to one shop: in a session of another shop it is not there (models.tenancy)."""

    shop_id: Mapped[int] = mapped_column(ForeignKey("shop.id"))


class Timestamps:
    created_at: Mapped[datetime] = mapped_column(server_default=func.now())
    updated_at: Mapped[datetime] = mapped_column(server_default=func.now(), onupdate=func.now())


@lru_cache(maxsize=1)
def engine() -> Engine:
    """The process's engine. No pre-ping: it would cost every webhook a round trip.

    Instead a broken connection invalidates the whole pool at once, and callers that may repeat do so once.
    """
    return _made()


def autocommit() -> Engine:
    """For single statements, each a transaction of its own: one round trip instead of three.

    The connections are a pool of their own: to switch one to autocommit and back costs as much as it saves.
    """
    return _autocommit(engine())


@lru_cache(maxsize=1)
def _autocommit(_beside: Engine) -> Engine:
    return _made(isolation_level="AUTOCOMMIT")


def _made(**options: Any) -> Engine:
    current = settings.current()
    made = create_engine(
        current.database_url,
        pool_size=current.database_pool,
        max_overflow=4,
        pool_timeout=5,
        pool_recycle=1800,
        executemany_mode="values_plus_batch",
        hide_parameters=True,  # of people: errors are logged and kept with events
        connect_args={"connect_timeout": 3, "application_name": "cvety", "options": "-c timezone=UTC"},
        **options,
    )
    event.listen(made, "connect", _never_wait_for_ever)
    return made


def _never_wait_for_ever(connection: Any, _record: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SET statement_timeout = '30s'; SET lock_timeout = '10s'")
    connection.commit()


@contextmanager
def begin(**info: Any) -> Iterator[Session]:
    """One transaction: committed at the end of the block, rolled back by an exception.

    `info` is kept in the session's, for whoever has to know who changes what.
    """
    with Session(engine(), expire_on_commit=False, info=info) as session, session.begin():
        yield session


def forget_connections() -> None:
    """After a fork the parent's sockets are not the child's to use, nor to close."""
    engine().dispose(close=False)
    autocommit().dispose(close=False)


def one_of(column: str, values: tuple[str, ...]) -> str:
    """The text of a CHECK constraint that keeps a column to a vocabulary."""
    return f"{column} IN ({', '.join(repr(value) for value in values)})"
