"""The migrations make what the models say, and can be taken back."""

from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import create_engine, inspect, text

from models.content_hash import FUNCTIONS
from settings import database_url
from tests.servers import Servers

BODIES = """
SELECT proname, prosrc FROM pg_proc WHERE pronamespace = 'public'::regnamespace AND proname LIKE '%\\_hash'
"""
MIGRATIONS = Path(__file__).resolve().parent.parent / "migrations"

OLD_ORDERS = """
INSERT INTO shop (id, name) VALUES (8, 'Цветы'), (99, 'Чужие');
INSERT INTO "order" (shop_id, number, tracking_id, customer_phone, customer_name, created_at, deleted_at) VALUES
    (8, '1', '1', '+77000000001', 'Алия', '2026-01-01T12:00Z', NULL),
    (8, '2', '2', '+77000000001', 'Алия К.', '2026-01-02T12:00Z', NULL),
    (8, '3', '3', '+77000000002', 'Марат', '2026-01-03T12:00Z', NULL),
    (8, '4', '4', NULL, 'Никто', '2026-01-04T12:00Z', NULL),
    (8, '5', '5', '+77000000003', 'Удалён', '2026-01-04T12:00Z', now()),
    (99, '1', '6', '+77000000001', 'Сауле', '2026-01-05T12:00Z', NULL)
"""


def config(url: str) -> Config:
    made = Config(MIGRATIONS / "alembic.ini")
    made.set_main_option("sqlalchemy.url", url.replace("%", "%%"))
    return made


def tables(url: str) -> set[str]:
    engine = create_engine(database_url(url))
    try:
        return set(inspect(engine).get_table_names()) - {"alembic_version"}
    finally:
        engine.dispose()


@pytest.mark.filterwarnings("ignore:Expression #1")  # of indexes with an operator class only the names are compared
def test_the_newest_migration_makes_what_the_models_say(fresh_database: str) -> None:
    command.check(config(fresh_database))  # raises where autogenerate would find anything to do


def test_the_hashes_are_computed_as_the_models_say(fresh_database: str) -> None:
    """What autogenerate does not compare."""
    engine = create_engine(database_url(fresh_database))
    try:
        with engine.connect() as connection:
            made = {row.proname: row.prosrc for row in connection.execute(text(BODIES))}
    finally:
        engine.dispose()
    assert {signature.partition("(")[0]: expression for signature, expression in FUNCTIONS.items()} == {
        name: body.removeprefix(" BEGIN RETURN ").removesuffix("; END ") for name, body in made.items()
    }


def test_every_migration_can_be_taken_back_and_made_again(servers: Servers, worker: int) -> None:
    name = f"migrations_{worker}"
    url = servers.postgres.create_database(name)
    try:
        command.upgrade(config(url), "head")
        made = tables(url)
        command.downgrade(config(url), "base")
        assert tables(url) == set()
        command.upgrade(config(url), "head")
        assert tables(url) == made != set()
    finally:
        servers.postgres.drop_database(name)


def test_who_ordered_before_there_were_clients_becomes_one(servers: Servers, worker: int) -> None:
    name = f"clients_{worker}"
    url = servers.postgres.create_database(name)
    steps = list(ScriptDirectory.from_config(config(url)).walk_revisions())
    (step,) = [script for script in steps if Path(script.path).stem.endswith("_clients_of_old_orders")]
    engine = create_engine(database_url(url))
    try:
        command.upgrade(config(url), step.down_revision)
        with engine.begin() as connection:
            connection.execute(text(OLD_ORDERS))
        command.upgrade(config(url), step.revision)
        with engine.connect() as connection:
            clients = connection.execute(text("SELECT shop_id, phone, name, created_at FROM client ORDER BY 1, 2"))
            assert [(shop, phone, called, at.day) for shop, phone, called, at in clients] == [
                (8, "+77000000001", "Алия К.", 1),
                (8, "+77000000002", "Марат", 3),
                (99, "+77000000001", "Сауле", 5),
            ]
    finally:
        engine.dispose()
        servers.postgres.drop_database(name)
