"""PostgreSQL and Valkey of one test run, shared by its worker processes."""

import fcntl
import hashlib
import json
import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Self

from psycopg2 import sql
from psycopg2.extensions import cursor as Cursor

from dev.embedded import FAST, Postgres, Valkey
from dev.migrate import upgrade
from dev.reaper import ROOT, Reaper

CACHE = ROOT / ".dev" / "test"
ADDRESS = "CVETY_TEST_SERVERS"  # environment variable: where the workers find what the controller started
# Sent at once, so one transaction. A replica follows no foreign keys: the order of the tables does not matter.
EMPTY = sql.SQL(
    """
LOCK TABLE {tables} IN ACCESS EXCLUSIVE MODE;
SET LOCAL session_replication_role = replica;
{deletes};
SELECT setval(seqrelid, seqstart, false) FROM pg_sequence
"""
)
TEMPLATE = "cvety"  # the database that every other one is a copy of; nobody connects to it


class Servers:
    """Below `home`, which anybody may pass through but not read: as root PostgreSQL runs as somebody else."""

    def __init__(self, home: Path, postgres_port: int | None = None, valkey_port: int | None = None) -> None:
        self.home = home
        self.postgres = Postgres(home / "postgres", port=postgres_port, options=FAST)
        self.valkey = Valkey(home / "valkey", port=valkey_port, persist=False)

    @classmethod
    def of_this_run(cls) -> Self:
        """Those the controller started, seen from one of its workers."""
        address = json.loads(os.environ[ADDRESS])
        return cls(Path(address["home"]), address["postgres"], address["valkey"])

    def start(self, reaper: Reaper) -> None:
        with migrated() as seed:
            self.postgres.seed = seed
            self.postgres.start()
        self.valkey.start()
        for server in (self.postgres, self.valkey):
            reaper.watch(server.pid, server.stop_signal)
        address = {"home": str(self.home), "postgres": self.postgres.port, "valkey": self.valkey.port}
        os.environ[ADDRESS] = json.dumps(address)

    def stop(self) -> None:
        self.valkey.stop()
        self.postgres.remove()


def empty(cursor: Cursor) -> None:
    """Remove every row, those of the schema's own version apart, and count from the start again.

    Most tests leave a few rows in a few tables: to delete them takes a twentieth of the time of a TRUNCATE, which
    makes new files for each table and index. The locks are those of a TRUNCATE: a transaction left open shows.
    """
    cursor.execute("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
    tables = [sql.Identifier(name) for (name,) in cursor.fetchall() if name != "alembic_version"]
    asked = [sql.SQL("SELECT {} WHERE EXISTS (SELECT FROM {})").format(sql.Literal(t.string), t) for t in tables]
    cursor.execute(sql.SQL(" UNION ALL ").join(asked))
    full = [sql.Identifier(name) for (name,) in cursor.fetchall()]
    if full:
        deletes = sql.SQL("; ").join(sql.SQL("DELETE FROM {}").format(table) for table in full)
        cursor.execute(EMPTY.format(tables=sql.SQL(", ").join(full), deletes=deletes))


def new_home(reaper: Reaper) -> Path:
    """A directory that goes with this process."""
    home = Path(tempfile.mkdtemp(prefix="cvety-tests-"))
    home.chmod(0o711)
    reaper.remove(home)
    return home


@contextmanager
def migrated() -> Iterator[Postgres]:
    """A stopped server with the newest schema, to be copied within the block.

    It is built once for each state of models and migrations, which saves every later run a second or two.
    """
    CACHE.mkdir(parents=True, exist_ok=True)
    with (CACHE / "lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        home = CACHE / f"postgres-{_state_of_the_schema()}"
        server = Postgres(home, options=FAST)
        if not (home / "complete").exists():
            for old in CACHE.glob("postgres-*"):
                Postgres(old).remove()
            server.start()
            try:
                upgrade(server.url(TEMPLATE))
            finally:
                server.stop()
            (home / "complete").touch()
        yield server


def _state_of_the_schema() -> str:
    digest = hashlib.sha256()
    for folder in ("models", "migrations"):
        for file in sorted((ROOT / folder).rglob("*.py")):
            digest.update(file.read_bytes())
    return digest.hexdigest()[:12]
