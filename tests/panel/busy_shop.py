"""A shop with something to see on every page: the demo data, and a sync of which a month is to be told."""

import random
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta

from sqlalchemy import Select, delete, select
from sqlalchemy.dialects.postgresql import distinct_on

from dev.demo_data import catalogue, goods, people, words, work
from dev.demo_data.shops import MIRRORED, open_shops
from dev.simulator.control import Florist
from models import Order, Outbox, Product, ReconcileRun, SyncSample, User, WebhookEvent, begin, begin_for
from tasks import wiring
from tests.people import PASSWORD
from tests.poll import until
from tests.promises import comparing, mirror, rows

ORDERS, PRODUCTS = 150, 48
CHEAPER, DEARER, DEAREST = "8 900 ₸", "14 500 ₸", 1_650_000
HOURS, EVENTS_AN_HOUR = 48, 24
SILENT = 400  # minutes ago
STATES = ("applied",) * 16 + ("unchanged",) * 4 + ("skipped",) * 2 + ("superseded",)
NEXT = {"N": "PD", "PD": "AP", "AP": "CO", "CO": "DE"}
# Any four would empty a column of the board now and then.
ONE_OF_EACH_STATUS = (
    select(Order)
    .where(Order.bitrix_status.in_(NEXT))
    .ext(distinct_on(Order.bitrix_status))
    .order_by(Order.bitrix_status, Order.id)
)


def open_for_business(florist: Florist, pictures: str) -> None:
    """`pictures`: where the site shows those of its products."""
    florist.config(site_url=pictures)
    florist.seed(orders=ORDERS, products=PRODUCTS, at_work=True)
    with begin() as session:
        open_shops(session)
        people.employ(session, {role: {"password": PASSWORD} for role in people.WITH_LOGIN})
    there = wiring.site()
    assert there
    catalogue.products(there)
    catalogue.orders(there)
    with begin_for(MIRRORED) as session:
        goods.stock(session)
        goods.recipes(session)
        words.say(session)
        words.praise(session)
        work.share(session)


def manager() -> User:
    with begin() as session:
        return session.scalars(select(User).where(User.phone == people.WITH_LOGIN["manager"].phone)).one()


def lose_webhooks(florist: Florist) -> int:
    """What the site's people did meanwhile came to nobody's ears; the run that found it."""
    assert comparing.wait(comparing.ask("all"), 90).phase == "done"
    with begin_for(MIRRORED) as session:
        dear = session.scalars(_on_sale().offset(4).limit(3)).all()
        under_way = session.scalars(ONE_OF_EACH_STATUS).all()
    changes = [{"product": each.bitrix_id, "price": CHEAPER} for each in dear]
    moves = [{"order": each.bitrix_order_id, "status": NEXT[each.bitrix_status or ""]} for each in under_way]
    florist.bulk([*changes, *moves], silent=True)
    run = comparing.ask("all")
    comparing.wait(run, 90)
    return run


def fall_out(florist: Florist) -> int:
    """Both sides change the price of one product, and one webhook cannot be worked; the product's id here."""
    with begin_for(MIRRORED) as session:
        torn = session.scalars(_on_sale().limit(1)).one()
        session.add(_dead(datetime.now(UTC) - timedelta(minutes=12)))
    assert torn.bitrix_id
    florist.change_product(torn.bitrix_id, price=DEARER, silent=True)
    mirror.edit(torn.bitrix_id, price=DEAREST)
    until(lambda: rows.value("SELECT count(*) FROM sync_conflict") == 1, 30)
    return torn.id


def remember_a_month() -> None:
    """Webhooks, settled debts, how it stood, and nightly runs of the days before, for the charts."""
    draw = random.Random(1)
    now = datetime.now(UTC)
    with begin() as session:
        session.execute(delete(SyncSample))  # those of the minutes since the shop was opened
        for rows_of in (_events, _settled, _nights, _minutes):
            session.add_all(rows_of(draw, now))


def _events(draw: random.Random, now: datetime) -> Iterator[WebhookEvent]:
    for number in range(HOURS * EVENTS_AN_HOUR):
        came, state = now - timedelta(hours=draw.random() ** 1.5 * HOURS), draw.choice(STATES)
        waited_s = draw.expovariate(1 / 600) if state == "superseded" else 0.05 + draw.expovariate(6)
        yield WebhookEvent(
            shop_id=MIRRORED,
            entity="order",
            bitrix_id=100_001 + number % ORDERS,
            kind="status",
            payload={},
            received_at=came,
            state=state,
            finished_at=min(now, came + timedelta(seconds=waited_s)),
        )


def _settled(draw: random.Random, now: datetime) -> Iterator[Outbox]:
    for number in range(160):
        settled = now - timedelta(hours=draw.random() * HOURS)
        yield Outbox(
            shop_id=MIRRORED,
            kind="product",
            key=f"{number}",
            state="settled",
            reason="edit",
            finished_at=settled,
        )


def _nights(draw: random.Random, now: datetime) -> Iterator[ReconcileRun]:
    for day in range(1, 30):
        began = now - timedelta(days=day)
        found = draw.choice((0, 0, 1, 2, 3, 7))
        yield ReconcileRun(
            shop_id=MIRRORED,
            kind="orders",
            plan="nightly",
            phase="done",
            complete=True,
            counts={"read": ORDERS, "found": found, "repaired": found, "left": 0},
            started_at=began,
            finished_at=began + timedelta(seconds=41),
        )


def _minutes(draw: random.Random, now: datetime) -> Iterator[SyncSample]:
    """How it stood each minute; in one of them the site did not answer."""
    for minute in range(1, HOURS * 60):
        at = now.replace(second=0, microsecond=0) - timedelta(minutes=minute)
        calls = draw.randint(3, 12)
        owed = max(0, round(draw.expovariate(0.7) - 2))
        yield SyncSample(
            shop_id=MIRRORED,
            at=at,
            outbox_pending=owed,
            outbox_oldest_s=owed * draw.random() * 3,
            inbox_oldest_s=draw.random(),
            dead=0,
            site_calls=calls,
            site_failed=calls if minute == SILENT else 0,
            site_seconds=calls * (0.08 + draw.expovariate(20)),
            breaker="open" if minute == SILENT else "closed",
        )


def _dead(at: datetime) -> WebhookEvent:
    return WebhookEvent(
        shop_id=MIRRORED,
        entity="order",
        bitrix_id=100_017,
        kind="status",
        payload={"order_id": "100017", "status": "??"},
        received_at=at,
        state="dead",
        attempts=5,
        finished_at=at + timedelta(minutes=2),
        error="UnknownStatus: '??'",
    )


def _on_sale() -> Select[Product]:
    return select(Product).where(Product.enabled, Product.deleted_at.is_(None)).order_by(Product.created_at.desc())
