"""State that all processes share through Redis, and that they can do without.

Redis holds nothing here that matters after it is lost: a rate, a pause, a count of failures. So nobody waits
for it: short time-outs, and a Redis that did not answer is left alone for a while.
"""

import logging
import os
import time
from collections.abc import Callable, Sequence
from hashlib import sha1
from typing import Any

import redis
from redis.backoff import NoBackoff
from redis.connection import ConnectionInterface
from redis.exceptions import NoScriptError
from redis.retry import Retry

log = logging.getLogger(__name__)

SOCKET_TIMEOUT = 0.5
Script = Callable[[Sequence[str], Sequence[Any]], Any]


def connect(url: str) -> redis.Redis:
    """A Redis client that answers or fails within a second; one stale connection is replaced silently."""
    return redis.Redis.from_url(
        url,
        socket_timeout=SOCKET_TIMEOUT,
        socket_connect_timeout=SOCKET_TIMEOUT,
        retry=Retry(NoBackoff(), 1, supported_errors=(redis.ConnectionError,)),
    )


class Shared:
    """Runs scripts in Redis. After a failure Redis is not asked again for `rest` seconds.

    With `client` None every answer is None: each process then stands for itself.
    """

    def __init__(
        self, client: redis.Redis | None, rest: float = 5.0, clock: Callable[[], float] = time.monotonic
    ) -> None:
        self._lines = _Lines(client) if client is not None else None
        self._rest = rest
        self._clock = clock
        self._asleep_until = float("-inf")

    def script(self, source: str) -> Script:
        """A call (keys, args) that answers what the script answers, or None when Redis cannot be asked."""
        if self._lines is None:
            return lambda keys, args: None
        lines, known_as = self._lines, sha1(source.encode(), usedforsecurity=False).hexdigest()

        def run(keys: Sequence[str], args: Sequence[Any]) -> Any:
            try:
                return lines.ask("EVALSHA", known_as, len(keys), *keys, *args)
            except NoScriptError:
                return lines.ask("EVAL", source, len(keys), *keys, *args)

        return lambda keys, args: self._ask(lambda: run(keys, args))

    def _ask(self, question: Callable[[], Any]) -> Any:
        if self._clock() < self._asleep_until:
            return None
        try:
            return question()
        except (redis.RedisError, OSError) as error:
            self._asleep_until = self._clock() + self._rest
            log.warning("Redis does not answer (%s), doing without it for %g s", type(error).__name__, self._rest)
            return None


class _Lines:
    """Connections of our own, each for one question at a time, made by the client's pool.

    The pool's book-keeping of who has which, for each question anew, costs three times as much as the question.
    """

    def __init__(self, client: redis.Redis) -> None:
        self._pool = client.connection_pool
        self._idle: list[ConnectionInterface] = []
        self._owner = os.getpid()

    def ask(self, *question: Any) -> Any:
        """The answer to a command. Whoever is interrupted leaves an answer unread, so the line goes with him."""
        line = self._free()
        try:
            answer = _asked(line, question)
        except redis.ConnectionError:  # it broke since it was used; asked again, it connects anew
            answer = _asked(line, question)
        self._idle.append(line)
        return answer

    def _free(self) -> ConnectionInterface:
        if self._owner != os.getpid():  # after a fork they are the parent's
            self._idle, self._owner = [], os.getpid()
        try:
            return self._idle.pop()
        except IndexError:
            return self._pool.make_connection()


def _asked(line: ConnectionInterface, question: Sequence[Any]) -> Any:
    line.send_command(*question)
    return line.read_response()
