"""`flask stock verify`."""

from models import Shop, WarehouseItem, begin
from tests.queries import watched
from tests.shopfloor import make_warehouse_item
from tests.web.conftest import add
from tests.web.test_cli import Run, run

__all__ = ["run"]


def test_right_books_end_with_0(run: Run, shop: Shop) -> None:
    add(make_warehouse_item, shop)
    result = run("stock", "verify")
    assert result.exit_code == 0, result.output
    assert "0 faults in 1 items and 1 operations" in result.output


def test_wrong_ones_end_with_1_and_are_named(run: Run, shop: Shop) -> None:
    item = add(make_warehouse_item, shop, "Роза [b]")
    with begin() as session:
        session.get_one(WarehouseItem, item.id).quantity = 7
    result = run("stock", "verify")
    assert result.exit_code == 1
    for word in ("Роза [b]", "17008", "sum of the operations", "7", "10", "1 faults"):
        assert word in result.output


def test_it_cannot_change_anything(run: Run, shop: Shop) -> None:
    with watched() as statements:
        run("stock", "verify")
    assert statements[0] == "SET TRANSACTION READ ONLY"
    assert len(statements) == 3


def test_an_empty_house_is_in_order(run: Run) -> None:
    assert run("stock", "verify").exit_code == 0
