"""What the tests themselves stand on: one database each, found empty, and nothing left behind."""

import socket
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import psutil
import psycopg2
import pytest
import redis

from dev.embedded import Postgres, Valkey
from dev.reaper import ROOT
from tests.processes import Process, wait_until_gone
from tests.proxy import TcpProxy


def shops(url: str) -> list[int]:
    with psycopg2.connect(url) as connection, connection.cursor() as cursor:
        cursor.execute("SELECT id FROM shop")
        return [number for (number,) in cursor.fetchall()]


def open_shop(url: str) -> None:
    with psycopg2.connect(url) as connection, connection.cursor() as cursor:
        cursor.execute("INSERT INTO shop (name) VALUES ('Tulip')")


@pytest.mark.parametrize("time", ["first", "second"])
def test_a_clean_database_is_empty_and_counts_from_one(
    clean: None, database_url: str, redis_url: str, time: str
) -> None:
    assert shops(database_url) == []
    open_shop(database_url)
    assert shops(database_url) == [100_001]
    with redis.Redis.from_url(redis_url) as client:
        assert client.dbsize() == 0
        client.set("left", "over")


def test_a_fresh_database_has_the_schema_and_is_nobody_elses(fresh_database: str, database_url: str) -> None:
    open_shop(fresh_database)
    assert shops(fresh_database) == [100_001]
    assert fresh_database != database_url


def test_a_server_to_break_has_the_schema(postgres_server: Callable[..., Postgres]) -> None:
    server = postgres_server()
    open_shop(server.url())
    server.kill()
    server.start()
    assert shops(server.url()) == [100_001]


def test_nothing_is_left_of_a_test_run_that_is_killed(tmp_path: Path) -> None:
    test = tmp_path / "test_endless.py"
    test.write_text(
        "import time\ndef test_endless(servers):\n    print(servers.home, flush=True)\n    time.sleep(60)\n"
    )
    command = [sys.executable, "-m", "pytest", "-s", "-p", "tests.conftest", "-p", "no:cacheprovider", str(test)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as run:
        assert run.stdout is not None
        home = next(Path(line.strip()) for line in run.stdout if "cvety-tests-" in line)
        started = psutil.Process(run.pid).children(recursive=True)
        assert {"postgres", "valkey-server"} <= {process.name() for process in started}
        run.kill()
    wait_until_gone(process.pid for process in started)
    assert not home.exists()


def test_a_process_can_be_waited_for_by_what_it_says(tmp_path: Path) -> None:
    with Process(["python", "-c", "print('ready'); input()"], {}, tmp_path / "log") as process:
        with pytest.raises(AssertionError, match="ended with 1, never said 'steady'"):
            process.wait_for("steady")
        assert "ready" in process.output()


def test_a_killed_process_takes_its_children_along(tmp_path: Path) -> None:
    script = "import subprocess, time; print(subprocess.Popen(['sleep', '60']).pid, '!'); time.sleep(60)"
    with Process(["python", "-c", script], {}, tmp_path / "log") as process:
        process.wait_for("!")
        process.kill()
        wait_until_gone([int(process.output().split()[0])])


def test_a_swallowed_connection_takes_bytes_and_answers_none_while_new_ones_work(
    valkey_server: Callable[..., Valkey],
) -> None:
    server = valkey_server(persist=False)
    with TcpProxy(server.port) as proxy, talk(proxy) as old:
        assert answer(old) == b"-NOAUTH Authentication required.\r\n"
        proxy.swallow()
        with pytest.raises(TimeoutError):
            answer(old)
        with talk(proxy) as new:
            assert answer(new).startswith(b"-NOAUTH")


def test_a_cut_proxy_closes_and_refuses_until_it_resumes(valkey_server: Callable[..., Valkey]) -> None:
    server = valkey_server(persist=False)
    with TcpProxy(server.port) as proxy, talk(proxy) as old:
        assert answer(old)
        proxy.cut()
        assert old.recv(100) == b""
        with pytest.raises(ConnectionRefusedError):
            talk(proxy)
        proxy.resume()
        with talk(proxy) as new:
            assert answer(new)


def talk(proxy: TcpProxy) -> socket.socket:
    return socket.create_connection(("127.0.0.1", proxy.port), timeout=0.5)


def answer(connection: socket.socket) -> bytes:
    connection.sendall(b"PING\r\n")
    return connection.recv(100)
