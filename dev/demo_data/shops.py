"""The shop that is mirrored with the site, and a stranger to it."""

from datetime import UTC, datetime, timedelta

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Shop

MIRRORED, DEVELOPMENT = 17008, 8


def open_shops(session: Session) -> None:
    since = datetime.now(UTC) - timedelta(minutes=1)
    if session.get(Shop, MIRRORED) is None:
        mirror = session.scalar(select(Shop.id).where(Shop.mirrors_bitrix))
        session.add(
            Shop(
                id=MIRRORED,
                name="Цветы на Абая",
                city="Алматы",
                address="проспект Абая, 1",
                phone="+77000000000",
                mirrors_bitrix=mirror is None,
                mirrored_since=since,
            )
        )
    if session.get(Shop, DEVELOPMENT) is None:
        session.add(Shop(id=DEVELOPMENT, name="Учебный магазин", city="Алматы"))
    session.flush()
