"""Every pair of statuses, forced ones included: what the order's own books hold afterwards."""

from itertools import product

import pytest
from sqlalchemy.orm import Session

from models import Order, Product, Shop, WarehouseItem
from models.order import STATUSES
from shop.actor import Actor
from shop.order_placing import place
from shop.order_status import change_status
from tests.books import Books, assert_explained, books
from tests.drafts import draft

SITE = Actor.bitrix()

# An order of 2 bouquets, 2 roses each, out of 10 roses.
RESERVED = Books(balance=10, reserved=4, sold=0)
SOLD = Books(balance=6, reserved=0, sold=4)
FREE = Books(balance=10, reserved=0, sold=0)

LETTERS = {"r": RESERVED, "s": SOLD, "-": FREE}
# Rows: where the order comes from. Columns: where it goes.
TABLE = """
             new paid accepted assembled in_delivery delivered cancelled
new           r   r      r         s          s          s         -
paid          r   r      r         s          s          s         -
accepted      r   r      r         s          s          s         -
assembled     s   s      s         s          s          s         -
in_delivery   s   s      s         s          s          s         -
delivered     s   s      s         s          s          s         s
cancelled     r   r      r         s          s          s         -
"""
HEADER, *ROWS = [line.split() for line in TABLE.strip().splitlines()]
EXPECTED = {(row[0], new): LETTERS[letter] for row in ROWS for new, letter in zip(HEADER, row[1:], strict=True)}


@pytest.fixture
def order(session: Session, shop: Shop, bouquet: Product) -> Order:
    return place(session, shop, draft((bouquet, 2)), actor=Actor.customer())


def test_the_table_covers_every_pair() -> None:
    assert set(EXPECTED) == set(product(STATUSES, STATUSES))


@pytest.mark.parametrize(("old", "new"), EXPECTED)
def test_a_change_of_status_books_the_difference(
    session: Session, rose: WarehouseItem, order: Order, old: str, new: str
) -> None:
    change_status(session, order, old, actor=SITE)
    change_status(session, order, new, actor=SITE)
    assert books(session, rose, order) == EXPECTED[old, new]
    assert not order.stock_shortage
    assert_explained(session, rose)


@pytest.mark.parametrize(("first", "then"), EXPECTED)
def test_taking_a_bouquet_back_and_going_on_never_cuts_it_twice(
    session: Session, rose: WarehouseItem, order: Order, first: str, then: str
) -> None:
    for status in ("assembled", "accepted", first, then):
        change_status(session, order, status, actor=SITE)
    entry = books(session, rose, order)
    assert entry.balance + entry.sold == 10
    assert entry.reserved + entry.sold == (0 if entry == FREE else 4)
    assert_explained(session, rose)


@pytest.mark.parametrize("new", STATUSES)
def test_what_was_delivered_and_then_cancelled_by_the_site_stays_sold(
    session: Session, rose: WarehouseItem, order: Order, new: str
) -> None:
    for status in ("delivered", "cancelled", new):
        change_status(session, order, status, actor=SITE)
    assert books(session, rose, order) == SOLD
