"""A statement that a connection has prepared for one shop is another shop's when that one asks."""

from typing import Any

import pytest
from sqlalchemy import CursorResult, Integer, Text, bindparam, cast, func, literal, select, text
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.exc import DataError, OperationalError
from sqlalchemy.orm import Session

from models import begin_for, engine, prepared, read_for
from models.base import autocommit
from models.tenancy import plain_rows
from tests.tenancy.conftest import OURS, THEIRS

PREPARED = {prepared.OPTION: True}
OFTEN = 7  # PostgreSQL makes a plan for all values after five


def asked(session: Session, statement: str, **values: Any) -> CursorResult[Any]:
    return session.connection().execute(text(statement), values, execution_options=PREPARED)


def test_the_database_holds_back_other_shops_rows_whoever_prepared_it(shops: None) -> None:
    for _ in range(OFTEN):
        for shop_id in (OURS, THEIRS):
            with read_for(shop_id) as session:
                assert asked(session, "SELECT shop_id FROM product").scalars().all() == [shop_id]
            with begin_for(shop_id) as session:
                assert asked(session, "SELECT shop_id FROM product").scalars().all() == [shop_id]
                others = "SELECT shop_id FROM product WHERE shop_id <> :mine"
                assert asked(session, others, mine=shop_id).all() == []


def test_values_are_where_they_were(shops: None) -> None:
    said = "SELECT :second || '%' || :first || :second LIKE '%x', length(:first)"
    with read_for(OURS) as session:
        for first, second, ends in (("a", "x", True), ("x%", "$1 %s", False)):
            assert asked(session, said, first=first, second=second).one() == (ends, len(first))


def test_constants_are_part_of_what_is_prepared(shops: None) -> None:
    said = select(
        literal("50% of it's $1 %s"), bindparam("said", type_=Text), cast(bindparam("listed", type_=JSONB), JSONB)
    )
    with read_for(OURS) as session:
        for listed in (["ё", 1], []):
            found = plain_rows(session, said, {"said": "%(said)s", "listed": listed})
            assert found == [("50% of it's $1 %s", "%(said)s", listed)]
        kept = session.connection().execute(text("SELECT statement FROM pg_prepared_statements")).scalars().all()
    assert sum("50% of it''s" in one and "$3" not in one for one in kept) == 1


def test_what_postgresql_refuses_is_an_error_of_sqlalchemys(shops: None) -> None:
    with read_for(OURS) as session, pytest.raises(DataError):
        plain_rows(session, select(1 / cast(bindparam("number"), Integer)), {"number": 0})


def test_a_dead_connection_is_told_while_a_statement_is_prepared(shops: None) -> None:
    with autocommit().connect() as connection:
        mine = prepared.rows(connection, select(func.pg_backend_pid()), {})[0][0]
        with engine().connect() as other:
            other.execute(select(func.pg_terminate_backend(mine)))
        with pytest.raises(OperationalError) as failed:
            prepared.rows(connection, select(literal("never asked before")), {})
    assert failed.value.connection_invalidated


def test_a_connection_keeps_so_many_and_no_more(shops: None) -> None:
    with read_for(OURS) as session:
        for number in range(prepared.MOST * 2 + 1):
            assert asked(session, f"SELECT {number}").scalar() == number
        kept = text("SELECT count(*) FROM pg_prepared_statements")
        assert 0 < (session.connection().execute(kept).scalar() or 0) <= prepared.MOST
        assert asked(session, "SELECT 0").scalar() == 0


def test_what_others_have_prepared_on_the_connection_stays(shops: None) -> None:
    """The inbox has a statement of its own there: without it every webhook would be refused."""
    with read_for(OURS) as session:
        asked(session, "SELECT 0")
        session.connection().execute(text("PREPARE of_the_inbox AS SELECT 7"))
        for number in range(prepared.MOST + 1):
            asked(session, f"SELECT {number}")
        assert session.connection().execute(text("EXECUTE of_the_inbox")).scalar() == 7
