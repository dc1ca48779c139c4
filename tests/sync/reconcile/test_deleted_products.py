"""Products deleted here are neither imported again nor compared, whether the site has heard of it or not."""

import pytest

from dev.simulator.control import Florist
from models import Shop, begin
from sync.edits import delete_product, lock_product
from tests.people import MIRRORED
from tests.sync.reconcile.runner import Runner, execute, kinds, value


@pytest.fixture
def products(runner: Runner, florist: Florist) -> list[int]:
    """Bitrix ids of what both sides have and agree on."""
    made = [florist.create_product(title=f"Розы {n}", price="5 000 ₸")["id"] for n in range(12)]
    runner.run("products")
    runner.settle()
    return made


def delete(bitrix_id: int) -> None:
    product_id = value("SELECT id FROM product WHERE bitrix_id = :id", id=bitrix_id)
    with begin() as session:
        product = lock_product(session, MIRRORED, product_id)
        assert product is not None
        delete_product(session, session.get_one(Shop, MIRRORED), product)


def still_deleted(bitrix_id: int) -> bool:
    found = "SELECT deleted_at IS NOT NULL AND NOT enabled FROM product WHERE bitrix_id = :id"
    return bool(value(found, id=bitrix_id))


@pytest.mark.parametrize("heard", [True, False])
def test_a_run_lets_it_rest(runner: Runner, florist: Florist, products: list[int], heard: bool) -> None:
    gone = products[1]
    delete(gone)
    if heard:
        runner.settle()
        florist.change_product(gone, isAvailable=True)
    florist.change_product(gone, price="7 777 ₸")
    ended = runner.run("products")
    assert (ended.phase, kinds(ended.id)) == ("done", [])
    assert still_deleted(gone)
    assert value("SELECT count(*) FROM product") == len(products)


def test_one_that_the_site_deletes_too_is_no_absence(runner: Runner, florist: Florist, products: list[int]) -> None:
    delete(products[1])
    florist.delete_product(products[1])
    assert kinds(runner.run("products").id) == []


def test_a_deleted_local_one_is_not_counted(runner: Runner, products: list[int]) -> None:
    execute("INSERT INTO product (shop_id, name, price, deleted_at) VALUES (17008, 'Наши', 1, now())")
    assert runner.run("products").counts["local_only"] == 0
