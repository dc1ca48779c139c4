"""The servers out of wheels start, stop, crash and come back."""

import os
import signal
import socket
import subprocess
import sys
import textwrap
from collections.abc import Callable, Iterator

import psutil
import psycopg2
import pytest
import redis
from redis.backoff import NoBackoff
from redis.retry import Retry

from dev.embedded import FAST, Postgres, ServerError, Valkey
from dev.reaper import ROOT
from tests.processes import reaper, wait_until_gone
from tests.servers import new_home


@pytest.fixture(scope="module")
def cluster() -> Iterator[Postgres]:
    server = Postgres(new_home(reaper()), options=FAST)
    yield server
    server.remove()


@pytest.fixture
def postgres(cluster: Postgres) -> Postgres:
    return cluster.start()


def write(server: Postgres, text: str) -> None:
    with psycopg2.connect(server.url()) as connection, connection.cursor() as cursor:
        cursor.execute("CREATE TABLE IF NOT EXISTS note (text text)")
        cursor.execute("INSERT INTO note VALUES (%s)", [text])


def read(server: Postgres) -> list[str]:
    with psycopg2.connect(server.url()) as connection, connection.cursor() as cursor:
        cursor.execute("SELECT text FROM note")
        return [text for (text,) in cursor.fetchall()]


def test_postgres_keeps_committed_rows_when_stopped_and_started_on_the_same_port(postgres: Postgres) -> None:
    url = postgres.url()
    write(postgres, "kept")
    postgres.stop()
    assert not postgres.running
    postgres.start()
    assert "kept" in read(postgres)
    assert postgres.url() == url


def test_postgres_keeps_committed_rows_when_killed_and_started_at_once(postgres: Postgres) -> None:
    write(postgres, "kept as well")
    postgres.kill()
    postgres.start()
    assert "kept as well" in read(postgres)


def test_postgres_starts_over_a_lock_file_whose_number_belongs_to_a_stranger(postgres: Postgres) -> None:
    lock = postgres.data / "postmaster.pid"
    content = lock.read_text()
    postgres.stop()
    lock.write_text(content.replace(content.split()[0], str(os.getpid()), 1))
    postgres.start()
    assert postgres.running


def test_postgres_stops_though_it_was_frozen(postgres: Postgres) -> None:
    os.kill(postgres.pid, signal.SIGSTOP)
    postgres.stop()
    assert not postgres.running


def test_postgres_refuses_a_wrong_password(postgres: Postgres) -> None:
    with pytest.raises(psycopg2.OperationalError, match="password authentication failed"):
        psycopg2.connect(postgres.url().replace(postgres.password, "wrong"))


def test_the_role_of_the_application_is_no_superuser(database_url: str) -> None:
    with psycopg2.connect(database_url) as connection, connection.cursor() as cursor:
        cursor.execute("SELECT rolsuper, rolbypassrls FROM pg_roles WHERE rolname = current_user")
        assert cursor.fetchone() == (False, False)


def test_a_password_is_readable_by_its_owner_only(postgres: Postgres) -> None:
    assert (postgres.home / "password").stat().st_mode & 0o777 == 0o600


def test_data_of_another_major_version_is_refused_with_advice(postgres: Postgres) -> None:
    postgres.stop()
    version = postgres.data / "PG_VERSION"
    right = version.read_text()
    version.write_text("9\n")
    with pytest.raises(ServerError, match=r"made by PostgreSQL 9.*make reset"):
        postgres.start()
    version.write_text(right)


def test_a_port_in_use_is_an_error_that_shows_the_log(postgres_server: Callable[..., Postgres]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        with pytest.raises(ServerError, match="Address already in use"):
            postgres_server(port=taken.getsockname()[1])


def test_valkey_keeps_its_keys_when_killed_and_started_on_the_same_port(
    valkey_server: Callable[..., Valkey],
) -> None:
    server = valkey_server()
    redis.Redis.from_url(server.url()).set("kept", "1")
    server.kill()
    server.start()
    assert redis.Redis.from_url(server.url()).get("kept") == b"1"


def test_valkey_without_persistence_forgets(valkey_server: Callable[..., Valkey]) -> None:
    server = valkey_server(persist=False)
    redis.Redis.from_url(server.url()).set("lost", "1")
    server.kill()
    server.start()
    assert redis.Redis.from_url(server.url()).get("lost") is None


def test_valkey_wants_its_password(valkey_server: Callable[..., Valkey]) -> None:
    client = redis.Redis(port=valkey_server().port, retry=Retry(NoBackoff(), 0))
    with pytest.raises(redis.AuthenticationError):
        client.ping()


def test_no_password_shows_in_the_list_of_processes(
    postgres: Postgres, valkey_server: Callable[..., Valkey]
) -> None:
    for server in (postgres, valkey_server()):
        assert server.password not in " ".join(psutil.Process(server.pid).cmdline())


def test_servers_end_when_their_owner_is_killed() -> None:
    script = """
        import sys, time
        from pathlib import Path
        from dev.embedded import FAST, Postgres, Valkey
        home = Path(sys.argv[1])
        print(Postgres(home / "p", options=FAST).start().pid, Valkey(home / "v").start().pid, flush=True)
        time.sleep(60)
    """
    command = [sys.executable, "-c", textwrap.dedent(script), str(new_home(reaper()))]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as owner:
        assert owner.stdout is not None
        pids = [int(word) for word in owner.stdout.readline().split()]
        assert len(pids) == 2
        owner.kill()
    wait_until_gone(pids)
