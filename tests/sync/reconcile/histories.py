"""What people do on both sides, as hypothesis draws it, and whether the two sides agree in the end."""

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st
from sqlalchemy import and_, select
from sqlalchemy.orm import Session

from bitrix.wire.order import parse_order
from bitrix.wire.product import parse_product
from dev.simulator.control import Florist
from models import Order, Product, ReconcileDrift, Shop, SyncConflict, SyncLink, begin
from shop.actor import Actor
from sync import edits
from sync.orders.values import ours as our_order
from sync.orders.values import theirs as their_order
from sync.products.values import ours as our_product
from sync.products.values import theirs as their_product
from sync.rules import Rules
from tests.people import MIRRORED
from tests.shopfloor import make_order

LINES = [{"productName": "Розы", "amount": 1, "price": "5 000 ₸"}]
CODES = ("N", "PD", "AP", "CO", "DE", "F", "RF", "UN", "ZZ")
STATUSES = ("paid", "accepted", "assembled", "in_delivery", "delivered", "cancelled")

Step = Callable[["Sides"], object]


class Sides:
    """The two sides of one history; entities are picked by number, whichever are there."""

    def __init__(self, florist: Florist) -> None:
        self.florist = florist

    def product_there(self, n: int, **fields: Any) -> None:
        if there := [row["id"] for row in self.florist.rows("products")]:
            self.florist.change_product(there[n % len(there)], **fields)

    def order_there(self, n: int, **fields: Any) -> None:
        if there := [row["id"] for row in self.florist.rows("orders")]:
            self.florist.change_order(there[n % len(there)], **fields)

    def both_moved(self, n: int, price: int) -> None:
        """The same product on both sides."""
        self.product_there(n, price=f"{price + 1} ₸")
        self.product_here(n, price=price * 100)

    def product_here(self, n: int, **fields: Any) -> None:
        with begin() as session:
            known = session.scalars(
                select(Product.id).where(Product.bitrix_id.is_not(None)).order_by(Product.id)
            ).all()
            if known:
                product = edits.lock_product(session, MIRRORED, known[n % len(known)])
                assert product
                edits.edit_product(session, session.get_one(Shop, MIRRORED), product, fields)

    def order_here(self, n: int, status: str) -> None:
        with begin() as session:
            known = session.scalars(select(Order.id).order_by(Order.id)).all()
            order = edits.lock_order(session, MIRRORED, known[n % len(known)]) if known else None
            if order:
                edits.change_order_status(session, order, status, actor=Actor.system())

    def placed_here(self) -> None:
        """An order whose debt was lost."""
        with begin() as session:
            newest = select(Product).where(Product.bitrix_id.is_not(None)).order_by(Product.id.desc())
            product = session.scalar(newest.limit(1))  # never one that goes there meanwhile
            if product:
                make_order(session, session.get_one(Shop, MIRRORED), [(product, 1)], delivery_type="pickup")


def _forgiving(step: Step) -> Step:
    """People try what the shop does not allow, and nothing comes of it."""

    def done(sides: Sides) -> None:
        try:
            step(sides)
        except edits.Conflict:
            return

    return done


numbers, prices = st.integers(0, 9), st.sampled_from((4_950, 7_000, 12_000))
steps: st.SearchStrategy[Step] = st.one_of(
    st.builds(lambda n, price: lambda s: s.product_there(n, price=f"{price} ₸"), numbers, prices),
    st.builds(lambda n: lambda s: s.product_there(n, price="договорная"), numbers),
    st.builds(
        lambda n, title: lambda s: s.product_there(n, title=title), numbers, st.sampled_from(("Лилии", "Мак"))
    ),
    st.builds(lambda n, on: lambda s: s.product_there(n, isAvailable=on), numbers, st.booleans()),
    st.builds(lambda n, price: lambda s: s.product_here(n, price=price * 100), numbers, prices),
    st.builds(lambda n, name: lambda s: s.product_here(n, name=name), numbers, st.sampled_from(("Ирисы", "Мак"))),
    st.builds(lambda n, price: lambda s: s.both_moved(n, price), numbers, prices),
    st.builds(lambda price: lambda s: s.florist.create_product(title="Пионы", price=f"{price} ₸"), prices),
    st.builds(lambda n, code: lambda s: s.order_there(n, status=code), numbers, st.sampled_from(CODES)),
    st.builds(lambda n, code: lambda s: s.order_there(n, status=code), numbers, st.sampled_from(CODES)),
    st.builds(lambda n, street: lambda s: s.order_there(n, deliveryAddress=f"Абая {street}"), numbers, numbers),
    st.builds(lambda n, status: lambda s: s.order_here(n, status), numbers, st.sampled_from(STATUSES)),
    st.builds(lambda code: lambda s: s.florist.create_order(items=LINES, status=code), st.sampled_from(CODES[:8])),
    st.just(lambda s: s.placed_here()),
).map(_forgiving)


