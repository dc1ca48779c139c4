"""Where calls are counted: Valkey, which nobody waits for. While it is away nobody is counted, nor refused."""

import threading
from collections.abc import Callable
from time import monotonic, time
from typing import Any

import structlog
from limits.storage import RedisStorage
from redis.exceptions import RedisError

log = structlog.get_logger()

SCHEME = "open+"
TIMEOUT_S = 0.2
PAUSE_S = 5.0  # between two questions whether it is back


def uri(redis_url: str) -> str:
    """What flask-limiter has to be told to count here."""
    return SCHEME + redis_url


class OpenStorage(RedisStorage):
    """Says once that Valkey is lost, and once that it is back; in between one call of many tries, and briefly."""

    STORAGE_SCHEME = [SCHEME + scheme for scheme in ("redis", "rediss")]  # noqa: RUF012 - limits registers by it

    def __init__(self, uri: str, **options: Any) -> None:
        brief: Any = {"socket_timeout": TIMEOUT_S, "socket_connect_timeout": TIMEOUT_S, "retry": None}
        super().__init__(uri.removeprefix(SCHEME), **brief, **options)
        self._lock = threading.Lock()
        self._lost = False
        self._ask_again_at = 0.0

    def incr(self, key: str, expiry: int, amount: int = 1) -> int:
        count: int = self._asked(lambda: super(OpenStorage, self).incr(key, expiry, amount), 0)
        return count

    def get(self, key: str) -> int:
        count: int = self._asked(lambda: super(OpenStorage, self).get(key), 0)
        return count

    def get_expiry(self, key: str) -> float:
        expiry: float = self._asked(lambda: super(OpenStorage, self).get_expiry(key), time())
        return expiry

    def _asked(self, ask: Callable[[], Any], otherwise: Any) -> Any:
        with self._lock:
            if self._lost and monotonic() < self._ask_again_at:
                return otherwise
            self._ask_again_at = monotonic() + PAUSE_S
        try:
            answer = ask()
        except (RedisError, OSError) as error:
            self._turned(True, error=type(error).__name__)
            return otherwise
        self._turned(False)
        return answer

    def _turned(self, lost: bool, **why: str) -> None:
        with self._lock:
            turned, self._lost = lost is not self._lost, lost
        if turned:
            log.warning("rate_limits_open" if lost else "rate_limits_counted_again", **why)
