"""The migrations make what the models say, and can be taken back."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from pathlib import Path

import pytest
from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Engine, create_engine, inspect, text

from models.content_hash import FUNCTIONS
from settings import database_url
from tests.poll import until
from tests.queries import WAITING
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
NEW_ORDER = "INSERT INTO \"order\" (shop_id, number, tracking_id, customer_name) VALUES (8, '6', '7', 'Дана К.')"
OLD_COUNTS = """
INSERT INTO shop (id, name) VALUES (8, 'Цветы'), (99, 'Чужие');
INSERT INTO sync_link (id, shop_id, kind, bitrix_id) VALUES (1, 8, 'order', 1), (2, 99, 'order', 1);
INSERT INTO sync_conflict (link_id, field, why, ours, theirs, winner) VALUES
    (1, 'date', 'no_base', '1', '2', 'us'), (2, 'date', 'no_base', '1', '2', 'us');
INSERT INTO product (shop_id, name, price, tags) VALUES
    (8, 'Розы', 1, '["розы", "розы"]'), (8, 'Букет', 1, '["маме", "розы"]')
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


@contextmanager
def before(step: str, servers: Servers, worker: int) -> Iterator[tuple[Engine, Callable[[], None]]]:
    """A database as it was before the migration whose name ends so, and the way to take this one step."""
    name = f"before_{worker}"
    url = servers.postgres.create_database(name)
    (it,) = [
        script
        for script in ScriptDirectory.from_config(config(url)).walk_revisions()
        if Path(script.path).stem.endswith(step)
    ]
    engine = create_engine(database_url(url))
    try:
        command.upgrade(config(url), str(it.down_revision))
        yield engine, lambda: command.upgrade(config(url), it.revision)
    finally:
        engine.dispose()
        servers.postgres.drop_database(name)


def test_who_ordered_before_there_were_clients_becomes_one(servers: Servers, worker: int) -> None:
    with before("_clients_of_old_orders", servers, worker) as (engine, take_it):
        with engine.begin() as connection:
            connection.execute(text(OLD_ORDERS))
        take_it()
        with engine.connect() as connection:
            clients = connection.execute(text("SELECT shop_id, phone, name, created_at FROM client ORDER BY 1, 2"))
            assert [(shop, phone, called, at.day) for shop, phone, called, at in clients] == [
                (8, "+77000000001", "Алия К.", 1),
                (8, "+77000000002", "Марат", 3),
                (99, "+77000000001", "Сауле", 5),
            ]


def test_old_conflicts_are_of_their_links_shop_and_old_words_count_once(servers: Servers, worker: int) -> None:
    with before("_counts_of_a_shop", servers, worker) as (engine, take_it):
        with engine.begin() as connection:
            connection.execute(text(OLD_COUNTS))
        take_it()
        with engine.connect() as connection:
            conflicts = connection.execute(text("SELECT link_id, shop_id FROM sync_conflict ORDER BY 1"))
            assert conflicts.all() == [(1, 8), (2, 99)]
            tags = text("SELECT part, sum(rows) FROM tally WHERE name LIKE '% by tags' GROUP BY 1 ORDER BY 1")
            assert connection.execute(tags).all() == [("маме", 1), ("розы", 2)]


def test_old_words_are_joined(servers: Servers, worker: int) -> None:
    with before("_words_joined", servers, worker) as (engine, take_it):
        with engine.begin() as connection:
            connection.execute(text(OLD_ORDERS))
        take_it()
        with engine.begin() as connection:
            connection.execute(text("UPDATE \"order\" SET customer_name = 'Марат Ж.' WHERE number = '3'"))
            said = connection.execute(text("SELECT said FROM order_words WHERE shop_id = 8 ORDER BY id")).scalars()
            names = [words.splitlines()[2] for words in said]
    assert names == ["алия", "алия\u01c0к.", "марат\u01c0ж.", "никто"]


def waiting(engine: Engine) -> int:
    with engine.connect() as connection:
        return connection.execute(WAITING).scalar_one()


def add_an_order(engine: Engine) -> None:
    with engine.begin() as connection:
        connection.execute(text(NEW_ORDER))


def test_what_is_written_while_words_are_joined_is_joined(servers: Servers, worker: int) -> None:
    with before("_words_joined", servers, worker) as (engine, take_it), ThreadPoolExecutor() as pool:
        with engine.begin() as connection:
            connection.execute(text(OLD_ORDERS))
        with engine.begin() as reader:
            reader.execute(text("SELECT FROM order_words"))  # its lock holds the migration up half-way
            migration = pool.submit(take_it)
            until(lambda: waiting(engine) == 1)
            writer = pool.submit(add_an_order, engine)
            until(lambda: waiting(engine) == 2)
        migration.result()
        writer.result()
        with engine.connect() as connection:
            said = connection.execute(text("SELECT said FROM order_words WHERE said LIKE '%дана%'")).scalar_one()
    assert said.splitlines()[2] == "дана\u01c0к."
