"""Pages that are read while those before them are kept: so many at a time, which the site must bear."""

from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from types import TracebackType
from typing import Any, Self

from bitrix.page import Page
from sync.reconcile.streams import LIMIT

OVERLAP = 5
STEP = LIMIT - OVERLAP


class Ahead:
    """`read(offset)` gives a page or raises; with `at_once` above 1 the next ones are on their way already.

    An offset that nobody expected makes what is on its way worthless: rows have moved.
    """

    def __init__(self, read: Callable[[int], Page[Any]], at_once: int) -> None:
        self._read = read
        self._ahead = at_once if at_once > 1 else 0
        self._begun: dict[int, Future[Page[Any]]] = {}
        self._pool = ThreadPoolExecutor(at_once, "ahead")  # its threads begin with their work

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """What is on its way ends by itself, and tells nobody."""
        self._pool.shutdown(wait=False, cancel_futures=True)

    def page(self, offset: int) -> Page[Any]:
        begun = self._begun.pop(offset, None)
        if begun is None:
            self._forget()
        page = self._read(offset) if begun is None else begun.result()
        if len(page.raw) == LIMIT:  # after a shorter one nobody knows where the next page begins
            for later in islice(range(offset + STEP, page.total, STEP), self._ahead):
                if later not in self._begun:
                    self._begun[later] = self._pool.submit(self._read, later)
        return page

    def _forget(self) -> None:
        for begun in self._begun.values():
            begun.cancel()
        self._begun.clear()
