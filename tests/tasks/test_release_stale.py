"""What was promised to orders nobody went on with is given back by the timetable."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select

import settings
from models import Order, OrderReservation, Product, Shop, WarehouseItem, begin
from schedules import jobs, timing
from shop.actor import Actor
from shop.order_placing import place
from tasks import default
from tests import people
from tests.drafts import draft
from tests.shopfloor import make_product, make_recipe, make_warehouse_item


@pytest.fixture
def rose(clean: None) -> WarehouseItem:
    """Ten of them, and a bouquet of each."""
    with begin() as session:
        shop = people.make_shop(session, people.DEVELOPMENT)
        rose = make_warehouse_item(session, shop)
        make_recipe(session, make_product(session, shop), rose)
        return rose


def placed(*hours_ago: float) -> None:
    with begin() as session:
        shop, bouquet = session.scalars(select(Shop)).one(), session.scalars(select(Product)).one()
        for hours in hours_ago:
            order = place(session, shop, draft((bouquet, 1)), actor=Actor.customer())
            order.created_at = datetime.now(UTC) - timedelta(hours=hours)


def promised() -> list[int]:
    """How many hours ago those orders were made that something is promised to."""
    with begin() as session:
        made = session.scalars(
            select(Order.created_at).join(OrderReservation, OrderReservation.order_id == Order.id)
        )
        return sorted(round((datetime.now(UTC) - moment).total_seconds() / 3600) for moment in made)


def test_the_promise_holds_for_72_hours(rose: WarehouseItem) -> None:
    placed(1, 71.9, 72.1, 200)
    default.release_stale()
    assert promised() == [1, 72]
    placed(72.1)
    default.release_stale()
    assert promised() == [1, 72]


def test_a_backlog_is_worked_off_at_once(rose: WarehouseItem, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(default, "BATCH", 2)
    placed(1, 80, 81, 82, 83, 84)
    default.release_stale()
    assert promised() == [1]


def test_the_timetable_has_it_every_hour(rose: WarehouseItem) -> None:
    (job,) = [job for job in jobs(settings.current()).values() if job.task == default.release_stale.name]
    assert job.enabled
    hourly = timing(job.every, job.cron)
    assert (len(hourly.minute), len(hourly.hour)) == (1, 24)
