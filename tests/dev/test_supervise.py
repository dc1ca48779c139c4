"""Programs are kept running, heard, and ended with all they started."""

import os
import signal
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import psutil
import pytest

from dev.alive import runs
from dev.reaper import Reaper
from dev.supervise import GaveUp, Interrupted, Program, Supervisor
from tests.processes import reaper, wait_until_gone

ENV = {"PATH": os.environ["PATH"]}
FORKS = f"{sys.executable} -c 'import os, time; os.fork(); print(os.getpid(), flush=True); time.sleep(60)'"


class Heard(list[tuple[str, str]]):
    """What the programs of a test said."""

    def of(self, name: str) -> list[str]:
        return [line for speaker, line in self if speaker == name]


@pytest.fixture
def heard() -> Heard:
    return Heard()


@pytest.fixture
def supervisor(tmp_path: Path, heard: Heard) -> Iterator[Supervisor]:
    supervisor = Supervisor(tmp_path, reaper(), lambda name, line: heard.append((name, line)))
    yield supervisor
    supervisor.stop(0)


def step_until(supervisor: Supervisor, condition: Callable[[], object]) -> None:
    deadline = time.monotonic() + 20
    while not condition():
        assert time.monotonic() < deadline
        supervisor.step()


def test_every_line_a_program_writes_is_passed_on(supervisor: Supervisor, heard: Heard) -> None:
    assert supervisor.run_once("poet", "printf 'roses\\nare red'; echo ' и розовы' >&2", ENV) == 0
    assert heard == [("poet", "roses"), ("poet", "are red и розовы")]


def test_the_exit_code_of_a_program_run_once_is_returned(supervisor: Supervisor) -> None:
    assert supervisor.run_once("release", "sh -c 'exit 7'", ENV) == 7


def test_a_line_may_begin_with_variables(supervisor: Supervisor, heard: Heard) -> None:
    supervisor.run_once("web", "PORT=1 sh -c 'echo $PORT'", ENV)
    assert heard == [("web", "1")]


def test_signals_reach_the_program_and_not_a_shell_around_it(supervisor: Supervisor) -> None:
    supervisor.start("sleeper", "X=1 sleep 60", ENV)
    step_until(supervisor, lambda: psutil.Process(supervisor.pids["sleeper"]).name() == "sleep")


def test_a_killed_program_is_started_again(supervisor: Supervisor, heard: Heard) -> None:
    supervisor.start("web", "sh -c 'echo up; sleep 60'", ENV)
    step_until(supervisor, lambda: heard.of("web") == ["up"])
    first = supervisor.pids["web"]
    os.kill(first, signal.SIGKILL)
    step_until(supervisor, lambda: heard.of("web").count("up") == 2)
    assert supervisor.pids["web"] != first
    assert "ended with SIGKILL, starts again in 0.5 s" in heard.of("web")


def test_what_a_killed_program_forked_goes_with_it(supervisor: Supervisor, heard: Heard) -> None:
    supervisor.start("web", FORKS, ENV)
    step_until(supervisor, lambda: len(heard.of("web")) == 2)
    family = [int(line) for line in heard.of("web")]
    os.kill(supervisor.pids["web"], signal.SIGKILL)
    step_until(supervisor, lambda: not any(map(runs, family)))


def test_a_stop_kills_a_program_that_does_not_listen(supervisor: Supervisor, heard: Heard) -> None:
    supervisor.start("deaf", "trap '' TERM; echo deaf; sleep 60", ENV)
    step_until(supervisor, lambda: heard.of("deaf"))
    pid = supervisor.pids["deaf"]
    supervisor.stop(patience_s=0.2)
    assert not runs(pid)


def test_a_stop_reaches_a_frozen_program(supervisor: Supervisor, heard: Heard) -> None:
    supervisor.start("frozen", "trap 'echo bye; exit' TERM; echo up; while :; do sleep 0.05; done", ENV)
    step_until(supervisor, lambda: heard.of("frozen"))
    os.kill(supervisor.pids["frozen"], signal.SIGSTOP)
    supervisor.stop(patience_s=10)
    assert heard.of("frozen") == ["up", "bye"]


def test_an_interrupt_ends_the_wait_for_a_program_and_the_program(supervisor: Supervisor) -> None:
    signal.signal(signal.SIGALRM, lambda *_: supervisor.interrupt())
    signal.setitimer(signal.ITIMER_REAL, 0.2)
    with pytest.raises(Interrupted):
        supervisor.run_once("release", "sleep 60", ENV)


def test_a_program_that_never_worked_is_given_up_after_ten_tries() -> None:
    program = Program("web", "false", {}, started=0)
    assert [program.backoff(now=1) for _ in range(9)] == [0.5, 1, 2, 4, 8, 8, 8, 8, 8]
    with pytest.raises(GaveUp, match="web ended 10 times"):
        program.backoff(now=1)


def test_a_program_that_once_worked_is_never_given_up() -> None:
    program = Program("beat", "celery", {}, started=0)
    assert program.backoff(now=11) == 0.5
    assert [program.backoff(now=1) for _ in range(50)][-1] == 8


def test_a_program_that_worked_for_long_starts_again_at_once() -> None:
    program = Program("beat", "celery", {}, started=0)
    for _ in range(5):
        program.backoff(now=1)
    assert program.backoff(now=11) == 0.5


def test_a_run_that_is_killed_leaves_no_grandchild(tmp_path: Path) -> None:
    pids = tmp_path / "pids"
    owner = os.fork()
    if owner == 0:
        _run_until_killed(tmp_path, f"{FORKS} > {pids}")
    family = _numbers(pids, 2)
    os.kill(owner, signal.SIGKILL)
    os.waitpid(owner, 0)
    wait_until_gone(family)


def _run_until_killed(directory: Path, command: str) -> None:
    try:
        supervisor = Supervisor(directory, Reaper(), lambda name, line: None)
        supervisor.start("web", command, ENV)
        while True:
            supervisor.step()
    finally:
        os._exit(1)  # whatever happens, this copy of pytest goes no further


def _numbers(file: Path, count: int) -> list[int]:
    deadline = time.monotonic() + 20
    while not file.exists() or len(file.read_text().split()) < count:
        assert time.monotonic() < deadline
        time.sleep(0.02)
    return [int(word) for word in file.read_text().split()]
