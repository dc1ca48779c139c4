"""Promise 18: on SIGTERM a process ends what it has begun, and what it has not begun waits in its row."""

import random
import threading
from collections.abc import Iterator
from contextlib import contextmanager, suppress

import pytest
import requests

import settings
from bitrix.wire.price import parse_price
from dev.simulator.control import Florist
from dev.simulator.process import SimulatorProcess
from models import Shop, begin
from tests.people import make_user
from tests.promises import mirror, rows
from tests.promises.conftest import Build
from tests.promises.house import House
from tests.promises.posting import posting, status_event
from web import tokens

DEPLOYED = ("web", "inbox", "outbox")


@pytest.mark.promise
def test_under_load_every_process_is_told_to_end_again_and_again_and_nothing_is_lost_or_doubled(
    build: Build, site: SimulatorProcess, florist: Florist
) -> None:
    _deploy_under_load(build(site), florist, rounds=2)


@pytest.mark.long
@pytest.mark.timeout(3600)
def test_a_hundred_deploys_in_a_row(build: Build, site: SimulatorProcess, florist: Florist) -> None:
    _deploy_under_load(build(site), florist, rounds=100)


def _deploy_under_load(house: House, florist: Florist, rounds: int) -> None:
    shop = rows.mirrored_shop()
    orders, goods = rows.linked_orders(30, shop, first=1), mirror.known_products(florist, 6)
    florist.config(latency_ms=100, backend_url="")  # there is always a call under way when a signal comes
    chance = random.Random(18)
    house.start(*DEPLOYED, "beat")

    events = _endless(orders, chance)
    with posting(house, events, senders=2, pause_s=0.05, again=True) as work, _editing(house, goods) as edits:
        for _ in range(rounds):
            seen, edited = len(work.taken), len(edits)
            house.until(lambda seen=seen, edited=edited: len(work.taken) > seen + 20 and len(edits) > edited + 5)
            _deploy(house)
    house.until(lambda: not rows.pending() and not rows.owed())

    stored = rows.pairs("SELECT external_id, id FROM webhook_event")
    assert {answer.body["event_id"] for answer in work.taken} == stored.keys()
    assert rows.codes() == dict.fromkeys(orders, "N") | rows.last_received()
    assert rows.changes() == rows.events()["applied"]
    assert "dead" not in rows.events()
    there = {each: parse_price(florist.product(each)["data"]["price"]) for each in goods}
    assert there == rows.pairs("SELECT bitrix_id, price FROM product")
    assert florist.calls()["PUT /api/v2/products/update-from-railway/{id}"]["all"] <= len(edits)


def _endless(orders: list[int], chance: random.Random) -> Iterator[dict[str, object]]:
    number = 0
    while True:
        number += 1
        yield status_event(chance.choice(orders), chance.choice(rows.CODES), event_id=f"e{number}")


@contextmanager
def _editing(house: House, goods: list[int]) -> Iterator[list[int]]:
    """Prices are changed over the API; the list grows with each change that was asked for."""
    asked, stop = list[int](), threading.Event()
    with begin() as session:
        user = make_user(session, session.get_one(Shop, mirror.MIRRORED))
    local = {bitrix_id: mirror.product(bitrix_id).id for bitrix_id in goods}

    def edit() -> None:
        price = 500_000
        while not stop.wait(0.05):
            price += 100
            asked.append(price)
            header = {"Authorization": f"Bearer {tokens.issue(user.id, settings.current())}"}
            url = f"{house.url}/api/v1/products/{local[goods[price // 100 % len(goods)]]}"
            with suppress(requests.ConnectionError):  # between two deployed processes nobody listens
                requests.put(url, json={"price": price}, headers=header, timeout=20).raise_for_status()

    thread = threading.Thread(target=edit)
    thread.start()
    try:
        yield asked
    finally:
        stop.set()
        thread.join()


def _deploy(house: House) -> None:
    """The old ones are told to end and do so by themselves; then come the new ones."""
    house.restarting = False
    for name in DEPLOYED:
        house.processes[name].terminate()
    house.until(lambda: not any(house.processes[name].running for name in DEPLOYED), 40)
    house.restarting = True
    house.start(*DEPLOYED)
