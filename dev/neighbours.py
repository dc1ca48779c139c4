"""Whole shops, to try who sees what: one row in every table, each with the shop's own id as its id.

So one number, put anywhere into a path or a body, is the id of something of that shop; and what is told of it is
known by its mark.
"""

from datetime import UTC, datetime
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.orm import Session

from models import (
    AuditEntry,
    AuthSession,
    Base,
    Client,
    Faq,
    IdempotencyKey,
    InventoryCheck,
    InventoryCheckItem,
    Order,
    OrderHistory,
    OrderItem,
    OrderNote,
    OrderPhoto,
    OrderReservation,
    Outbox,
    Product,
    ProductImage,
    ProductRecipe,
    ReconcileDrift,
    ReconcileRun,
    ReconcileSeen,
    Review,
    Shop,
    StaticPage,
    SyncConflict,
    SyncLink,
    SyncSample,
    TeamInvitation,
    User,
    WarehouseItem,
    WarehouseOperation,
    WebhookEvent,
)

SINCE, LATER = datetime(2025, 1, 1, tzinfo=UTC), datetime(2099, 1, 1, tzinfo=UTC)
NOT_READ = ("alert", "heartbeat", "schedule_override", "auth_session")  # of no shop, or not to be read whole


def furnish(session: Session, id: int, mark: str, *, mirrored: bool = False) -> Shop:
    """A shop in full working order, with a director of its own, who does not sign in."""
    since = SINCE if mirrored else None
    shop = Shop(id=id, name=mark, address=mark, phone=phone_of(id), mirrors_bitrix=mirrored, mirrored_since=since)
    session.add(shop)
    session.flush()
    session.add(User(id=id, shop_id=id, name=mark, phone=phone_of(id), role="director", password_hash=""))
    session.flush()
    for row in (*_goods(id, mark), *_sales(id, mark), *_people(id, mark), *_agreement(id, mark)):
        session.add(row)
        session.flush()
    return shop


def phone_of(id: int) -> str:
    return f"+7{7_000_000_000 + id}"


def tracking_of(id: int) -> str:
    return f"{100_000_000 + id}"


def everything_of(session: Session) -> dict[str, list[str]]:
    """The rows that this session sees, by table, as text: of a shop's session, the whole shop."""
    tables = [table for table in Base.metadata.sorted_tables if table.name not in NOT_READ]
    parts = [f"SELECT '{t.name}' AS name, r::text AS row FROM \"{t.name}\" r" for t in tables]
    found: dict[str, list[str]] = {table.name: [] for table in tables}
    for name, row in session.execute(text(" UNION ALL ".join(parts))):
        found[name].append(row)
    return {name: sorted(rows) for name, rows in found.items()}


def _goods(id: int, mark: str) -> list[Base]:
    of_shop = {"id": id, "shop_id": id}
    return [
        Product(**of_shop, name=mark, price=100, bitrix_id=id, description=mark, image=f"/{mark}.jpg"),
        WarehouseItem(**of_shop, name=mark, quantity=5),
        Faq(**of_shop, question=mark, answer=mark),
        StaticPage(**of_shop, slug=f"page-{id}", title=mark, body=mark),
        ProductImage(id=id, product_id=id, url=f"/{mark}.jpg"),
        ProductRecipe(id=id, product_id=id, warehouse_item_id=id, quantity=1),
        WarehouseOperation(id=id, item_id=id, kind="delivery", change=5, balance_after=5, reason=mark),
        InventoryCheck(**of_shop, user_id=id, comment=mark),
        InventoryCheckItem(id=id, check_id=id, warehouse_item_id=id, snapshot=5, counted=4),
    ]


def _sales(id: int, mark: str) -> list[Base]:
    order = Order(
        id=id,
        shop_id=id,
        uuid=UUID(int=id),
        number=f"#{id}",
        tracking_id=tracking_of(id),
        bitrix_order_id=id,
        customer_name=mark,
        customer_phone=phone_of(id),
        recipient_name=mark,
        delivery_address=mark,
        comment=mark,
        responsible_id=id,
        total=100,
    )
    return [
        order,
        OrderItem(id=id, order_id=id, product_id=id, name=mark, price=100, quantity=1, total=100),
        OrderHistory(id=id, order_id=id, actor_kind="user", actor_id=id, field="comment", new_value=mark),
        OrderNote(id=id, order_id=id, user_id=id, text=mark),
        OrderPhoto(id=id, order_id=id, key=f"{mark}.jpg", label=mark),
        OrderReservation(id=id, order_id=id, warehouse_item_id=id, quantity=1),
        Client(id=id, shop_id=id, phone=phone_of(id), name=mark, notes=mark),
        Review(id=id, shop_id=id, product_id=id, author_name=mark, rating=5, text=mark, status="published"),
    ]


def _people(id: int, mark: str) -> list[Base]:
    return [
        TeamInvitation(
            id=id,
            shop_id=id,
            phone=phone_of(id + 1),
            name=mark,
            role="florist",
            code_hash=mark.encode(),
            invited_by_id=id,
            expires_at=LATER,
        ),
        AuthSession(id=UUID(int=id), user_id=id, token_hash=mark.encode(), expires_at=LATER),
        AuditEntry(
            id=id, shop_id=id, user_id=id, action="changed", entity="product", entity_id=id, changes={"name": mark}
        ),
        IdempotencyKey(id=id, shop_id=id, user_id=id, key=f"key-{id}", fingerprint=b"", status=200, answer=b"{}"),
    ]


def _agreement(id: int, mark: str) -> list[Base]:
    entity = {"shop_id": id, "bitrix_id": id}
    return [
        SyncLink(id=id, kind="product", local_id=id, **entity),
        SyncLink(id=id + 1, kind="order", local_id=id, **entity),
        SyncConflict(
            id=id, shop_id=id, link_id=id, field="name", why="both_moved", ours=mark, theirs=mark, winner="site"
        ),
        ReconcileSeen(link_id=id, print=id, hash=id),
        ReconcileRun(id=id, shop_id=id, kind="orders", phase="halted", finished_at=SINCE, reason=mark),
        ReconcileDrift(id=id, run_id=id, entity="order", kind="theirs_moved", ours=mark, theirs=mark),
        Outbox(id=id, shop_id=id, kind="product", key=str(id), reason="edit", state="dead", error=mark),
        SyncSample(id=id, shop_id=id, at=SINCE, outbox_pending=1, outbox_oldest_s=1, inbox_oldest_s=1, dead=1),
        WebhookEvent(id=id, kind="order.status", entity="order", payload={"x": mark}, state="dead", **entity),
    ]


def every_table_of_a_shop() -> set[str]:
    """Those that have a `shop_id`, the shops themselves, and all that hang on one of them and on nothing else."""
    found = {"shop"}
    while True:
        more = {
            table.name
            for table in Base.metadata.sorted_tables
            if any(key.column.table.name in found and not key.parent.nullable for key in table.foreign_keys)
            or "shop_id" in table.c
        } - found
        if not more:
            return found
        found |= more
