"""Pages are read ahead, as many at a time as is allowed, and given in the order they are asked for."""

import threading
import time
from typing import Any

import pytest

from bitrix.page import Page
from sync.reconcile.ahead import STEP, Ahead
from sync.reconcile.streams import LIMIT


class SlowList:
    """`total` rows; each page takes a moment. Notes which pages were read, and how many at a time at most."""

    def __init__(self, total: int, rows_a_page: int = LIMIT) -> None:
        self.total, self.rows_a_page = total, rows_a_page
        self.offsets: list[int] = []
        self.at_once = self.most = 0
        self._lock = threading.Lock()

    def read(self, offset: int) -> Page[Any]:
        with self._lock:
            self.offsets.append(offset)
            self.at_once += 1
            self.most = max(self.most, self.at_once)
        time.sleep(0.05)
        with self._lock:
            self.at_once -= 1
        rows = tuple(range(offset, min(offset + self.rows_a_page, self.total)))
        return Page(rows=(), raw=rows, rejected=(), total=self.total, limit=LIMIT, offset=offset)


@pytest.mark.parametrize("at_once", [1, 2, 4])
def test_as_many_pages_as_allowed_are_on_their_way(at_once: int) -> None:
    there = SlowList(10 * STEP + 1)
    with Ahead(there.read, at_once) as pages:
        for offset in range(0, there.total, STEP):
            assert pages.page(offset).offset == offset
            time.sleep(0.02)
    assert sorted(there.offsets) == list(range(0, there.total, STEP)), "each page once"
    assert there.most == at_once


def test_after_a_step_back_what_was_on_its_way_is_read_anew() -> None:
    there = SlowList(10 * STEP)
    with Ahead(there.read, 3) as pages:
        pages.page(0)
        pages.page(STEP - 50)
        assert pages.page(STEP - 50 + STEP).offset == 2 * STEP - 50
    assert there.offsets.count(STEP - 50 + STEP) == 1


def test_after_a_page_that_is_not_full_nothing_is_guessed() -> None:
    there = SlowList(500, rows_a_page=20)
    with Ahead(there.read, 4) as pages:
        pages.page(0)
    assert there.offsets == [0]


def test_what_a_page_failed_with_is_told_when_it_is_asked_for() -> None:
    there = SlowList(10 * STEP)

    def read(offset: int) -> Page[Any]:
        if offset == STEP:
            raise RuntimeError("no page")
        return there.read(offset)

    with Ahead(read, 3) as pages:
        assert pages.page(0).offset == 0
        with pytest.raises(RuntimeError, match="no page"):
            pages.page(STEP)
