"""Warehouse rows are locked in the order of their ids."""

import time
from threading import Thread

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from models import OrderReservation, WarehouseItem, begin
from shop import ledger, recipes, shelf
from tests import people
from tests.shopfloor import make_order, make_product, make_recipe, make_warehouse_item


def locked(session: Session, item_id: int) -> bool:
    row = select(WarehouseItem.id).where(WarehouseItem.id == item_id).with_for_update(skip_locked=True)
    with session.begin_nested() as probe:
        found = session.scalar(row)
        probe.rollback()
    return found is None


@pytest.mark.parametrize("by", ["id", "recipe", "order"])
def test_who_waits_for_a_row_holds_those_with_lower_ids(clean: None, by: str) -> None:
    with begin() as session:
        shop = people.make_shop(session)
        bouquet = make_product(session, shop)
        # The higher id lies first on disk: the order of a plain scan is not that of the ids.
        items = [make_warehouse_item(session, shop, id=id) for id in (2, 1)]
        for item in items:
            make_recipe(session, bouquet, item)
        high, low = (item.id for item in items)
        order = make_order(session, shop)
        for item in items:
            session.add(OrderReservation(order_id=order.id, warehouse_item_id=item.id, quantity=1))

    def order_both() -> None:
        with begin() as session:
            if by == "recipe":
                recipes.lock_ingredients(session, {bouquet.id})
            elif by == "order":
                ledger.take_back(session, order.id)
            else:
                shelf.lock(session, [high, low])

    waiting = Thread(target=order_both)
    with begin() as session:
        session.get_one(WarehouseItem, high, with_for_update=True)
        waiting.start()
        deadline = time.monotonic() + 8
        while not locked(session, low) and time.monotonic() < deadline:
            time.sleep(0.01)
        assert locked(session, low)
    waiting.join()
