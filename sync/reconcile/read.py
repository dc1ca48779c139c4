"""Read the site's lists page by page into staging, with a checkpoint after each page.

Offsets shift while rows come and go, so pages overlap; where the overlap does not meet, rows slid past and we step
back. A stream is whole when its distinct ids are as many as the site counts on its first and its last page.
"""

import itertools
import time
from collections.abc import Callable
from dataclasses import dataclass, field

from sqlalchemy import Connection, Engine

from bitrix.backoff import delay
from bitrix.errors import BitrixError
from bitrix.page import ListedRow, Page
from sync.reconcile import staging
from sync.reconcile.ahead import OVERLAP, Ahead
from sync.reconcile.runs import RunLease
from sync.reconcile.seen import Prints
from sync.reconcile.staging import Linked, StagedRow
from sync.reconcile.streams import LIMIT, Stream

MOST_READS = 3  # of a stream whose count does not meet
MOST_TRIES = 5  # of one page ...
LONGEST_S = 60.0  # ... or this long
MOST_STEPS_BACK = 5


class GaveUp(Exception):
    """A page could not be had; the message says why."""


@dataclass
class Progress:
    """How far a stream is. `tail`: the last ids that were read; `first`, `last`: what the site counted then."""

    offset: int = 0
    tail: list[int] = field(default_factory=list)
    first: int | None = None
    last: int | None = None
    reads: int = 1
    steps_back: int = 0
    pages: int = 0
    staged: int = 0
    unreadable: int = 0
    done: bool = False
    whole: bool = False


@dataclass(frozen=True)
class Pace:
    """`retry_s` is where the back-off of a page begins; so many pages are read `at_once`.

    `sleep` is time.sleep, but for tests.
    """

    retry_s: float = 1.0
    longest_s: float = LONGEST_S
    at_once: int = 1
    sleep: Callable[[float], None] = time.sleep


def read_stream(
    engine: Engine, lease: RunLease, stream: Stream, prints: Prints, progress: Progress, until: float, pace: Pace
) -> Progress:
    """Read on until the stream is done or `until` (time.monotonic) has come; returns how far it is then.

    Raises GaveUp, RunLost.
    """
    with Ahead(lambda offset: _page(stream, offset, pace), pace.at_once) as pages, engine.connect() as connection:
        while not progress.done and time.monotonic() < until:
            progress = _keep(connection, lease, stream, prints, progress, pages.page(progress.offset))
    return progress


def _keep(
    connection: Connection,
    lease: RunLease,
    stream: Stream,
    prints: Prints,
    progress: Progress,
    page: Page[ListedRow],
) -> Progress:
    """Into staging, with the checkpoint that says how far the stream is then."""
    ids = [row.id for row in page.rows]
    _advance(progress, page, ids)
    with connection.begin():
        linked = prints.keep_and_linked(connection, lease, {stream.name: vars(progress)}, ids)
        rows = [_staged(stream, prints, row, linked.get(row.id)) for row in page.rows]
        staging.copy(connection, lease.id, stream.name, rows)
        if progress.done:
            progress = _judged(progress, staging.distinct(connection, lease.id, stream.name))
            if not progress.done:  # what left the list since would count as if it were still there
                staging.forget(connection, lease.id, stream.name)
            lease.note(connection, {stream.name: vars(progress)})
    return progress


def _staged(stream: Stream, prints: Prints, row: ListedRow, linked: Linked | None) -> StagedRow:
    """Unknown here: with all that it came with. Unchanged since both sides agreed: not even parsed."""
    if linked is None:
        return stream.stage(row, None)
    printed = prints.of(row.raw)
    if linked.print == printed:
        return StagedRow(row.id, None, {}, None, None, linked)
    return stream.stage(row, linked._replace(print=printed))


def _page(stream: Stream, offset: int, pace: Pace) -> Page[ListedRow]:
    """One page that is all it says it is, with patience. A failed, short or empty page means *not read*."""
    deadline = time.monotonic() + pace.longest_s  # of all tries together
    for attempt in itertools.count(1):
        retry_after = None
        try:
            page = stream.read(offset, deadline)
        except BitrixError as error:
            if error.permanent:
                raise GaveUp(f"{stream.name}, offset {offset}: {error.outcome}: {error}") from error
            why, retry_after = f"{error.outcome}: {error}", error.retry_after
        else:
            missing = min(LIMIT, page.total - offset) - len(page.raw)
            if missing <= 0:
                return page
            why = f"{missing} rows fewer than promised"
        wait_s = delay(attempt, base=pace.retry_s, cap=pace.longest_s / 4, retry_after=retry_after)
        if attempt >= MOST_TRIES or time.monotonic() + wait_s >= deadline:
            break
        pace.sleep(wait_s)
    raise GaveUp(f"{stream.name}, offset {offset}: {why}")


def _advance(progress: Progress, page: Page[ListedRow], ids: list[int]) -> None:
    progress.pages += 1
    progress.staged += len(ids)
    if progress.first is None:
        progress.first = page.total
    progress.last = page.total
    if progress.tail and ids and not set(progress.tail) & set(ids) and progress.steps_back < MOST_STEPS_BACK:
        progress.steps_back += 1
        progress.offset = max(0, progress.offset - LIMIT // 2)
        return
    seen = page.raw[:OVERLAP] if progress.offset else ()
    progress.unreadable += sum(not any(row.raw is raw for raw in seen) for row in page.rejected)
    end = progress.offset + len(page.raw)
    progress.tail = ids[-2 * OVERLAP :]
    progress.done = end >= page.total
    # A site that answers fewer rows than the overlap would keep us where we are.
    progress.offset = max(end - OVERLAP, progress.offset + 1)


def _judged(progress: Progress, distinct: int) -> Progress:
    """Whole, or to be read once more, or left as it is: then absences prove nothing."""
    progress.whole = distinct + progress.unreadable == progress.first == progress.last
    if progress.whole or progress.reads >= MOST_READS:
        return progress
    return Progress(reads=progress.reads + 1, pages=progress.pages)
