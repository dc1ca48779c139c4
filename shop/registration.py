"""A new shop, and the director who opens it."""

from sqlalchemy.orm import Session

from models import Shop, User
from shop import taken


def register(session: Session, *, name: str, phone: str, password_hash: str, shop_name: str | None) -> User:
    """Both are usable at once, flushed. Raises Conflict for a phone that has an account."""
    shop = Shop(name=shop_name or f"Магазин {name}")
    session.add(shop)
    session.flush()
    director = User(shop_id=shop.id, name=name, phone=phone, role="director", password_hash=password_hash)
    session.add(director)
    taken.flush(session)
    shop.owner_id = director.id
    return director
