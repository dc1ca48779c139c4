"""The migrations make what the models say, and can be taken back."""

from pathlib import Path

from alembic import command
from alembic.config import Config
from sqlalchemy import create_engine, inspect, text

from models.content_hash import FUNCTIONS
from settings import database_url
from tests.servers import Servers

BODIES = "SELECT proname, prosrc FROM pg_proc WHERE pronamespace = 'public'::regnamespace"
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
