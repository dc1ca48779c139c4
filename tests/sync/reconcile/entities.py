"""Entities in any state that both sides can get into, as hypothesis draws them, and as rows."""

from dataclasses import dataclass, field
from datetime import date
from typing import Any

from hypothesis import strategies as st
from sqlalchemy import func, text
from sqlalchemy.orm import Session

from models import Order, OrderItem, Product, ProductImage, SyncLink
from sync.reconcile import staging
from sync.reconcile.seen import Prints
from sync.reconcile.staging import StagedRow
from sync.rules import Rules
from tests.people import MIRRORED

CODES = ("N", "PD", "AP", "CO", "DE", "F", "RF", "UN")
STATUSES = ("new", "paid", "accepted", "assembled", "in_delivery", "delivered", "cancelled")
STATUS_OF = dict(zip(CODES, (*STATUSES, "cancelled"), strict=True))
LINES = ([["Розы", 1, 500_000]], [["Розы", 1, 500_000], ["Тюльпаны", 3, 90_000]])
PRODUCT = {
    "name": ("Розы", "Розы & ирисы", "Пионы"),
    "price": (0, 100, 495_050),
    "image": (None, "https://shop.example/a.jpg", "https://shop.example/b.jpg"),
    "enabled": (True, False),
    "description": (None, "Свежие", "С утра"),
}
ORDER = {
    "sender_name": (None, "Алия", "Алия | Ко"),
    "sender_phone": (None, "+77000000001", "+77000000002"),
    "recipient_name": (None, "Алия", "Дана"),
    "recipient_phone": (None, "+77000000001", "+77000000003"),
    "address": (None, "Абая 1", "Абая 11"),
    "slot": (None, "10:00-12:00", "12:00-14:00"),
    "date": (None, "2026-11-23", "2027-01-05"),
}
# What we never change on our side alone: the API refuses it, or there is no call for it.
THEIRS_ALONE = {
    "product": {
        "type": ("catalog", "vitrina"),
        "width": (None, 30),
        "images": ([], ["https://shop.example/a.jpg"]),
    },
    "order": {"items": LINES},
}
COLUMNS = {
    "sender_name": "customer_name",
    "sender_phone": "customer_phone",
    "address": "delivery_address",
    "slot": "delivery_time",
    "date": "delivery_date",
}


@dataclass(frozen=True)
class Entity:
    """`here`: our row's values, None where there is none; `base`: a link's memory, None without a link;
    `read` and `rejected`: what the site's list says, None where it does not list it; `known`: it is the row whose
    print is remembered; `refused`: what the link says of a status that nobody knows."""

    state: str
    here: dict[str, Any] | None
    base: dict[str, Any] | None
    read: dict[str, Any] | None
    rejected: dict[str, str]
    known: bool = False
    refused: dict[str, str] = field(default_factory=dict)
    deleted: bool = False


@st.composite
def entities(draw: st.DrawFn, kind: str) -> Entity:
    """Few fields of one entity differ: where many do, any of them would make it a candidate."""
    moving, still = (PRODUCT if kind == "product" else ORDER), THEIRS_ALONE[kind]
    names = st.sampled_from(sorted(moving | still))
    forgotten, here_moved, there_moved, unsaid = (draw(st.sets(names, max_size=1)) for _ in range(4))
    base = {name: draw(_memory(values)) for name, values in moving.items() if name not in forgotten}
    base |= {name: _same(draw(st.sampled_from(values))) for name, values in still.items()}

    def side(which: str, moved: set[str]) -> dict[str, Any]:
        return {
            name: draw(st.sampled_from(values)) if name in moved or name not in base else base[name][which]
            for name, values in (moving | still).items()
        }

    here = side("ours", here_moved - set(still))
    read = side("theirs", there_moved)
    if kind == "order":
        code = draw(st.sampled_from(CODES))
        other = draw(st.sampled_from((code, code, code, *CODES)))
        base["status"] = _same(code)
        ours = draw(st.sampled_from((STATUS_OF[code], STATUS_OF[code], *STATUSES)))
        here |= {"code": draw(st.sampled_from((code, code, code, *CODES))), "status": ours}
        read["status"] = other.replace("UN", "RF")
    rejected = dict.fromkeys(draw(st.sets(names, max_size=1)) if draw(st.integers(0, 3)) == 0 else (), "why")
    state = draw(st.sampled_from(["linked"] * 6 + ["gone_there", "gone_here", "unknown"]))
    known = state != "unknown" and draw(_seldom())
    if known:
        read, rejected, unsaid = {name: one["theirs"] for name, one in base.items()}, {}, set()
    listed = known or state == "unknown" or draw(st.integers(0, 5)) > 0
    return Entity(
        state=state,
        here=here if state in ("linked", "gone_there") else None,
        base=None if state == "unknown" else base,
        read={name: value for name, value in read.items() if name not in unsaid | set(rejected)}
        if listed
        else None,
        rejected=rejected if listed else {},
        known=known,
        refused={"status": "why"} if kind == "order" and state != "unknown" and draw(_seldom()) else {},
        deleted=draw(_seldom()),
    )


