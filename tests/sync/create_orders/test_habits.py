"""The site names the lines of an order by its own titles: what it makes of ours is agreement."""

from typing import Any

import pytest

from dev.simulator.control import Florist
from tests.sync import rows
from tests.sync.clerk import Clerk
from tests.sync.create_orders.pushing import now, push


@pytest.mark.parametrize(
    "habit", [{"trim_titles": 10}, {"escape_titles": True}, {"trim_titles": 12, "escape_titles": True}]
)
def test_lines_under_the_sites_titles_are_ours(clerk: Clerk, florist: Florist, habit: dict[str, Any]) -> None:
    florist.config(**habit)
    roses = clerk.mirror(florist)
    clerk.edit_product(roses, name="Розы & пионы, 51 шт")
    assert clerk.work("product", roses).state == "settled"
    order = clerk.place(roses)
    assert push(clerk, order).state == "settled"
    bitrix_id = now(order).bitrix_order_id
    for _ in range(2):
        assert clerk.agree("order", bitrix_id).state == "settled"
    [line] = rows.order(int(str(bitrix_id))).items
    assert (line.name, line.product_id) == ("Розы & пионы, 51 шт", rows.product(roses).id)
    assert rows.conflicts() == []
    assert [row.field for row in rows.history(order.id)] == ["order"]


def test_another_line_is_the_sites_doing(clerk: Clerk, florist: Florist) -> None:
    roses = clerk.mirror(florist)
    order = clerk.place(roses)
    push(clerk, order)
    bitrix_id = int(str(now(order).bitrix_order_id))
    line = {"id": 1, "productName": "Розы", "amount": 2, "price": "4000", "currency": "KZT"}
    florist.change_order(bitrix_id, items=[line])
    assert clerk.agree("order", bitrix_id).state == "settled"
    assert [(item.name, item.quantity) for item in rows.order(bitrix_id).items] == [("Розы", 2)]
