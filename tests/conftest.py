"""Servers for every test: one of each for the whole run, one database in them for each worker process."""

import os
import signal
from collections.abc import Callable, Iterator, Mapping
from itertools import count
from pathlib import Path
from unittest.mock import patch

import psycopg2.extensions
import pytest
import redis
from argon2 import PasswordHasher

from dev.embedded import FAST, Postgres, Valkey
from dev.parent import follow_parent
from shop import passwords
from tests.processes import reaper
from tests.servers import TEMPLATE, Servers, empty, migrated, new_home

SERVERS = pytest.StashKey[Servers]()
NUMBERS = count()


@pytest.hookimpl(tryfirst=True)  # before xdist starts its workers, which inherit the addresses
def pytest_sessionstart(session: pytest.Session) -> None:
    if hasattr(session.config, "workerinput"):
        follow_parent(signal.SIGKILL)
    elif not session.config.option.collectonly:
        session.config.stash[SERVERS] = Servers(new_home(reaper()))
        session.config.stash[SERVERS].start(reaper())


def pytest_unconfigure(config: pytest.Config) -> None:
    if servers := config.stash.get(SERVERS, None):
        servers.stop()
    if reaper.cache_info().currsize:
        reaper().close()


@pytest.fixture(scope="session", autouse=True)
def real_hasher() -> Iterator[PasswordHasher]:
    """Passwords are hashed quickly in tests: dozens of them sign in. The house's own way is this one."""
    real = passwords._hasher
    with patch.object(passwords, "_hasher", PasswordHasher(time_cost=1, memory_cost=8, parallelism=1)):
        yield real


@pytest.fixture(scope="session")
def servers() -> Servers:
    return Servers.of_this_run()


@pytest.fixture(scope="session")
def worker() -> int:
    """Number of this worker process: 0 where there is only one, else counted from 1."""
    name = os.environ.get("PYTEST_XDIST_WORKER", "")
    return int(name.removeprefix("gw")) + 1 if name else 0


@pytest.fixture(scope="session")
def database_url(servers: Servers, worker: int) -> Iterator[str]:
    """This worker's own database with the newest schema. Use `clean` to find it empty."""
    yield servers.postgres.create_database(f"worker_{worker}", TEMPLATE)
    servers.postgres.drop_database(f"worker_{worker}")


@pytest.fixture(scope="session")
def redis_url(servers: Servers, worker: int) -> str:
    return servers.valkey.url(worker)


@pytest.fixture(scope="session")
def janitor(database_url: str, servers: Servers, worker: int) -> Iterator[psycopg2.extensions.cursor]:
    """The superuser in this worker's database: no row is hidden from it."""
    with servers.postgres.superuser(f"worker_{worker}") as cursor:
        cursor.execute("SET lock_timeout = '10s'")  # an open transaction of a test shows as an error
        yield cursor


@pytest.fixture
def clean(janitor: psycopg2.extensions.cursor, redis_url: str) -> None:
    """This worker's database and Valkey are empty when the test begins."""
    empty(janitor)
    with redis.Redis.from_url(redis_url) as client:
        client.flushdb()


@pytest.fixture
def fresh_database(servers: Servers, worker: int) -> Iterator[str]:
    """A database with the newest schema that nobody else ever sees."""
    name = f"fresh_{worker}_{next(NUMBERS)}"
    yield servers.postgres.create_database(name, TEMPLATE)
    servers.postgres.drop_database(name)


@pytest.fixture
def postgres_server() -> Iterator[Callable[..., Postgres]]:
    """Make servers to break: `postgres_server(port=..., options=...)` is started and has the newest schema."""
    made: list[Postgres] = []

    def start(port: int | None = None, options: Mapping[str, str] = FAST) -> Postgres:
        with migrated() as seed:
            made.append(Postgres(new_home(reaper()), port=port, options=options, seed=seed))
            return made[-1].start()

    yield start
    for server in made:
        server.remove()


@pytest.fixture
def valkey_server(tmp_path: Path) -> Iterator[Callable[..., Valkey]]:
    """Make servers to break: `valkey_server(port=..., persist=...)` is started."""
    made: list[Valkey] = []

    def start(port: int | None = None, persist: bool = True) -> Valkey:
        made.append(Valkey(tmp_path / f"valkey-{len(made)}", port=port, persist=persist))
        return made[-1].start()

    yield start
    for server in made:
        server.stop()
