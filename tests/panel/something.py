"""Rows of every kind that the panel has a page for."""

from dev.simulator.control import Florist
from models import Shop, begin
from tests.promises import comparing, mirror
from tests.shopfloor import make_order, make_warehouse_item


def worth_seeing(shop: Shop, florist: Florist) -> None:
    mirror.known_products(florist, 2)
    mirror.known_orders(florist, 1)
    with begin() as session:
        make_order(session, shop)
        make_warehouse_item(session, shop)
    comparing.wait(comparing.ask("products"))
