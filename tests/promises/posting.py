"""Webhooks as the site sends them: many at once, each over a new connection, and what was answered."""

import http.client
import json
import threading
import time
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from typing import Any, NamedTuple

from tests.promises.house import House

Body = dict[str, Any]


class Answer(NamedTuple):
    """`status` is None where no answer came."""

    body: Body
    status: int | None
    json: Any
    seconds: float

    @property
    def ok(self) -> bool:
        return self.status == 200


def status_event(order: int, code: str, **more: Any) -> Body:
    return {"order_id": order, "status": code, **more}


def post(
    house: House, body: Body, kind: str = "order-status-sync", secret: str | None = None, timeout_s: float = 20
) -> Answer:
    """One webhook on a new connection, as PHP makes one for each hit; `secret` is the house's unless given."""
    headers = {"X-Webhook-Secret": house.secret if secret is None else secret, "Content-Type": "application/json"}
    began = time.monotonic()
    try:
        with closing(http.client.HTTPConnection("127.0.0.1", house.port, timeout=timeout_s)) as connection:
            connection.request("POST", f"/api/v1/webhooks/{kind}", json.dumps(body), headers)
            got = connection.getresponse()
            said = json.loads(got.read())
    except (OSError, http.client.HTTPException):
        return Answer(body, None, None, time.monotonic() - began)
    return Answer(body, got.status, said, time.monotonic() - began)


class Posting:
    """Posts from threads of its own; `answers` grows while it runs."""

    def __init__(self, house: House, bodies: Iterable[Body], senders: int, pause_s: float, again: bool) -> None:
        self.answers: list[Answer] = []
        self._house, self._pause_s, self._again = house, pause_s, again
        self._left, self._taking = iter(bodies), threading.Lock()
        self._stop = threading.Event()
        self._threads = [threading.Thread(target=self._send, daemon=True) for _ in range(senders)]

    @property
    def going(self) -> bool:
        return any(thread.is_alive() for thread in self._threads)

    @property
    def taken(self) -> list[Answer]:
        return [answer for answer in self.answers if answer.ok]

    def start(self) -> None:
        for thread in self._threads:
            thread.start()

    def stop(self) -> None:
        """End early; what is on its way is waited for."""
        self._stop.set()
        for thread in self._threads:
            thread.join()

    def _send(self) -> None:
        while not self._stop.is_set():
            with self._taking:
                body = next(self._left, None)
            if body is None:
                return
            self.answers.append(post(self._house, body))
            while self._again and not self.answers[-1].ok and not self._stop.wait(0.05):
                self.answers.append(post(self._house, body))
            self._stop.wait(self._pause_s)


@contextmanager
def posting(
    house: House, bodies: Iterable[Body], senders: int = 4, pause_s: float = 0, again: bool = False
) -> Iterator[Posting]:
    """Posting goes on in the background inside the block. `again`: what is not taken is sent until it is."""
    work = Posting(house, bodies, senders, pause_s, again)
    work.start()
    try:
        yield work
    finally:
        work.stop()


def at_once(house: House, bodies: Iterable[Body], kind: str = "order-status-sync") -> list[Answer]:
    """All of them in the same moment, each from a thread of its own."""
    bodies = list(bodies)
    gate, answers = threading.Barrier(len(bodies)), list[Answer]()

    def send(body: Body) -> None:
        gate.wait()
        answers.append(post(house, body, kind))

    threads = [threading.Thread(target=send, args=(body,)) for body in bodies]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return answers
