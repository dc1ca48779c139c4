"""What the books hold for one order: reservations, and sales less returns. Nothing else says what it has taken."""

from collections import Counter
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session, aliased

from models import OrderReservation, WarehouseOperation


@dataclass(frozen=True)
class Ledger:
    """Pieces by warehouse item, positive ones only."""

    reservations: dict[int, OrderReservation]
    sold: Counter[int]

    @property
    def reserved(self) -> Counter[int]:
        return Counter({item_id: row.quantity for item_id, row in self.reservations.items()})

    @property
    def booked(self) -> Counter[int]:
        return self.reserved + self.sold


def read(session: Session, order_id: int) -> Ledger:
    session.flush()  # what this transaction booked before counts, also in a session without autoflush
    promised = select(OrderReservation).where(OrderReservation.order_id == order_id).subquery()
    reservation = aliased(OrderReservation, promised)
    taken = (
        select(WarehouseOperation.item_id, (-func.sum(WarehouseOperation.change)).label("pieces"))
        .where(WarehouseOperation.order_id == order_id, WarehouseOperation.kind.in_(("sale", "return")))
        .group_by(WarehouseOperation.item_id)
        .subquery()
    )
    same = reservation.warehouse_item_id == taken.c.item_id
    rows = session.execute(select(reservation, taken).join_from(reservation, taken, same, full=True)).all()
    return Ledger(
        {row.warehouse_item_id: row for row, _, _ in rows if row is not None},
        +Counter({item_id: int(pieces) for _, item_id, pieces in rows if item_id is not None}),
    )
