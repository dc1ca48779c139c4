"""How many rows a shop has, exactly and without counting them: the sum of what came less what went.

Triggers write these rows (see the migration), so it holds whoever writes, by whatever statement, and in the same
transaction. They only add rows, for a row that everybody adds to would be waited for; the nightly retention folds
them together.
"""

from sqlalchemy import Identity, Index
from sqlalchemy.orm import Mapped, mapped_column

from models.base import Base, OfShop

ON_SALE = "deleted_at IS NULL AND enabled"
# What is counted: (table, which of its rows).
TALLIES = {
    "orders": ("order", "deleted_at IS NULL"),
    "products": ("product", "deleted_at IS NULL"),
    "products on sale": ("product", ON_SALE),
    "clients": ("client", "true"),
}
# What is counted by parts: (table, which of its rows, the parts that such a row has, each of them once).
PARTS = {
    "orders by status": ("order", "deleted_at IS NULL", "(VALUES (status))"),
    "products on sale by type": ("product", ON_SALE, "(VALUES (type))"),
    **{
        f"products on sale by {words}": (
            "product",
            ON_SALE,
            f"(SELECT DISTINCT jsonb_array_elements_text({words}))",
        )
        for words in ("colors", "occasions", "cities", "tags")
    },
}


class Tally(OfShop, Base):
    __tablename__ = "tally"

    id: Mapped[int] = mapped_column(Identity(), primary_key=True)
    name: Mapped[str]
    part: Mapped[str] = mapped_column(server_default="")
    rows: Mapped[int]

    __table_args__ = (Index("ix_tally_shop_id_name_part", "shop_id", "name", "part", postgresql_include=["rows"]),)
