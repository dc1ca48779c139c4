"""What a run reads: the site's lists, each a stream of pages."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from bitrix.client import Bitrix
from bitrix.page import ListedRow, Page
from bitrix.wire.order import parse_order
from bitrix.wire.product import parse_product
from bitrix.wire.reading import Reading
from bitrix.wire.status import StatusTable
from models import ReconcileRun
from sync.orders.values import theirs as theirs_of_order
from sync.products.values import theirs as theirs_of_product
from sync.reconcile.staging import Linked, StagedRow
from sync.rules import Rules

LIMIT = 100
# In the order of an order's life: one that moves on while we read is met again further on, never missed.
ACTIVE = ("new", "paid", "accepted", "assembled", "in_delivery")
ENDED = ("delivered", "cancelled")


@dataclass(frozen=True)
class Stream:
    """`read(offset, deadline)` gives a page, `stage` one of its rows in our values.

    A row that is linked here will not be imported, so it is staged without its raw form.
    """

    name: str
    read: Callable[[int, float], Page[ListedRow]]
    stage: Callable[[ListedRow, Linked | None], StagedRow]


def streams(run: ReconcileRun, site: Bitrix, rules: Rules) -> list[Stream]:
    return _of_orders(run.active_only, site, rules) if run.kind == "orders" else _of_products(site, rules)


def _of_orders(active_only: bool, site: Bitrix, rules: Rules) -> list[Stream]:
    """Life order, then the active ones once more: a row may have come back to a list that was read already."""

    def stream(status: str, name: str) -> Stream:
        return Stream(
            name,
            lambda offset, deadline: site.order_rows(status, LIMIT, offset, deadline=deadline),
            lambda row, link: _order(row, link, names, rules.statuses),
        )

    names = [field.name for field in rules.order_fields]
    once = ACTIVE if active_only else ACTIVE + ENDED
    return [stream(status, status) for status in once] + [stream(status, f"{status} again") for status in ACTIVE]


def _of_products(site: Bitrix, rules: Rules) -> list[Stream]:
    def stream(kind: str, available: bool) -> Stream:
        return Stream(
            f"{kind} {'on' if available else 'off'}",
            lambda offset, deadline: site.product_rows(kind, available, LIMIT, offset, deadline=deadline),
            lambda row, link: _product(row, link, rules),
        )

    return [stream(kind, available) for kind in ("vitrina", "catalog") for available in (True, False)]


def _order(row: ListedRow, link: Linked | None, names: Sequence[str], statuses: StatusTable) -> StagedRow:
    order = parse_order(row.raw, statuses)
    values, rejected = theirs_of_order(order, None, statuses)
    shared = {name: values[name] for name in names if name in values}
    return _read(row, link, shared, rejected, order.reading)


def _product(row: ListedRow, link: Linked | None, rules: Rules) -> StagedRow:
    product = parse_product(row.raw, rules.site_url)
    values, rejected = theirs_of_product(product)
    return _read(row, link, values, rejected, product.reading)


def _read(
    row: ListedRow, link: Linked | None, values: dict[str, Any], rejected: dict[str, str], reading: Reading
) -> StagedRow:
    raw = row.raw if link is None else None
    return StagedRow(row.id, values, rejected, raw, reading.values.get("created"), link)
