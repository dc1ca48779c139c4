"""PostgreSQL's wall: whatever SQL a session of a shop says, another shop's rows are not there."""

from typing import Any

import psycopg2.errors
import pytest
from sqlalchemy import Table, text
from sqlalchemy.exc import InternalError, ProgrammingError

from dev.neighbours import every_table_of_a_shop, everything_of
from models import Base, begin, read_for
from models.base import autocommit
from models.tenancy import ROLE
from tests.queries import watched
from tests.tenancy.conftest import OURS, THEIRS, behind_the_policies

TABLES = sorted(every_table_of_a_shop())
PARENTS = {
    (table.name, key.parent.name, key.column.table.name)
    for table in Base.metadata.sorted_tables
    for key in table.foreign_keys
    if table.name in TABLES and key.column.table.name in TABLES
}
# A superadmin, who is of no shop, may have been here; the owner of a shop is what the platform says.
# Only workers make runs that are part of another, and a policy cannot look into its own table.
OF_WORKERS = {("reconcile_run", "parent_id", "reconcile_run")}
OF_PEOPLE = {(table, column, parent) for table, column, parent in PARENTS if parent == "user"}
NO_ROW = psycopg2.errors.InsufficientPrivilege


def key_of(table: Table) -> Any:
    """A row's id is its shop's, except where ids are no numbers or one shop has several rows."""
    return {"auth_session": "id = '00000000-0000-0000-0000-{:012x}'", "tally": "shop_id = {}"}.get(
        table.name, f"{next(iter(table.primary_key)).name} = {{}}"
    )


def theirs(table: str) -> str:
    return key_of(Base.metadata.tables[table]).format(THEIRS)


def ours(table: str) -> str:
    return key_of(Base.metadata.tables[table]).format(OURS)


def written(table: str) -> list[str]:
    """Columns that a statement may give a value to."""
    return [f'"{column.name}"' for column in Base.metadata.tables[table].c if column.computed is None]


def refused(shop_id: int | None, statement: str, **values: Any) -> bool:
    """Whether PostgreSQL will not do it, or finds nothing to do it to."""
    with behind_the_policies(shop_id) as session:
        try:
            return session.execute(text(statement), values).rowcount == 0
        except ProgrammingError as error:
            if not isinstance(error.orig, NO_ROW):
                raise
            return True


@pytest.mark.parametrize("table", TABLES)
def test_without_a_shop_there_is_nothing_and_nothing_comes(shops: None, table: str) -> None:
    with behind_the_policies(None) as session:
        assert session.scalar(text(f'SELECT count(*) FROM "{table}"')) == 0
    assert refused(None, copy_of(table))


@pytest.mark.parametrize("table", TABLES)
def test_nothing_of_another_shop_is_changed_deleted_or_added(shops: None, table: str) -> None:
    column = "revoked_at" if table == "auth_session" else written(table)[-1]
    assert refused(OURS, f'SELECT 1 FROM "{table}" WHERE {theirs(table)}')
    assert refused(OURS, f'UPDATE "{table}" SET {column} = {column} WHERE {theirs(table)}')
    assert refused(OURS, f'DELETE FROM "{table}" WHERE {theirs(table)}')
    assert refused(OURS, copy_of(table))


def copy_of(table: str) -> str:
    """To add a row as one of theirs is: a row of the same shop, that is."""
    with begin() as session:
        row = session.scalar(text(f'SELECT to_jsonb(t)::text FROM "{table}" t WHERE {theirs(table)} LIMIT 1'))
    assert row is not None, f"dev.neighbours furnishes no {table}"
    columns, spelt = ", ".join(written(table)), row.replace("'", "''").replace(":", "\\:")
    source = f"jsonb_populate_record(CAST(NULL AS \"{table}\"), '{spelt}')"
    return f'INSERT INTO "{table}" ({columns}) SELECT {columns} FROM {source}'


def test_each_shop_sees_its_own_and_together_they_see_all(shops: None) -> None:
    with behind_the_policies(OURS) as session:
        here = everything_of(session)
    with behind_the_policies(THEIRS) as session:
        there = everything_of(session)
    with begin() as session:
        everything = everything_of(session)
    for table, rows in everything.items():
        assert here[table], table
        assert there[table], table
        assert set(here[table]) & set(there[table]) == set(), table
        assert sorted(here[table] + there[table]) == rows, table


@pytest.mark.parametrize(("table", "column", "parent"), sorted(PARENTS - OF_PEOPLE - OF_WORKERS))
def test_no_row_of_ours_is_hung_on_one_of_theirs(shops: None, table: str, column: str, parent: str) -> None:
    given_away = f'UPDATE "{table}" SET {column} = {THEIRS} WHERE {ours(table)}'
    assert refused(OURS, given_away)


