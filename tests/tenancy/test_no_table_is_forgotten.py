"""A guard of the house: a table that comes later has a wall too, or says why it needs none."""

from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.orm import Session

from dev.neighbours import every_table_of_a_shop
from models import begin
from models.tenancy import ROLE

OF_THE_HOUSE = {"alert", "heartbeat", "schedule_override"}  # may be read by everybody
# A table belongs to a shop if it has a `shop_id`, or a reference that it cannot be without to a table that does.
OPEN = text(
    """
WITH RECURSIVE tables AS (
    SELECT c.oid, c.relname, c.relrowsecurity FROM pg_class c
    WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
), of_a_shop AS (
    SELECT t.oid FROM tables t WHERE t.relname = 'shop' OR EXISTS (
        SELECT FROM pg_attribute a WHERE a.attrelid = t.oid AND a.attname = 'shop_id' AND NOT a.attisdropped)
    UNION
    SELECT k.conrelid FROM pg_constraint k JOIN of_a_shop s ON s.oid = k.confrelid
    JOIN pg_attribute a ON a.attrelid = k.conrelid AND a.attnum = ANY(k.conkey) AND a.attnotnull
    WHERE k.contype = 'f'
)
SELECT t.relname AS name, t.oid IN (SELECT oid FROM of_a_shop) AS of_a_shop, t.relrowsecurity AS walled,
       (SELECT count(*) FROM pg_policy p WHERE p.polrelid = t.oid AND p.polcmd = '*' AND p.polpermissive
                                           AND p.polroles = ARRAY[CAST(:role AS regrole)::oid]) AS policies,
       (SELECT count(*) FROM pg_policy p WHERE p.polrelid = t.oid) AS all_policies,
       has_table_privilege(:role, t.oid, 'SELECT') AS is_read,
       has_table_privilege(:role, t.oid, 'INSERT, UPDATE, DELETE, TRUNCATE') AS is_written
FROM tables t WHERE t.relname <> 'alembic_version' AND t.relname NOT LIKE 'reconcile\\_staging\\_%'
"""
)


def tables(session: Session) -> dict[str, Any]:
    return {row.name: row for row in session.execute(OPEN, {"role": ROLE})}


def forgotten(session: Session) -> set[str]:
    """Tables of shops without exactly one policy, for all commands and the one role; others that it may write."""
    found = tables(session)
    walled = (True, 1, 1)
    open_ones = {
        name
        for name, row in found.items()
        if row.of_a_shop and (row.walled, row.policies, row.all_policies) != walled
    }
    strays = {
        name
        for name, row in found.items()
        if not row.of_a_shop and (row.is_written or (row.is_read and name not in OF_THE_HOUSE))
    }
    return open_ones | strays


def test_every_table_of_a_shop_has_its_wall(clean: None) -> None:
    with begin() as session:
        assert forgotten(session) == set()
        assert {name for name, row in tables(session).items() if row.of_a_shop} == every_table_of_a_shop()


@pytest.mark.parametrize(
    ("made", "name"),
    [
        ("CREATE TABLE forgotten (id bigint, shop_id bigint)", "forgotten"),
        (
            "CREATE TABLE forgotten (id bigint, shop_id bigint); ALTER TABLE forgotten ENABLE ROW LEVEL SECURITY",
            "forgotten",
        ),
        ('CREATE TABLE forgotten (order_id bigint NOT NULL REFERENCES "order")', "forgotten"),
        ("CREATE TABLE forgotten (note_id bigint NOT NULL REFERENCES order_note)", "forgotten"),
        (f"CREATE TABLE forgotten (id bigint); GRANT SELECT ON forgotten TO {ROLE}", "forgotten"),
        (f"GRANT DELETE ON alert TO {ROLE}", "alert"),
        ("ALTER TABLE client DISABLE ROW LEVEL SECURITY", "client"),
        ("DROP POLICY one_shop ON order_item", "order_item"),
        (f"CREATE POLICY also ON faq TO {ROLE} USING (true)", "faq"),
    ],
)
def test_a_table_that_is_left_open_is_found(clean: None, made: str, name: str) -> None:
    with begin() as session:
        session.execute(text(made))
        assert forgotten(session) == {name}
        session.rollback()


def test_the_tenant_is_no_owner_and_above_no_policy(clean: None) -> None:
    with begin() as session:
        role = session.execute(text("SELECT * FROM pg_roles WHERE rolname = :role"), {"role": ROLE}).one()
        owned = text("SELECT count(*) FROM pg_class WHERE relowner = CAST(:role AS regrole)")
        assert session.scalar(owned, {"role": ROLE}) == 0
    assert (role.rolsuper, role.rolbypassrls, role.rolcanlogin, role.rolcreaterole) == (False,) * 4