def delete_first_order(sides: Sides) -> None:
    sides.florist.delete_order(next(sides.florist.rows("orders"))["id"])


def _delete_first_product(sides: Sides) -> None:
    sides.florist.delete_product(next(sides.florist.rows("products"))["id"])


# Few go for good: more than three at once would be a matter for the brake.
endings: st.SearchStrategy[Step] = st.sampled_from((delete_first_order, _delete_first_product))


def disagreements(florist: Florist, rules: Rules, run_ids: list[int]) -> list[str]:
    """Where the two sides differ and nothing speaks of it: no conflict, no rejection, no listed row."""
    found = []
    with begin() as session:
        spoken = _spoken_of(run_ids)
        for kind, rows, parse in (("product", "products", parse_product), ("order", "orders", parse_order)):
            there = {int(row["id"]): row for row in florist.rows(rows, full=True)}
            links = session.query(SyncLink).filter_by(kind=kind).all()
            unknown = there.keys() - {link.bitrix_id for link in links}
            found += [
                f"{kind} {one}: unknown here"
                for one in unknown
                if (kind, one, None) not in spoken and _in_a_list(there[one])
            ]
            for link in links:
                if link.bitrix_id not in there:
                    found += _gone(session, kind, link)
                    continue
                data = there[link.bitrix_id].get("data", there[link.bitrix_id])
                ours, theirs = _both(session, kind, link, parse(data), rules)
                found += [
                    f"{kind} {link.bitrix_id}: {name} {ours[name]!r} here, {theirs[name]!r} there"
                    for name in theirs.keys() & ours.keys()
                    if theirs[name] != ours[name] and (kind, link.bitrix_id, name) not in spoken
                ]
    return found


def _in_a_list(row: dict[str, Any]) -> bool:
    """The lists are by status: an order that never had one we know is in none."""
    return bool(row.get("status") != "ZZ")


def _both(
    session: Any, kind: str, link: SyncLink, there: Any, rules: Rules
) -> tuple[dict[str, Any], dict[str, Any]]:
    if kind == "product":
        values, _ = their_product(there)
        return our_product(session.get(Product, link.local_id)), values
    order = session.get(Order, link.local_id)
    values, _ = their_order(there, order, rules.statuses)
    here, meaning = order.bitrix_status, rules.statuses.from_bitrix
    if "status" in values and here and meaning(values["status"]) == meaning(here):
        values["status"] = here  # refused or returned: the lists call both cancelled
    return our_order(order, values, rules.statuses), values


def _gone(session: Any, kind: str, link: SyncLink) -> list[str]:
    """A product gone there is disabled here; an order is only listed."""
    if link.state != "gone_there":
        return [f"{kind} {link.bitrix_id} is gone there, and nobody noticed"]
    still_on = kind == "product" and session.get(Product, link.local_id).enabled
    return [f"product {link.bitrix_id} is gone there and sold here"] if still_on else []


def _created_by(session: Session, run_ids: list[int]) -> list[int | None]:
    """Orders of ours that a run made there: new to the site, whatever they have become here meanwhile."""
    made = (
        ReconcileDrift.local_id == Order.id,
        ReconcileDrift.kind == "not_created",
        ReconcileDrift.state == "repaired",
    )
    return session.scalars(
        select(Order.bitrix_order_id).join(ReconcileDrift, and_(*made, ReconcileDrift.run_id.in_(run_ids)))
    ).all()


def _spoken_of(run_ids: list[int]) -> set[tuple[str, int | None, str | None]]:
    with begin() as session:
        listed = session.query(ReconcileDrift).filter(
            ReconcileDrift.run_id.in_(run_ids), ReconcileDrift.state == "listed"
        )
        spoken = {(row.entity, row.bitrix_id, row.field) for row in listed}
        spoken |= {(row.entity, row.bitrix_id, None) for row in listed}
        spoken |= {("order", created, "status") for created in _created_by(session, run_ids)}
        conflicts = session.query(SyncConflict, SyncLink).filter(SyncConflict.link_id == SyncLink.id)
        spoken |= {(link.kind, link.bitrix_id, conflict.field) for conflict, link in conflicts}
        for link in session.query(SyncLink):
            spoken |= {(link.kind, link.bitrix_id, name) for name in link.rejected}
    return spoken
