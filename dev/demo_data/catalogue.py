"""What the site has: all of its products, and its orders of every status."""

from collections.abc import Iterator, Sequence
from typing import Any, TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from bitrix.client import Bitrix
from bitrix.wire.order import SiteOrder
from bitrix.wire.product import SiteProduct
from bitrix.wire.status import OURS
from dev.demo_data.shops import MIRRORED
from models import ReconcileRun, begin
from sync.links import find_link
from sync.locks import lock_entities
from sync.orders.imports import CannotImport as CannotImportOrder
from sync.orders.imports import import_order
from sync.products.apply import CannotImport, import_product
from sync.reconcile.runs import ask
from tasks.wiring import rules

PAGE = 100
Row = TypeVar("Row", SiteOrder, SiteProduct)


def products(there: Bitrix) -> None:
    for kind in ("vitrina", "catalog"):
        for available in (True, False):
            for page in _pages(lambda offset, k=kind, a=available: there.products(k, a, PAGE, offset)):
                with begin() as session:
                    for row in _new(session, "product", page.rows):
                        _take(import_product, CannotImport, session, MIRRORED, row)


def orders(there: Bitrix) -> None:
    for status in OURS:  # the site's API calls them so too
        for page in _pages(lambda offset, s=status: there.orders(s, PAGE, offset)):
            with begin() as session:
                for row in _new(session, "order", page.rows):
                    _take(import_order, CannotImportOrder, session, rules(), MIRRORED, row)


def compare(session: Session) -> None:
    """The first run, for whoever looks at the sync before the timetable has come to one."""
    if session.scalar(select(ReconcileRun.id).limit(1)) is None:
        ask(session, MIRRORED, "all")


def _new(session: Session, kind: str, rows: Sequence[Row]) -> Iterator[Row]:
    """Those nobody has imported yet: a run of the house's own may be about the same ones."""
    lock_entities(session, [(MIRRORED, kind, row.id) for row in rows])
    return (row for row in rows if find_link(session, MIRRORED, kind, row.id) is None)


def _pages(read: Any) -> Any:
    offset = 0
    while True:
        page = read(offset)
        yield page
        offset += PAGE
        if offset >= page.total:
            return


def _take(work: Any, error: type[Exception], *args: Any) -> None:
    """What the site cannot tell in full stays there: the sync lists it, demo data goes without."""
    try:
        work(*args)
    except error as said:
        print(f"left out: {said}")
