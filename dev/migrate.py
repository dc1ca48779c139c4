"""Bring a database to the newest schema: what `flask db upgrade` does, for any URL and without Flask."""

from pathlib import Path

from alembic import command
from alembic.config import Config

MIGRATIONS = Path(__file__).resolve().parent.parent / "migrations"


def upgrade(database_url: str) -> None:
    config = Config(MIGRATIONS / "alembic.ini")
    config.set_main_option("sqlalchemy.url", database_url.replace("%", "%%"))  # Config interpolates
    command.upgrade(config, "head")
