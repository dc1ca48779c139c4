"""The migrations make what the models say, and can be taken back."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine, inspect

from settings import database_url
from tests.servers import Servers

MIGRATIONS = Path(__file__).resolve().parent.parent / "migrations"


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


def test_the_newest_migration_makes_what_the_models_say(fresh_database: str) -> None:
    command.check(config(fresh_database))  # raises where autogenerate would find anything to do


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
