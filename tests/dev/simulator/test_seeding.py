"""Seeds: the same numbers give the same rows, at any size."""

import json
from typing import Any

from dev.simulator.control import Florist
from tests.dev.simulator.visitor import Visitor

SPACES = (" ", "\u00a0", "\u202f")


def every(site: Visitor, path: str, **params: Any) -> list[dict[str, Any]]:
    return [row for offset in (0, 100) for row in site.page(path, limit=100, offset=offset, **params)["data"]]


def test_the_same_seed_gives_the_same_rows(site: Visitor, florist: Florist) -> None:
    def rows(seed: int) -> list[dict[str, Any]]:
        florist.seed(orders=300, products=200, seed=seed)
        return [*florist.rows("orders", full=True), *florist.rows("products", full=True)]

    first = rows(7)
    assert rows(7) == first
    assert rows(8) != first


def test_a_seed_replaces_everything(florist: Florist) -> None:
    florist.create_order(id=7)
    florist.seed(products=5)
    assert florist.state()["orders"]["all"] == 0
    assert florist.state()["products"]["all"] == 5


def test_a_seed_has_orders_of_every_status(florist: Florist) -> None:
    florist.seed(orders=1000)
    counts = florist.state()["orders"]
    keys = ("new", "paid", "accepted", "assembled", "in_delivery", "delivered", "cancelled")
    assert all(counts[key] for key in keys)
    assert sum(counts[key] for key in keys) == 1000


def test_seeded_rows_show_every_spelling(site: Visitor, florist: Florist) -> None:
    florist.seed(products=400)
    rows = every(site, "/products/")
    prices = [row["price"] for row in rows]
    text = "".join(str(price) for price in prices)
    assert {type(row["id"]) for row in rows} == {int, str}
    assert {type(price) for price in prices} == {int, str}
    assert all(space in text for space in SPACES)
    assert all(sign in text for sign in ("₸", "тг", "тенге", "KZT"))
    assert {json.dumps(row["video"]) for row in rows} == {"null", "false", '""', "[]"}
    assert {_form(row["createdAt"]) for row in rows} == {"zulu", "offset", "day"}
    assert {row["image"][:4] for row in rows} == {"http", "/upl"}


def _form(moment: str) -> str:
    return "zulu" if moment.endswith("Z") else "offset" if "+" in moment else "day"


def test_a_seeded_order_is_the_same_in_list_and_detail(site: Visitor, florist: Florist) -> None:
    florist.seed(orders=50)
    for row in site.page("/orders/", status="delivered")["data"]:
        data = site.get("/orders/detail/", id=row["id"]).json()["data"]
        assert data | row == data


def test_a_change_shows_over_what_was_made_up(site: Visitor, florist: Florist) -> None:
    florist.seed(orders=1)
    before = site.get("/orders/detail/", id=100001).json()["data"]
    florist.change_order(100001, recipient_name="Асель", deliveryAddress="ул. Достык, 5")
    after = site.get("/orders/detail/", id=100001).json()["data"]
    assert after["recipient"] == {"name": "Асель", "phone": before["recipient"]["phone"]}
    assert (after["deliveryAddress"], after["raw"]["deliveryAddress"]) == ("ул. Достык, 5", "ул. Достык, 5")
    assert after["sender"] == before["sender"]
    assert after["updatedAt"] != before["updatedAt"]


def test_any_page_of_a_hundred_thousand_orders_can_be_read(site: Visitor, florist: Florist) -> None:
    florist.seed(orders=100_000)
    delivered = florist.state()["orders"]["delivered"]
    last = site.page("/orders/", status="delivered", limit=100, offset=delivered - 30)
    assert len(last["data"]) == 30
    assert last["pagination"] == {"total": delivered, "limit": 100, "offset": delivered - 30, "hasMore": False}
    assert sum(1 for _ in florist.rows("orders")) == 100_000
