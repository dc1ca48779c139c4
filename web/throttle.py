"""How often somebody may be wrong: a leaky bucket per key, kept in this process."""

import threading
from time import monotonic

KEYS_KEPT = 10_000


class Throttle:
    """`allowed` mistakes at once; one more is forgiven every `forgive_s` seconds.

    Each web process counts by itself, so the true limit is this one times their number: enough to make
    guessing hopeless, and nothing to break when Valkey is away.
    """

    def __init__(self, allowed: int, forgive_s: float) -> None:
        self._allowed = allowed
        self._forgive_s = forgive_s
        self._lock = threading.Lock()
        self._empty_at: dict[str, float] = {}

    def wait_s(self, key: str) -> float:
        """Seconds until the key may try again; 0 when it may now."""
        with self._lock:
            level = self._empty_at.get(key, 0) - monotonic()
        return max(0.0, level - (self._allowed - 1) * self._forgive_s)

    def mistake(self, key: str) -> None:
        with self._lock:
            now = monotonic()
            self._empty_at[key] = max(self._empty_at.get(key, 0), now) + self._forgive_s
            if len(self._empty_at) > KEYS_KEPT:
                self._empty_at = {key: at for key, at in self._empty_at.items() if at > now}