def test_every_reference_to_people_is_one_where_a_superadmin_may_stand(shops: None) -> None:
    assert {(table, column) for table, column, _ in OF_PEOPLE} == {
        ("auth_session", "user_id"),
        ("idempotency_key", "user_id"),
        ("inventory_check", "user_id"),
        ("order", "assigned_by_id"),
        ("order", "courier_id"),
        ("order", "responsible_id"),
        ("order_note", "user_id"),
        ("order_photo", "uploaded_by_id"),
        ("reconcile_run", "approved_by"),
        ("reconcile_run", "asked_by"),
        ("review", "moderated_by_id"),
        ("shop", "owner_id"),
        ("team_invitation", "invited_by_id"),
        ("user", "invited_by_id"),
        ("warehouse_operation", "user_id"),
    }


@pytest.mark.parametrize(
    ("table", "found"),
    [
        ("product", "products_tagged('[]')"),
        ("client", "clients_that_say('%')"),
        ("order", "orders_called('%')"),
    ],
)
def test_what_searches_as_the_owner_keeps_to_the_shop(shops: None, table: str, found: str) -> None:
    with begin() as session:
        place = dict(session.execute(text(f'SELECT id, ctid FROM "{table}"')).all())
    assert place.keys() == {OURS, THEIRS}
    for shop_id, expected in ((OURS, [place[OURS]]), (THEIRS, [place[THEIRS]]), (None, [])):
        with behind_the_policies(shop_id) as session:
            assert session.scalars(text(f"SELECT {found}")).all() == expected


@pytest.mark.parametrize("view", ["order_words_here", "product_words_here"])
def test_what_is_searched_as_the_owner_is_of_the_shop(shops: None, view: str) -> None:
    for shop_id, expected in ((OURS, [OURS]), (THEIRS, [THEIRS]), (None, [])):
        with behind_the_policies(shop_id) as session:
            assert session.scalars(text(f"SELECT id FROM {view} WHERE said LIKE '%'")).all() == expected
        assert refused(shop_id, f"DELETE FROM {view}")


def test_each_view_is_one_that_is_tried_here(shops: None) -> None:
    """A view of the owner's has no policy: what it shows is what it says itself."""
    with begin() as session:
        views = session.scalars(text("SELECT viewname FROM pg_views WHERE schemaname = 'public' ORDER BY 1"))
        assert views.all() == ["order_words_here", "product_words_here"]


@pytest.mark.parametrize("table", ["order", "product", "client"])
def test_a_place_of_theirs_leads_nowhere(shops: None, table: str) -> None:
    """A search says where rows are; who looks there is checked as ever."""
    with begin() as session:
        every = session.scalars(text(f'SELECT ctid FROM "{table}"')).all()
    at = text(f'SELECT id FROM "{table}" WHERE ctid = ANY(CAST(:every AS tid[]))')
    with behind_the_policies(OURS) as session:
        assert session.scalars(at, {"every": every}).all() == [OURS]


def test_a_session_that_only_looks_sees_the_shop_alone_and_leaves_nothing_behind(shops: None) -> None:
    ours = everything_behind(OURS)
    with watched() as statements, read_for(OURS) as session:
        assert everything_of(session) == ours
        assert session.scalar(text("SELECT current_user")) == ROLE
    assert {statement.split(";")[0] for statement in statements} == {f"SET LOCAL ROLE {ROLE}"}
    with autocommit().connect() as connection:
        assert connection.scalar(text("SELECT current_user")) == "cvety"
        assert connection.scalar(text("SELECT nullif(current_setting('cvety.shop_id', true), '')")) is None


def test_a_session_that_only_looks_changes_nothing(shops: None) -> None:
    with read_for(OURS) as session, pytest.raises(InternalError, match="read-only transaction"):
        session.execute(text("DELETE FROM faq"))


def everything_behind(shop_id: int) -> dict[str, Any]:
    with behind_the_policies(shop_id) as session:
        return everything_of(session)


def test_a_session_cannot_hand_its_rights_on(shops: None) -> None:
    """What the role may do ends with the transaction, also on a connection that is used again."""
    with behind_the_policies(OURS) as session:
        session.execute(text("SELECT 1"))
    with begin() as session:
        assert session.scalar(text("SELECT current_user")) == "cvety"
        assert session.scalar(text("SELECT nullif(current_setting('cvety.shop_id', true), '')")) is None
        assert session.scalar(text("SELECT count(*) FROM shop")) == 2
