"""Ring a worker: there is work in the rows. Best effort; nobody who answers a request ever waits for Valkey.

A thread of each process does the ringing. What rings meanwhile is one ring, so there are fewer doorbells than
webhooks, and no more waiting than there are bells. While the broker is out of reach the bells stay pressed, and
one attempt a second asks whether it is back.
"""

import os
import threading
import time
from functools import lru_cache

import structlog
from kombu import Connection

import settings
from tasks.app import app

log = structlog.get_logger(__name__)

TASKS = {"inbox": "tasks.inbox.drain", "outbox": "tasks.outbox.settle", "reconcile": "tasks.reconcile.work"}
SHORTEST_GAP, LONGEST_GAP = 0.02, 0.2  # seconds between two rings of one process
FLOOD = 100  # presses a second; then fewer rings, which find more work each, cost the machine less
BROKER = {"socket_timeout": 2, "socket_connect_timeout": 1, "retry_on_timeout": False, "max_retries": 0}


class _Ringer:
    """Pressed bells and the thread that answers them; one per process, made anew after a fork."""

    def __init__(self) -> None:
        self._pressed: set[str] = set()
        self._presses = 0
        self._wake = threading.Condition()
        self._url = app.conf.broker_write_url  # its bells are for this broker, whatever the app is told later
        self._connection: Connection | None = None
        self._retry_s = settings.current().durations.doorbell_retry
        threading.Thread(target=self._run, name="doorbell", daemon=True).start()

    def press(self, bell: str) -> None:
        with self._wake:
            self._pressed.add(bell)
            self._presses += 1
            self._wake.notify()

    def _run(self) -> None:
        gap = SHORTEST_GAP
        while True:
            with self._wake:
                while not self._pressed:
                    self._wake.wait()
                gap = min(2 * gap, LONGEST_GAP) if self._presses > FLOOD * gap else SHORTEST_GAP
                bells, self._pressed, self._presses = self._pressed, set(), 0
            if not self._ring(bells):
                with self._wake:
                    self._pressed |= bells
                time.sleep(self._retry_s)
            time.sleep(gap)

    def _ring(self, bells: set[str]) -> bool:
        try:
            if self._connection is None:
                self._connection = app.connection_for_write(self._url, transport_options=BROKER)
            for bell in bells:
                app.send_task(TASKS[bell], connection=self._connection, retry=False)
        except Exception as error:  # whatever the broker does, the rows are safe and the sweep finds them
            log.warning("doorbell_not_rung", error=type(error).__name__)
            self._connection = None
            return False
        return True


_making = threading.Lock()  # the cache alone lets threads that ring first together make one each


@lru_cache(maxsize=1)
def _ringer() -> _Ringer:
    return _Ringer()


def _begin_anew() -> None:
    _ringer.cache_clear()
    _making.release()


os.register_at_fork(before=_making.acquire, after_in_parent=_making.release, after_in_child=_begin_anew)


def ring(bell: str) -> None:
    """Returns at once, always. `bell`: inbox, outbox or reconcile."""
    with _making:
        ringer = _ringer()
    ringer.press(bell)
