"""How many rows a shop has, as models.tally keeps it."""

from collections.abc import Mapping

from sqlalchemy import BigInteger, Engine, ScalarSelect, SQLColumnExpression, cast, func, select, text
from sqlalchemy.orm import Session

from models import Tally

# One statement: whoever reads meanwhile sees the rows before it or those after it.
FOLD = text(
    """
WITH gone AS (DELETE FROM tally WHERE (shop_id, name, part) IN (
    SELECT shop_id, name, part FROM tally GROUP BY shop_id, name, part HAVING count(*) > 1)
    RETURNING shop_id, name, part, rows)
INSERT INTO tally (shop_id, name, part, rows)
SELECT shop_id, name, part, sum(rows) FROM gone GROUP BY shop_id, name, part
"""
)


def total(session: Session, shop_id: int, name: str) -> int:
    """`name` is one of models.tally.TALLIES."""
    return session.scalar(select(summed(shop_id, name))) or 0


def summed(
    shop_id: int | SQLColumnExpression[int], name: str, part: str | SQLColumnExpression[str] = ""
) -> ScalarSelect[int]:
    """The same as part of another statement; with a part, `name` is one of models.tally.PARTS."""
    rows = cast(func.coalesce(func.sum(Tally.rows), 0), BigInteger)
    of_it = (Tally.shop_id == shop_id, Tally.name == name, Tally.part == part)
    return select(rows).where(*of_it).scalar_subquery()


def by_part(session: Session, shop_id: int, *names: str) -> Mapping[str, dict[str, int]]:
    """By name, of models.tally.PARTS, and part, the commonest first; parts without rows are left out."""
    rows = cast(func.sum(Tally.rows), BigInteger)
    found = session.execute(
        select(Tally.name, Tally.part, rows)
        .where(Tally.shop_id == shop_id, Tally.name.in_(names))
        .group_by(Tally.name, Tally.part)
        .having(rows > 0)
        .order_by(rows.desc(), Tally.part)
    )
    parts: dict[str, dict[str, int]] = {name: {} for name in names}
    for name, part, count in found:
        parts[name][part] = count
    return parts


def fold(engine: Engine) -> None:
    """Leave one row where many say the same."""
    with engine.begin() as connection:
        connection.execute(FOLD)
