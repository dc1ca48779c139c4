"""A small town's worth of demo data: two shops, one person of each role, and the simulated site's goods and orders.

`python -m dev.demo_data [--catalogue] [LOGINS]`: writes who may sign in to LOGINS (.dev/logins.json). Running it
again only adds what is missing. With --catalogue products and orders are read from BITRIX_BASE_URL.
"""

import argparse
import json
import secrets
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from sqlalchemy import select
from sqlalchemy.orm import Session

from bitrix.client import Bitrix
from models import Product, ProductRecipe, Shop, User, WarehouseItem, WarehouseOperation, begin
from shop.passwords import hash_password
from sync.links import find_link
from sync.orders.imports import CannotImport as CannotImportOrder
from sync.orders.imports import import_order
from sync.products.apply import CannotImport, import_product
from tasks.wiring import rules, site

MIRRORED, DEVELOPMENT = 17008, 8
PHONES = {
    "director": "+77000000001",
    "manager": "+77000000002",
    "florist": "+77000000003",
    "courier": "+77000000004",
    "superadmin": "+77000000005",
}
NAMES = {
    "director": "Дана Образцова",
    "manager": "Мирас Образцов",
    "florist": "Фатима Цветкова",
    "courier": "Кайрат Быстров",
    "superadmin": "Сауле Главная",
}
STOCK = {"Роза красная": 400, "Эустома белая": 250, "Хризантема": 300, "Лента": 120}
STATUSES = ("new", "paid", "accepted", "assembled", "in_delivery")
PAGE = 100


def main() -> None:
    options = _options()
    logins = _logins(options.logins)
    with begin() as session:
        _shops(session)
        _people(session, logins)
        _stock(session)
    if options.catalogue and (there := site()) is not None:
        _products(there)
        _recipes()
        _orders(there)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--catalogue", action="store_true")
    parser.add_argument("logins", type=Path, nargs="?", default=Path(".dev/logins.json"))
    return parser.parse_args()


def _logins(path: Path) -> dict[str, dict[str, str]]:
    """Passwords are made once, at random, and kept beside the data."""
    if path.exists():
        known: dict[str, dict[str, str]] = json.loads(path.read_text())["logins"]
        return known
    made = {role: {"phone": phone, "password": secrets.token_urlsafe(9)} for role, phone in PHONES.items()}
    unfinished = path.with_suffix(".new")
    unfinished.touch(mode=0o600)
    unfinished.write_text(json.dumps({"admin": made["director"], "logins": made}, indent=2))
    unfinished.replace(path)  # whole or not at all: half of it would break every later start
    return made


def _shops(session: Session) -> None:
    since = datetime.now(UTC) - timedelta(minutes=1)
    if session.get(Shop, MIRRORED) is None:
        mirror = session.scalar(select(Shop.id).where(Shop.mirrors_bitrix))
        session.add(
            Shop(
                id=MIRRORED,
                name="Цветы на Абая",
                city="Алматы",
                mirrors_bitrix=mirror is None,
                mirrored_since=since,
            )
        )
    if session.get(Shop, DEVELOPMENT) is None:
        session.add(Shop(id=DEVELOPMENT, name="Учебный магазин", city="Алматы"))
    session.flush()


def _people(session: Session, logins: dict[str, dict[str, str]]) -> None:
    known = set(session.scalars(select(User.phone)))
    for role, login in logins.items():
        if login["phone"] in known:
            continue
        session.add(
            User(
                shop_id=MIRRORED,
                name=NAMES[role],
                phone=login["phone"],
                role="director" if role == "superadmin" else role,
                is_superadmin=role == "superadmin",
                password_hash=hash_password(login["password"]),
            )
        )


def _stock(session: Session) -> None:
    if session.scalar(select(WarehouseItem.id).where(WarehouseItem.shop_id == MIRRORED).limit(1)):
        return
    items = [WarehouseItem(shop_id=MIRRORED, name=name, quantity=amount) for name, amount in STOCK.items()]
    session.add_all(items)
    session.flush()
    session.add_all(
        WarehouseOperation(item_id=item.id, kind="delivery", change=item.quantity, balance_after=item.quantity)
        for item in items
    )


def _products(there: Bitrix) -> None:
    for kind in ("vitrina", "catalog"):
        for available in (True, False):
            for page in _pages(lambda offset, k=kind, a=available: there.products(k, a, PAGE, offset)):
                with begin() as session:
                    for row in page.rows:
                        if find_link(session, MIRRORED, "product", row.id) is None:
                            _quietly(import_product, CannotImport, session, MIRRORED, row)


def _orders(there: Bitrix) -> None:
    for status in STATUSES:
        for page in _pages(lambda offset, s=status: there.orders(s, PAGE, offset)):
            with begin() as session:
                for row in page.rows:
                    if find_link(session, MIRRORED, "order", row.id) is None:
                        _quietly(import_order, CannotImportOrder, session, rules(), MIRRORED, row)


def _recipes() -> None:
    """The first products are made of roses, so that stock has something to show."""
    with begin() as session:
        if session.scalar(select(ProductRecipe.id).limit(1)):
            return
        rose = session.scalars(select(WarehouseItem).where(WarehouseItem.shop_id == MIRRORED)).first()
        products = session.scalars(
            select(Product.id).where(Product.shop_id == MIRRORED).order_by(Product.id).limit(5)
        )
        if rose is not None:
            session.add_all(
                ProductRecipe(product_id=product, warehouse_item_id=rose.id, quantity=3)
                for product in products.all()
            )


def _pages(read: Any) -> Any:
    offset = 0
    while True:
        page = read(offset)
        yield page
        offset += PAGE
        if offset >= page.total:
            return


def _quietly(work: Any, error: type[Exception], *args: Any) -> None:
    """What the site cannot tell in full stays there: the sync lists it, demo data goes without."""
    try:
        work(*args)
    except error as said:
        print(f"left out: {said}")


if __name__ == "__main__":
    main()
