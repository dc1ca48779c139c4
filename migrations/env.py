"""Alembic's entry: online migrations only, in one transaction, behind a lock so that two releases take turns."""

from alembic import context
from sqlalchemy import create_engine, pool, text

import settings
from models import Base

RELEASE_LOCK = 7_465_002


def url() -> str:
    given = context.config.get_main_option("sqlalchemy.url")
    return settings.database_url(given) if given else settings.current().database_url


def run() -> None:
    engine = create_engine(url(), poolclass=pool.NullPool)
    with engine.begin() as connection:
        connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": RELEASE_LOCK})
        context.configure(connection=connection, target_metadata=Base.metadata, compare_server_default=True)
        context.run_migrations()


run()
