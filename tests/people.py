"""Shops and people for tests. Plain builders: each takes an open session, adds the row and flushes it."""

from datetime import UTC, datetime
from functools import lru_cache
from itertools import count
from typing import Any

from sqlalchemy.orm import Session

from models import Shop, User
from shop.passwords import hash_password

MIRRORED, DEVELOPMENT, STRANGERS = 17008, 8, 99
PASSWORD = "only-for-tests"
MIRRORED_SINCE = datetime(2025, 1, 1, tzinfo=UTC)
NAMES = {"director": "Айгуль", "manager": "Марат", "florist": "Дана", "courier": "Ержан"}

_phones = count(1)


def make_shop(session: Session, id: int = MIRRORED, **columns: Any) -> Shop:
    """17008 is mirrored with the site, any other number is not: 8 is development, 99 a stranger's."""
    mirrored = {"mirrors_bitrix": True, "mirrored_since": MIRRORED_SINCE} if id == MIRRORED else {}
    shop = Shop(**{"id": id, "name": f"Цветы {id}", "city": "Алматы", **mirrored, **columns})
    session.add(shop)
    session.flush()
    return shop


def make_user(session: Session, shop: Shop | None, role: str = "director", **columns: Any) -> User:
    """Somebody of that shop who signs in with PASSWORD; without a shop, a superadmin."""
    user = User(
        **{
            "shop_id": shop.id if shop else None,
            "name": NAMES[role],
            "phone": new_phone(),
            "role": role,
            "is_superadmin": shop is None,
            "password_hash": password_hash(),
            **columns,
        }
    )
    session.add(user)
    session.flush()
    return user


def new_phone() -> str:
    """Made up, and another one each time."""
    return f"+7700000{next(_phones):04d}"


@lru_cache(maxsize=1)
def password_hash() -> str:
    """Of PASSWORD, hashed once: hashing is slow on purpose."""
    return hash_password(PASSWORD)
