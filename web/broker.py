"""What a background thread last saw of Valkey, so that no request ever waits for it."""

import os
import threading
from collections.abc import Callable
from time import monotonic
from typing import Any

import redis

from settings import Settings

EVERY_S = 2.0
TIMEOUT_S = 1.0
FIRST_LOOK_S = 0.5  # how long the very first question waits for the very first ping


class Watch:
    """Pings for ever, from a daemon thread of this process."""

    def __init__(self, ping: Callable[[], Any]) -> None:
        self.pid = os.getpid()
        self._ping = ping
        self._looked = threading.Event()
        self._at = monotonic()
        self._error: str | None = "not seen yet"
        threading.Thread(target=self._run, name="broker-watch", daemon=True).start()

    def seen(self) -> dict[str, Any]:
        self._looked.wait(FIRST_LOOK_S)
        age = monotonic() - self._at
        if self._error is None and age < 4 * EVERY_S:
            return {"ok": True, "age_s": round(age, 1)}
        return {"ok": False, "detail": self._error or "no answer", "age_s": round(age, 1)}

    def _run(self) -> None:
        pause = threading.Event()
        while True:
            try:
                self._ping()
                self._error = None
            except (redis.RedisError, OSError) as error:
                self._error = type(error).__name__
            self._at = monotonic()
            self._looked.set()
            pause.wait(EVERY_S)


_lock = threading.Lock()
_watches: dict[str, Watch] = {}


def seen(settings: Settings) -> dict[str, Any]:
    """{"ok", "age_s", "detail"?} of the last ping. The thread starts with the first question, after any fork."""
    with _lock:
        watch = _watches.get(settings.redis_url)
        if watch is None or watch.pid != os.getpid():
            watch = _watches[settings.redis_url] = Watch(_client(settings.redis_url).ping)
    return watch.seen()


def _client(url: str) -> redis.Redis:
    return redis.Redis.from_url(
        url, socket_timeout=TIMEOUT_S, socket_connect_timeout=TIMEOUT_S, retry=None, health_check_interval=0
    )
