"""One command starts everything, another ends it, and nothing stays behind."""

import json
import os
import signal
import sys
import urllib.request
from collections.abc import Callable

import psutil
import pytest
import redis

from dev.alive import runs
from tests.dev.checkout import PROCFILE, Checkout, until
from tests.processes import Process, wait_until_gone

pytestmark = pytest.mark.promise

LOGINS = {
    "admin": {"phone": "+77000000001", "password": "p"},
    "logins": {"florist": {"phone": "+77000000003", "password": "q"}},
}
KEYS = "web flower simulator database_url redis_url webhook_secret flower_auth admin logins pids"


def test_up_returns_when_healthy_and_tells_what_runs_where(embedded: Checkout) -> None:
    embedded.write("dev/Procfile", f"demo: echo '{json.dumps(LOGINS)}' > .dev/logins.json\n")
    state = embedded.up()
    assert set(state) == set(KEYS.split())
    with urllib.request.urlopen(f"{state['web']}/health") as response:
        assert json.load(response) == {"status": "healthy"}
    assert {key: state[key] for key in LOGINS} == LOGINS
    assert set(state["pids"]) == {"runner", "postgres", "valkey", "web", "beat"}
    assert all(map(runs, state["pids"].values()))
    assert redis.Redis.from_url(state["redis_url"]).ping()


def test_down_ends_every_process(checkout: Checkout) -> None:
    checkout.up()
    family = checkout.family()
    assert checkout.stack("down").returncode == 0
    wait_until_gone(family)
    assert not (checkout.directory / ".dev" / "stack.json").exists()


def test_nothing_is_left_of_a_stack_whose_runner_is_killed_and_its_data_is_kept(embedded: Checkout) -> None:
    state = embedded.up()
    with redis.Redis.from_url(state["redis_url"]) as client:
        client.set("kept", "1")
    family = embedded.family()
    assert {psutil.Process(pid).name() for pid in family} >= {"postgres", "valkey-server"}
    os.kill(state["pids"]["runner"], signal.SIGKILL)
    wait_until_gone(family)
    assert not (embedded.directory / ".dev" / "stack.json").exists()
    again = embedded.up()
    assert again["database_url"] == state["database_url"]
    assert redis.Redis.from_url(again["redis_url"]).get("kept") == b"1"


def test_what_is_killed_comes_back_and_the_file_tells_its_new_number(embedded: Checkout) -> None:
    before = embedded.up()["pids"]
    names = ("web", "postgres", "valkey")
    for name in names:
        os.kill(before[name], signal.SIGKILL)
    until(lambda: all(embedded.state["pids"].get(name, before[name]) != before[name] for name in names))
    assert all(runs(embedded.state["pids"][name]) for name in names)


def test_ctrl_c_ends_every_process(checkout: Checkout) -> None:
    with checkout.run() as process:
        process.wait_for("| healthy")
        family = checkout.family()
        os.kill(process.pid, signal.SIGINT)
        assert process.wait() == 0
        wait_until_gone(family)


def test_a_run_ends_when_the_make_that_called_it_is_killed(checkout: Checkout) -> None:
    checkout.write("Makefile", f"run:\n\t@{sys.executable} -m dev.stack run\n")
    with Process(["make", "run"], checkout.env, checkout.directory / "output", checkout.directory) as make:
        make.wait_for("| healthy")
        family = checkout.family()
        os.kill(make.pid, signal.SIGKILL)
        wait_until_gone(family)


def test_a_second_stack_of_the_same_checkout_is_refused(checkout: Checkout) -> None:
    checkout.up()
    second = checkout.stack("run")
    assert second.returncode == 1
    assert "runs already" in second.stderr
    assert checkout.stack("up").returncode == 0


def test_two_checkouts_run_side_by_side_though_started_at_once(
    make_checkout: Callable[..., Checkout],
) -> None:
    checkouts = [make_checkout(embedded=True), make_checkout(embedded=True)]
    with checkouts[0].run() as one, checkouts[1].run() as other:
        one.wait_for("| healthy")
        other.wait_for("| healthy")
        mine, theirs = (checkout.state for checkout in checkouts)
    for key in ("web", "flower", "simulator", "database_url", "redis_url"):
        assert mine[key] != theirs[key]


def test_given_databases_are_used_and_none_is_started(checkout: Checkout) -> None:
    state = checkout.up()
    assert set(state["pids"]) == {"runner", "web", "beat"}
    assert state["database_url"] == checkout.env["DATABASE_URL"]
    assert state["redis_url"] == checkout.env["REDIS_URL"]


def test_with_a_given_site_no_simulator_is_started(checkout: Checkout) -> None:
    checkout.write("dev/Procfile", 'simulator: false\ndemo: echo "site=$BITRIX_BASE_URL at=$SIMULATOR_URL"\n')
    checkout.env["BITRIX_BASE_URL"] = "https://site.example"
    assert checkout.up()["simulator"] is None
    assert "site=https://site.example at=\n" in checkout.log


def test_the_simulator_listens_before_the_demo_data_is_made(checkout: Checkout) -> None:
    fetch = "import os, urllib.request as r; print(r.urlopen(os.environ['BITRIX_BASE_URL']).read())"
    simulator = "PORT=$SIM_PORT python web.py"
    checkout.write("dev/Procfile", f'simulator: {simulator}\ndemo: python -c "{fetch}"\n')
    checkout.up()
    assert """b'{"status": "healthy"}'""" in checkout.log


def test_the_release_runs_before_the_processes_and_its_failure_ends_the_start(checkout: Checkout) -> None:
    checkout.write("Procfile", f"{PROCFILE}release: sh -c 'echo no schema; exit 3'\n")
    done = checkout.stack("up")
    assert done.returncode == 1
    assert "no schema" in done.stderr
    assert "release ended with code 3" in done.stderr
    assert "forked" not in checkout.log


def test_beat_finds_no_lock_of_a_beat_that_was_killed(checkout: Checkout, redis_url: str) -> None:
    with redis.Redis.from_url(redis_url) as client:
        client.set("redbeat::lock", "of the dead")
        checkout.up()
        assert client.exists("redbeat::lock") == 0


def test_secrets_are_made_once_and_only_their_owner_reads_them(checkout: Checkout) -> None:
    first = checkout.up()
    checkout.stack("down")
    again = checkout.up()
    for key in ("webhook_secret", "flower_auth"):
        assert first[key] == again[key]
    for file in ("secrets.json", "stack.json", "log/stack.log"):
        assert (checkout.directory / ".dev" / file).stat().st_mode & 0o077 == 0


def test_a_given_secret_wins_over_a_made_one(checkout: Checkout) -> None:
    checkout.env["WEBHOOK_SECRET"] = "given-by-the-developer"
    assert checkout.up()["webhook_secret"] == "given-by-the-developer"


def test_reset_removes_the_data_and_not_what_the_tests_keep(embedded: Checkout) -> None:
    embedded.up()
    embedded.write(".dev/test/kept", "")
    family = embedded.family()
    assert embedded.stack("reset").returncode == 0
    wait_until_gone(family)
    assert [path.name for path in (embedded.directory / ".dev").iterdir()] == ["test"]
