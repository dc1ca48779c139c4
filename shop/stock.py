"""Stock follows an order's position: held, consumed, released. An order of the site's never touches it.

Each change books the difference against the order's own ledger. A person is refused where goods are missing;
the site is not (the florist holds the bouquet in hand): it takes what is there and the order is flagged.
Callers hold the lock of the order's row; warehouse rows are locked here. Who catches Shortage rolls back: by then
what was reserved is taken back.
"""

from collections import Counter

from sqlalchemy.orm import Session

from models import Order, OrderReservation
from shop import ledger, shelf
from shop.actor import Actor
from shop.errors import Lack, Shortage
from shop.ledger import Ledger
from shop.operations import book
from shop.positions import CONSUMED, HELD, RELEASED, position


def move(session: Session, order: Order, old: str, new: str, *, actor: Actor) -> None:
    """Books what going from status `old` to `new` means for the stock. Raises Shortage, but never to the site."""
    step = (position(old), position(new))
    if order.origin == "site" or old == "delivered" or step[0] == step[1]:
        return  # what was delivered never comes back, whatever the site says afterwards
    if step[1] == RELEASED:
        release(session, order, actor=actor)
    elif step[1] == CONSUMED:
        _consume(session, order, actor)
    elif step[0] == RELEASED:
        reserve(session, order, actor=actor)
    # else consumed → held: the flowers are cut, and stay sold


def reserve(session: Session, order: Order, *, actor: Actor) -> None:
    """Promises the order what it needs and has not got."""
    own = ledger.take_back(session, order.id)
    _hold(session, order, own, _claim(order, own) - own.sold, actor)


def rebook(session: Session, order: Order, *, actor: Actor) -> None:
    """After a change of the lines: an order whose goods are held is promised what it needs now."""
    if order.origin == "site" or position(order.status) != HELD:
        return
    own = ledger.take_back(session, order.id)
    _hold(session, order, own, own.needed - own.sold, actor)


def release(session: Session, order: Order, *, actor: Actor) -> None:
    """Frees what is promised to the order and puts back what it has sold."""
    if order.origin == "site":
        return
    own = ledger.take_back(session, order.id)
    for item_id, pieces in own.sold.items():
        book(session, own.items[item_id], "return", pieces, actor=actor, order=order)
    order.stock_shortage = False


def _consume(session: Session, order: Order, actor: Actor) -> None:
    own = ledger.take_back(session, order.id)
    for item_id, pieces in _obtain(session, order, own, _claim(order, own) - own.sold, actor).items():
        book(session, own.items[item_id], "sale", -pieces, actor=actor, order=order)


def _hold(session: Session, order: Order, own: Ledger, wanted: Counter[int], actor: Actor) -> None:
    for item_id, pieces in _obtain(session, order, own, wanted, actor).items():
        session.add(OrderReservation(order_id=order.id, warehouse_item_id=item_id, quantity=pieces))


def _claim(order: Order, own: Ledger) -> Counter[int]:
    """All the order should have of each item.

    That is what it was promised when it was placed, though the recipe was edited since. The recipe speaks where
    nothing is booked (released as stale, cancelled), or too little.
    """
    booked = own.booked
    return booked if booked and not order.stock_shortage else booked | own.needed


def _obtain(session: Session, order: Order, own: Ledger, wanted: Counter[int], actor: Actor) -> Counter[int]:
    """As much of what is wanted as the order may have; flags the order, or raises Shortage, if it is not all."""
    place = shelf.offer(session, own, wanted, order.id)
    free = Counter({item_id: place.free(item_id, own.reserved[item_id]) for item_id in wanted})
    lacking = wanted - free
    if lacking and not actor.is_site:
        raise Shortage(
            [Lack("items", place.items[i].name, wanted[i], free[i]) for i in sorted(lacking)],
        )
    order.stock_shortage = bool(lacking)
    return wanted & free
