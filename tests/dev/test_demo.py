"""The demo's own judgement: what it expects, what it says, and when it refuses to play."""

import re
import subprocess
import sys
from io import StringIO
from pathlib import Path
from types import SimpleNamespace

import pytest
from rich.console import Console

from dev.demo.clock import until, until_equal
from dev.demo.day import Scene, play
from dev.demo.expectations import Expectations
from dev.demo.narrator import Narrator
from dev.demo.stage import CannotPlay, state_of_the_stack
from dev.demo.words import price_tag
from dev.reaper import ROOT
from dev.stack import instance
from dev.stack.state import State


@pytest.fixture
def console() -> Console:
    return Console(file=StringIO(), width=100)


@pytest.fixture
def stage(console: Console) -> SimpleNamespace:
    """As much of a stage as the order of the day needs."""
    return SimpleNamespace(say=Narrator(console), expect=Expectations())


@pytest.fixture
def running(tmp_path: Path) -> Path:
    """The home of a stack that holds its lock, as if it ran."""
    with instance.acquire(tmp_path):
        yield tmp_path


def said(console: Console) -> str:
    return console.file.getvalue()


def test_the_exit_code_is_0_when_every_expectation_held() -> None:
    expect = Expectations()
    expect.equal("status", "accepted", "accepted")
    expect.holds("id", "an id", 7, 7)
    assert expect.exit_code == 0


def test_the_exit_code_is_1_when_one_expectation_did_not_hold() -> None:
    expect = Expectations()
    expect.equal("status", "accepted", "accepted")
    expect.equal("price", 100, 200)
    assert expect.exit_code == 1


def test_a_day_that_expected_nothing_has_shown_nothing() -> None:
    assert Expectations().exit_code == 1


def test_the_table_shows_expected_seen_and_verdict_of_each(console: Console) -> None:
    expect = Expectations()
    expect.equal("status", "accepted", "accepted")
    expect.equal("price [net]", 100, 200)
    console.print(expect.table())
    rows = [[cell.strip() for cell in line.split("│")[1:-1]] for line in said(console).splitlines() if "│" in line]
    assert rows == [["1", "status", "accepted", "accepted", "yes"], ["2", "price [net]", "100", "200", "NO"]]
    assert expect.summary(41.7) == "1 of 2 expectations held, in 42 s"


def test_each_line_tells_time_side_latency_and_words(console: Console) -> None:
    say = Narrator(console)
    say.ours("PUT [bold] → 200", 1234.4)
    say.theirs("order 7: AP")
    first, second = said(console).splitlines()
    assert re.fullmatch(r"\d\d:\d\d:\d\d\.\d{3}  ours     1,234 ms  PUT \[bold\] → 200", first)
    assert re.fullmatch(r"\d\d:\d\d:\d\d\.\d{3}  theirs +order 7: AP", second)


def test_what_a_scene_leaves_for_the_evening_is_seen_after_all_scenes(stage: SimpleNamespace) -> None:
    seen: list[str] = []

    def with_evening(_stage: object) -> object:
        seen.append("first")
        return lambda: seen.append("evening of the first")

    play([Scene("a", with_evening), Scene("b", lambda _stage: seen.append("second"))], stage)
    assert seen == ["first", "second", "evening of the first"]


def test_a_scene_that_breaks_off_did_not_hold_and_the_others_go_on(stage: SimpleNamespace) -> None:
    def broken(_stage: object) -> None:
        raise TimeoutError("no id came")

    play([Scene("an order", broken), Scene("a price", lambda stage: stage.expect.equal("price", 1, 1))], stage)
    assert [(one.what, one.ok) for one in stage.expect.all] == [("an order", False), ("price", True)]
    assert stage.expect.all[0].seen == "TimeoutError: no id came"


def test_an_evening_that_breaks_off_did_not_hold(stage: SimpleNamespace) -> None:
    play([Scene("an order", lambda _stage: {}.popitem)], stage)
    assert [(one.what, one.ok) for one in stage.expect.all] == [("an order", False)]


def test_waiting_ends_with_the_first_value_that_holds() -> None:
    values = iter(["new", "new", "accepted", "assembled"])
    assert until(lambda: next(values), lambda value: value != "new", within_s=60) == "accepted"


def test_waiting_in_vain_tells_what_was_there_instead() -> None:
    assert until_equal(lambda: "new", "accepted", within_s=0) == "new"


def test_a_price_is_written_as_the_site_writes_it() -> None:
    assert price_tag(1_295_000) == "12 950 ₸"


def test_without_a_stack_the_demo_says_so_and_ends_with_2(tmp_path: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "dev.demo"],
        cwd=tmp_path,
        env={"PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )
    assert done.returncode == 2
    assert "make up" in done.stderr
    assert done.stdout == ""


def test_what_a_killed_stack_left_is_no_stack(tmp_path: Path) -> None:
    State(tmp_path).write({"simulator": "http://127.0.0.1:1"}, {})
    with pytest.raises(CannotPlay, match="No stack runs"):
        state_of_the_stack(tmp_path)


def test_the_demo_is_not_played_on_a_real_site(running: Path) -> None:
    State(running).write({"simulator": None}, {})
    with pytest.raises(CannotPlay, match="needs the simulator"):
        state_of_the_stack(running)


def test_the_demo_is_not_played_on_a_stack_that_is_not_well(running: Path) -> None:
    State(running).write({"simulator": "http://127.0.0.1:1", "web": "http://127.0.0.1:1"}, {})
    with pytest.raises(CannotPlay, match="healthy"):
        state_of_the_stack(running)
