"""A site's list whose rows come and go between the pages, and which fails when told to."""

from collections.abc import Callable, Iterable
from typing import Any

from bitrix.page import ListedRow, Page, RejectedRow
from models import begin, engine
from sync.reconcile import runs, staging
from sync.reconcile.read import Pace, Progress, read_stream
from sync.reconcile.runs import RunLease
from sync.reconcile.seen import Prints
from sync.reconcile.staging import StagedRow
from sync.reconcile.streams import LIMIT, Stream
from sync.rules import Rules
from tests.people import MIRRORED

Before = Callable[["ListThere", int], Any]
UNREADABLE = -1  # in place of an id


class ListThere:
    """`ids`, newest first. `before(list, call number)` runs ahead of each call: it may change the list, raise, or
    give the page's ids (of a page that is not what it says it is)."""

    def __init__(self, ids: Iterable[int], before: Before = lambda _list, _call: None) -> None:
        self.ids, self.before = list(ids), before
        self.offsets: list[int] = []
        self.deadlines: set[float] = set()

    def stream(self, name: str = "list") -> Stream:
        return Stream(name, self._page, lambda row, _: _row(row.id))

    def _page(self, offset: int, deadline: float) -> Page[ListedRow]:
        self.offsets.append(offset)
        self.deadlines.add(deadline)
        shown = self.before(self, len(self.offsets))
        window = self.ids[offset : offset + LIMIT] if shown is None else shown
        return Page(
            rows=tuple(ListedRow(bitrix_id, {"id": bitrix_id}) for bitrix_id in window if bitrix_id != UNREADABLE),
            raw=tuple(window),
            rejected=tuple(RejectedRow(one, "no id") for one in window if one == UNREADABLE),
            total=len(self.ids),
            limit=LIMIT,
            offset=offset,
        )


class Reading:
    """One stream of a run of its own, read to its end."""

    def __init__(self, there: ListThere) -> None:
        self.there, self.progress = there, Progress()
        self.slept: list[float] = []
        with begin() as session:
            run_id = runs.ask(session, MIRRORED, "products").id
        taken = runs.take_up(engine(), 60, "")
        assert taken
        assert taken.id == run_id
        self.lease: RunLease = taken
        with engine().begin() as connection:
            staging.create(connection, run_id)

    def read(self, until: float = float("inf"), longest_s: float = 60, at_once: int = 1) -> Progress:
        pace = Pace(retry_s=1, longest_s=longest_s, at_once=at_once, sleep=self.slept.append)
        self.progress = read_stream(
            engine(), self.lease, self.there.stream(), Prints(Rules()), self.progress, until, pace
        )
        return self.progress

    def staged(self) -> list[int]:
        """Ids, the latest copy of each."""
        with engine().begin() as connection:
            staging.merge(connection, self.lease.id)
            rows = connection.exec_driver_sql(f"SELECT bitrix_id FROM {staging.table(self.lease.id)} ORDER BY 1")
            return [row[0] for row in rows]


def _row(bitrix_id: int) -> StagedRow:
    return StagedRow(bitrix_id, {"name": f"Розы {bitrix_id}"}, {}, {"id": bitrix_id}, None)
