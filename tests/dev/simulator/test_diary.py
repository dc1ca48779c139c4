"""A site that starts again with its diary is the one it was."""

from pathlib import Path
from typing import Any

import pytest

from dev.simulator import show_order, show_product
from dev.simulator.config import Config
from dev.simulator.diary import Diary
from dev.simulator.process import SimulatorProcess
from dev.simulator.site import Site
from tests.dev.simulator.visitor import Visitor


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "site.jsonl"


def start(file: Path) -> Site:
    site = Site(Config())
    site.seed(20, 20, seed=42)
    site.recall(Diary(file))
    return site


def seen(site: Site) -> dict[str, Any]:
    orders, products = site.orders.rows.values(), site.products.rows.values()
    return {
        "orders": [(order.version, show_order.detail(order)) for order in orders],
        "products": [(product.version, show_product.detail(product, "")) for product in products],
        "pages": (site.orders.counts(), site.products.counts()),
    }


def test_what_was_changed_made_and_taken_away_is_as_it_was(file: Path) -> None:
    site = start(file)
    order, gone, *_ = site.orders.rows
    product, *_ = site.products.rows
    for status in ("PD", "AP"):
        site.change_order(order, {"status": status, "missing": ["deliveryTime"]})
    site.delete_order(gone)
    site.delete_order(site.create_order({"senderName": "Алия"}).id)
    site.create_order({"senderName": "Сауле"})
    site.change_product(product, {"title": "Пионы", "isAvailable": False})
    assert seen(start(file)) == seen(start(file)) == seen(site)


def test_each_row_is_kept_once(file: Path) -> None:
    site = start(file)
    for price in range(50):
        site.change_product(next(iter(site.products.rows)), {"price": price})
    start(file)
    assert len(file.read_text().splitlines()) == 1


def test_a_site_that_was_filled_anew_forgets_what_was_done_before(file: Path) -> None:
    site = start(file)
    site.create_order({"senderName": "Алия"}, silent=True)
    site.seed(20, 20, seed=42)
    assert seen(start(file)) == seen(site)


def test_an_order_that_was_made_for_us_is_known_by_its_key(file: Path) -> None:
    answers = []
    for _ in range(2):
        with SimulatorProcess(seed_products=1, diary=str(file)) as process:
            product = next(process.florist.rows("products"))["id"]
            body = {"railway_order_id": "5f0c", "customer_phone": "+77000000001", "pickup": "Y", "total_price": 100}
            body["items"] = [{"product_id": product, "quantity": 1, "price": 100}]
            site = Visitor(process.url, process.token)
            answers.append(site.send("POST", "/orders/create/", json=body).json())
    assert answers[1] == answers[0] | {"duplicate": True}
