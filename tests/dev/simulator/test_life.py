"""A site at work: orders around today, and people who move them on."""

import asyncio
import contextlib
import time
from datetime import date, timedelta

import pytest

from dev.simulator import life, show_order
from dev.simulator.config import Config
from dev.simulator.site import Site
from dev.simulator.statuses import STATUSES

NOW = time.mktime((2026, 11, 25, 12, 0, 0, 0, 0, 0))


def live_for(site: Site, seconds: float, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(life, "SETTLING_S", 0)

    async def lived() -> None:
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(life.live(site, 0.001), seconds)

    asyncio.run(lived())


@pytest.fixture
def site() -> Site:
    return Site(Config())


def test_open_orders_are_to_be_delivered_around_today_and_others_were_made_before(site: Site) -> None:
    site.seed(400, 0, seed=42, now=NOW)
    today = date.fromtimestamp(NOW)
    for order in site.orders.rows.values():
        day = date.fromisoformat(str(show_order.listed(order)["deliveryDate"]))
        if order.status in ("F", "RF", "UN"):
            assert day < today + timedelta(days=1)
        else:
            assert abs(day - today) <= timedelta(days=6)
    assert {order.status for order in site.orders.rows.values()} == set(STATUSES)


def test_a_site_that_starts_again_on_the_same_day_is_the_one_it_was(site: Site) -> None:
    seen = []
    for now in (NOW, NOW + 3600):
        site.seed(50, 0, seed=42, now=now)
        seen.append([show_order.detail(order) for order in site.orders.rows.values()])
    assert seen[0] == seen[1]


def test_orders_go_on_until_they_are_delivered_and_new_ones_come(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.seed(20, 0, seed=42, now=NOW)
    live_for(site, 0.5, monkeypatch)
    rows = list(site.orders.rows.values())
    assert len(rows) > 20
    assert all(order.version == 1 for order in rows if order.status in ("RF", "UN"))
    assert any(order.version > 1 for order in rows if order.seed)
    assert all(show_order.detail(order) for order in rows)


def test_what_others_made_stays_as_it_is(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    theirs = site.create_order({"status": "N"})
    live_for(site, 0.1, monkeypatch)
    assert site.orders.rows[theirs.id] == theirs
