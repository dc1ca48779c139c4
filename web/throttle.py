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

    def take(self, key: str) -> float:
        """0 if the key may try now, which counts as a mistake until it is given back; else seconds to wait.

        Counted before, or those who guess at the same moment would all be let through.
        """
        with self._lock:
            now = monotonic()
            empty_at = max(self._empty_at.get(key, 0), now)
            if (wait_s := empty_at - now - (self._allowed - 1) * self._forgive_s) > 0:
                return wait_s
            self._empty_at[key] = empty_at + self._forgive_s
            if len(self._empty_at) > KEYS_KEPT:
                self._empty_at = {key: at for key, at in self._empty_at.items() if at > now}
            return 0

    def give_back(self, key: str) -> None:
        """It was no mistake."""
        with self._lock:
            if key in self._empty_at:
                self._empty_at[key] -= self._forgive_s
