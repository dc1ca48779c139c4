"""State that all processes share through Redis, and that they can do without.

Redis holds nothing here that matters after it is lost: a rate, a pause, a count of failures. So nobody waits
for it: short time-outs, and a Redis that did not answer is left alone for a while.
"""

import logging
import time
from collections.abc import Callable, Sequence
from typing import Any

import redis
from redis.backoff import NoBackoff
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
        self._client = client
        self._rest = rest
        self._clock = clock
        self._asleep_until = float("-inf")

    def script(self, source: str) -> Script:
        """A call (keys, args) that answers what the script answers, or None when Redis cannot be asked."""
        if self._client is None:
            return lambda keys, args: None
        registered = self._client.register_script(source)
        return lambda keys, args: self._ask(lambda: registered(keys=keys, args=args))

    def _ask(self, question: Callable[[], Any]) -> Any:
        if self._clock() < self._asleep_until:
            return None
        try:
            return question()
        except (redis.RedisError, OSError) as error:
            self._asleep_until = self._clock() + self._rest
            log.warning("Redis does not answer (%s), doing without it for %g s", type(error).__name__, self._rest)
            return None
