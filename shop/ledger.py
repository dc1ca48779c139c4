"""What the books hold for one order: reservations, and sales less returns. Nothing else says what it has taken."""

from collections import Counter
from dataclasses import dataclass

from sqlalchemy import func, select
from sqlalchemy.orm import Session

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
    rows = session.scalars(select(OrderReservation).where(OrderReservation.order_id == order_id))
    taken = session.execute(
        select(WarehouseOperation.item_id, -func.sum(WarehouseOperation.change))
        .where(WarehouseOperation.order_id == order_id, WarehouseOperation.kind.in_(("sale", "return")))
        .group_by(WarehouseOperation.item_id)
    )
    return Ledger({row.warehouse_item_id: row for row in rows}, +Counter({i: int(n) for i, n in taken}))