def _seldom() -> st.SearchStrategy[bool]:
    return st.integers(0, 5).map(lambda drawn: drawn == 5)


def _memory(values: tuple[Any, ...]) -> st.SearchStrategy[dict[str, Any]]:
    """The same on both sides; each its own; or a write of ours on its way."""
    value = st.sampled_from(values)
    others = st.lists(value, min_size=2, max_size=2, unique=True)  # what is sent is not what stood there before
    return st.one_of(
        value.map(_same),
        value.map(_same),
        st.builds(lambda ours, theirs: {"ours": ours, "theirs": theirs}, value, value),
        st.builds(
            lambda ours, pair: {"ours": ours, "theirs": pair[0], "sent": pair[1], "before": pair[0]}, value, others
        ),
    )


def _same(value: Any) -> dict[str, Any]:
    return {"ours": value, "theirs": value}


def write(session: Session, kind: str, run_id: int, given: list[Entity]) -> int:
    """Rows, links and the staging of a run, how many are staged; the Bitrix ids count from 1."""
    connection = session.connection()
    for table in ("sync_link", "order_item", "product_image", '"order"', "product", "reconcile_drift"):
        connection.execute(text(f"DELETE FROM {table}"))
    staging.create(connection, run_id)
    staged = []
    for bitrix_id, entity in enumerate(given, start=1):
        row = None
        if entity.here is not None:
            row = _product(entity, bitrix_id) if kind == "product" else _order(entity, bitrix_id)
            session.add(row)
            session.flush()
        link = None if entity.base is None else _link(kind, entity, bitrix_id, row.id if row else None)
        if link is not None:
            session.add(link)
            session.flush()
        if link is not None and entity.known:
            staged.append(StagedRow(bitrix_id, None, {}, None, None))
        elif entity.read is not None:
            staged.append(StagedRow(bitrix_id, entity.read, entity.rejected, {}, None))
    session.flush()
    linked = Prints(Rules()).linked(connection, run_id, [row.bitrix_id for row in staged])
    rows = [row._replace(link=linked.get(row.bitrix_id)) for row in staged]
    staging.copy(connection, run_id, "list", rows)
    return len(rows)


def _link(kind: str, entity: Entity, bitrix_id: int, local_id: int | None) -> SyncLink:
    return SyncLink(
        shop_id=MIRRORED,
        kind=kind,
        bitrix_id=bitrix_id,
        local_id=local_id,
        state=entity.state,
        base=entity.base,
        rejected=entity.refused,
    )


def _product(entity: Entity, bitrix_id: int) -> Product:
    here: dict[str, Any] = entity.here or {}
    images = [ProductImage(url=url, position=place) for place, url in enumerate(here["images"])]
    deleted_at = func.now() if entity.deleted else None
    return Product(shop_id=MIRRORED, bitrix_id=bitrix_id, deleted_at=deleted_at, **here | {"images": images})


def _order(entity: Entity, bitrix_id: int) -> Order:
    here: dict[str, Any] = entity.here or {}
    values = {COLUMNS.get(name, name): value for name, value in here.items() if name not in ("items", "code")}
    if values["delivery_date"]:
        values["delivery_date"] = date.fromisoformat(values["delivery_date"])
    lines = [
        OrderItem(name=name, quantity=number, price=price, total=number * price)
        for name, number, price in here["items"]
    ]
    return Order(
        shop_id=MIRRORED,
        number=str(bitrix_id),
        tracking_id=str(bitrix_id),
        bitrix_order_id=bitrix_id,
        bitrix_status=here["code"],
        items=lines,
        deleted_at=func.now() if entity.deleted else None,
        **values,
    )
