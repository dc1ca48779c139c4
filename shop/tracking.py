"""Tracking ids: nine digits nobody can guess, by which a customer follows an order without signing in."""

import secrets

from sqlalchemy import ScalarSelect, exists, func, select
from sqlalchemy.dialects.postgresql import array
from sqlalchemy.orm import Session

from models import Order

FIRST, COUNT = 100_000_000, 900_000_000  # never a leading zero, which spreadsheets and people lose
GUESSES = 4  # that a million orders have all of them happens once in 10^11 orders


def draw(session: Session, count: int = 1) -> list[str]:
    """That many different ids no order has; one query, as a rule.

    Two transactions that draw the same one at once (one in a thousand million) meet the unique constraint.
    """
    free: set[str] = set()
    while len(free) < count:
        drawn = {guess() for _ in range(count - len(free))}
        taken = session.scalars(select(Order.tracking_id).where(Order.tracking_id.in_(drawn)))
        free |= drawn.difference(taken)
    return list(free)


def some_free() -> ScalarSelect[str]:
    """One that no order has, as part of the statement that inserts one: a free one of a few guesses."""
    guesses = func.unnest(array([guess() for _ in range(GUESSES)])).column_valued("guess")
    return select(guesses).where(~exists().where(Order.tracking_id == guesses)).limit(1).scalar_subquery()


def guess() -> str:
    """One that some order may have."""
    return str(FIRST + secrets.randbelow(COUNT))


def is_one(text: str) -> bool:
    """Whether it could be somebody's: nine digits, the first of them not zero."""
    return text.isascii() and text.isdecimal() and len(text) == len(str(FIRST)) and text[0] != "0"
