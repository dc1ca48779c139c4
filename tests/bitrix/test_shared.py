"""The lines to Redis that scripts are asked over."""

import os
import signal
from collections.abc import Callable

import pytest
import redis

from bitrix.shared import Shared

ECHO = "return ARGV[1]"


@pytest.fixture
def echo(valkey: redis.Redis) -> Callable[[str], object]:
    script = Shared(valkey).script(ECHO)
    return lambda said: script([], [said])


def test_a_script_nobody_knows_yet_is_sent_whole(valkey: redis.Redis, echo: Callable[[str], object]) -> None:
    valkey.script_flush()
    assert [echo("one"), echo("two")] == [b"one", b"two"]


def test_a_line_that_broke_since_it_was_used_is_replaced(
    valkey: redis.Redis, echo: Callable[[str], object]
) -> None:
    echo("one")
    valkey.client_kill_filter(_type="normal", skipme=True)
    assert echo("two") == b"two"


def test_one_line_is_used_again_and_again(valkey: redis.Redis, echo: Callable[[str], object]) -> None:
    before = valkey.info("stats")["total_connections_received"]
    for _ in range(5):
        echo("one")
    assert valkey.info("stats")["total_connections_received"] <= before + 1


def test_who_is_interrupted_leaves_no_answer_to_the_next(
    valkey: redis.Redis, echo: Callable[[str], object], monkeypatch: pytest.MonkeyPatch
) -> None:
    echo("one")
    with monkeypatch.context() as patched:
        patched.setattr("redis.connection.Connection.read_response", _interrupted)
        with pytest.raises(KeyboardInterrupt):
            echo("unread")
    assert echo("two") == b"two"


def test_a_child_has_lines_of_its_own(echo: Callable[[str], object]) -> None:
    echo("one")
    child = os.fork()
    if not child:  # its answer is all it can tell
        right = echo("child") == b"child"
        os.kill(os.getpid(), signal.SIGKILL if right else signal.SIGTERM)
    assert [echo(str(n)) for n in range(50)] == [str(n).encode() for n in range(50)]
    assert os.WTERMSIG(os.waitpid(child, 0)[1]) == signal.SIGKILL


def _interrupted(*_: object, **__: object) -> None:
    raise KeyboardInterrupt
