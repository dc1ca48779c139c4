"""How many rows a shop has, as models.tally keeps it."""

from sqlalchemy import BigInteger, Engine, ScalarSelect, cast, func, select, text
from sqlalchemy.orm import Session

from models import Tally

# One statement: whoever reads meanwhile sees the rows before it or those after it.
FOLD = text(
    """
WITH gone AS (DELETE FROM tally WHERE (shop_id, name) IN (
    SELECT shop_id, name FROM tally GROUP BY shop_id, name HAVING count(*) > 1) RETURNING shop_id, name, rows)
INSERT INTO tally (shop_id, name, rows) SELECT shop_id, name, sum(rows) FROM gone GROUP BY shop_id, name
"""
)


def total(session: Session, shop_id: int, name: str) -> int:
    """`name` is one of models.tally.TALLIES."""
    return session.scalar(select(summed(shop_id, name))) or 0


def summed(shop_id: int, name: str) -> ScalarSelect[int]:
    """The same as part of another statement."""
    rows = cast(func.coalesce(func.sum(Tally.rows), 0), BigInteger)
    return select(rows).where(Tally.shop_id == shop_id, Tally.name == name).scalar_subquery()


def fold(engine: Engine) -> None:
    """Leave one row where many say the same."""
    with engine.begin() as connection:
        connection.execute(FOLD)
