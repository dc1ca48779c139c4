"""How many rows a shop has, as models.tally keeps it."""

from sqlalchemy import Engine, func, select, text
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
    found = session.scalar(select(func.sum(Tally.rows)).where(Tally.shop_id == shop_id, Tally.name == name))
    return int(found or 0)


def fold(engine: Engine) -> None:
    """Leave one row where many say the same."""
    with engine.begin() as connection:
        connection.execute(FOLD)
