"""Two shops with a row in every table, and who comes to the first of them."""

from sqlalchemy import text

from dev.neighbours import furnish
from models import Base, User, begin, user
from settings import Settings
from web import tokens

OURS, THEIRS = 17008, 770_077  # each is also the id of every row of its shop
NOBODY, SUPERADMIN = "nobody", "superadmin"
ROLES = (NOBODY, *user.ROLES, SUPERADMIN)


def let_in(who: str) -> int | None:
    """Everything as on the first day, whatever others did to it; the id of the visitor, None for nobody."""
    with begin() as session:
        tables = ", ".join(f'"{table.name}"' for table in Base.metadata.sorted_tables)
        session.execute(text(f"TRUNCATE {tables} CASCADE"))
        furnish(session, OURS, "Ромашка", mirrored=True)
        furnish(session, THEIRS, "Василёк")
        if who == NOBODY:
            return None
        role = {"role": "director", "is_superadmin": True} if who == SUPERADMIN else {"role": who, "shop_id": OURS}
        visitor = User(name="Гость", phone="+77000000900", password_hash="", **role)
        session.add(visitor)
        session.flush()
        return visitor.id


def token_of(user_id: int | None, settings: Settings) -> str | None:
    """Good for fifteen minutes, as any."""
    return None if user_id is None else tokens.issue(user_id, settings)
