"""Corners of the stock: shortages, edited recipes, released reservations, several ingredients."""

import pytest
from sqlalchemy import delete, select
from sqlalchemy.orm import Session

from models import OrderReservation, Product, Shop, User, WarehouseItem, WarehouseOperation
from shop.actor import Actor
from shop.errors import Shortage
from shop.order_placing import place
from shop.order_status import change_status
from tests.books import Books, assert_explained, books
from tests.drafts import draft
from tests.queries import watched
from tests.shopfloor import make_order, make_product, make_recipe, make_warehouse_item

SITE, ALIYA = Actor.bitrix(), Actor.customer()


def operations(session: Session, kind: str) -> list[WarehouseOperation]:
    rows = select(WarehouseOperation).where(WarehouseOperation.kind == kind).order_by(WarehouseOperation.id)
    return list(session.scalars(rows))


def test_a_sale_says_what_was_taken_what_is_left_for_which_order_and_by_whom(
    session: Session, shop: Shop, dana: User, rose: WarehouseItem, bouquet: Product
) -> None:
    order = place(session, shop, draft((bouquet, 2)), actor=ALIYA)
    for status in ("accepted", "assembled"):
        change_status(session, order, status, actor=Actor.user(dana.id))
    (sale,) = operations(session, "sale")
    assert (sale.item_id, sale.change, sale.balance_after) == (rose.id, -4, 6)
    assert (sale.order_id, sale.user_id) == (order.id, dana.id)


def test_the_sites_florist_is_not_mistaken_for_a_user_of_ours(
    session: Session, shop: Shop, bouquet: Product
) -> None:
    order = place(session, shop, draft((bouquet, 1)), actor=ALIYA)
    change_status(session, order, "assembled", actor=Actor.bitrix(42))
    assert operations(session, "sale")[0].user_id is None


def test_cancelling_after_assembly_puts_the_goods_back_by_a_return(
    session: Session, shop: Shop, dana: User, bouquet: Product
) -> None:
    order = place(session, shop, draft((bouquet, 2)), actor=ALIYA)
    change_status(session, order, "assembled", actor=SITE)
    change_status(session, order, "cancelled", actor=Actor.user(dana.id), note="nobody was at home")
    (back,) = operations(session, "return")
    assert (back.change, back.balance_after, back.order_id) == (4, 10, order.id)


def test_what_an_order_of_the_site_needs_is_not_touched(
    session: Session, shop: Shop, rose: WarehouseItem, bouquet: Product
) -> None:
    order = make_order(session, shop, [(bouquet, 2)], origin="site")
    for status in ("assembled", "cancelled", "new"):
        change_status(session, order, status, actor=SITE)
    assert books(session, rose, order) == Books(balance=10, reserved=0, sold=0)


def test_the_site_takes_what_is_there_and_the_order_is_flagged(
    session: Session, shop: Shop, rose: WarehouseItem, bouquet: Product
) -> None:
    order = make_order(session, shop, [(bouquet, 6)])
    change_status(session, order, "assembled", actor=SITE)
    assert books(session, rose, order) == Books(balance=0, reserved=0, sold=10)
    assert order.stock_shortage
    assert_explained(session, rose)


def test_the_site_takes_nothing_that_is_promised_to_another_order(
    session: Session, shop: Shop, dana: User, rose: WarehouseItem, bouquet: Product
) -> None:
    other = place(session, shop, draft((bouquet, 4)), actor=ALIYA)
    order = make_order(session, shop, [(bouquet, 2)])
    change_status(session, order, "assembled", actor=SITE)
    assert books(session, rose, order) == Books(balance=8, reserved=0, sold=2)
    assert order.stock_shortage
    assert not other.stock_shortage
    change_status(session, other, "accepted", actor=Actor.user(dana.id))
    change_status(session, other, "assembled", actor=Actor.user(dana.id))
    assert books(session, rose, other) == Books(balance=0, reserved=0, sold=8)


def test_an_order_opened_again_by_the_site_is_promised_what_is_there(
    session: Session, shop: Shop, rose: WarehouseItem, bouquet: Product
) -> None:
    order = make_order(session, shop, [(bouquet, 6)], status="cancelled")
    change_status(session, order, "accepted", actor=SITE)
    assert books(session, rose, order) == Books(balance=10, reserved=10, sold=0)
    assert order.stock_shortage


def test_what_was_short_is_made_up_for_when_more_has_come(
    session: Session, shop: Shop, rose: WarehouseItem, bouquet: Product
) -> None:
    order = make_order(session, shop, [(bouquet, 6)], status="cancelled")
    change_status(session, order, "accepted", actor=SITE)
    rose.quantity += 5
    session.add(WarehouseOperation(item_id=rose.id, kind="delivery", change=5, balance_after=15))
    change_status(session, order, "assembled", actor=SITE)
    assert books(session, rose, order) == Books(balance=3, reserved=0, sold=12)
    assert not order.stock_shortage


def test_a_person_is_refused_where_goods_are_missing_and_told_which(
    session: Session, shop: Shop, rose: WarehouseItem, bouquet: Product
) -> None:
    order = make_order(session, shop, [(bouquet, 6)], status="accepted")
    with pytest.raises(Shortage) as refused:
        change_status(session, order, "assembled", actor=Actor.user(1))
    assert refused.value.errors == {"items": ["Роза красная: asked 12, available 10"]}
    assert (order.status, order.stock_shortage) == ("accepted", False)
    assert books(session, rose, order) == Books(balance=10, reserved=0, sold=0)


def test_goods_written_off_under_a_reservation_are_missed_when_they_are_cut(
    session: Session, shop: Shop, rose: WarehouseItem, bouquet: Product
) -> None:
    order = place(session, shop, draft((bouquet, 5)), actor=ALIYA)
    change_status(session, order, "accepted", actor=ALIYA)
    rose.quantity -= 7
    session.add(WarehouseOperation(item_id=rose.id, kind="writeoff", change=-7, balance_after=3))
    with pytest.raises(Shortage):
        change_status(session, order, "assembled", actor=Actor.user(1))
    change_status(session, order, "assembled", actor=SITE)
    assert books(session, rose, order) == Books(balance=0, reserved=0, sold=3)
    assert order.stock_shortage


def test_promises_that_a_write_off_left_uncovered_are_kept_as_far_as_the_goods_go(
    session: Session, shop: Shop, rose: WarehouseItem, bouquet: Product
) -> None:
    first, second = (place(session, shop, draft((bouquet, 2)), actor=ALIYA) for _ in range(2))
    rose.quantity -= 5
    session.add(WarehouseOperation(item_id=rose.id, kind="writeoff", change=-5, balance_after=5))
    for order in (first, second):
        change_status(session, order, "assembled", actor=SITE)
    assert books(session, rose, first) == Books(balance=0, reserved=0, sold=4)
    assert books(session, rose, second) == Books(balance=0, reserved=0, sold=1)
    assert (first.stock_shortage, second.stock_shortage) == (False, True)


def test_a_cancelled_order_is_short_of_nothing(session: Session, shop: Shop, bouquet: Product) -> None:
    order = make_order(session, shop, [(bouquet, 6)])
    change_status(session, order, "assembled", actor=SITE)
    change_status(session, order, "cancelled", actor=SITE)
    assert not order.stock_shortage


def test_changes_in_one_transaction_see_each_other_without_autoflush(
    session: Session, shop: Shop, rose: WarehouseItem, bouquet: Product
) -> None:
    order = place(session, shop, draft((bouquet, 2)), actor=ALIYA)
    with session.no_autoflush:
        for status in ("cancelled", "accepted", "assembled", "cancelled", "new"):
            change_status(session, order, status, actor=SITE)
    assert books(session, rose, order) == Books(balance=10, reserved=4, sold=0)
    assert_explained(session, rose)


def test_an_order_whose_reservation_was_released_takes_its_goods_when_it_is_assembled(
    session: Session, shop: Shop, rose: WarehouseItem, bouquet: Product
) -> None:
    order = place(session, shop, draft((bouquet, 2)), actor=ALIYA)
    session.execute(delete(OrderReservation))
    change_status(session, order, "accepted", actor=Actor.user(1))
    change_status(session, order, "assembled", actor=Actor.system())
    assert books(session, rose, order) == Books(balance=6, reserved=0, sold=4)


@pytest.mark.parametrize("edited", [1, 3])
def test_a_recipe_edited_later_changes_nothing_for_what_was_promised(
    session: Session, shop: Shop, rose: WarehouseItem, edited: int
) -> None:
    bouquet = make_product(session, shop)
    recipe = make_recipe(session, bouquet, rose, 2)
    order = place(session, shop, draft((bouquet, 2)), actor=ALIYA)
    recipe.quantity = edited
    for status in ("accepted", "assembled", "accepted", "assembled"):
        change_status(session, order, status, actor=Actor.user(1) if status == "accepted" else SITE)
        assert books(session, rose, order).reserved + books(session, rose, order).sold == 4


def test_several_products_share_and_sum_their_ingredients_and_optional_ones_are_free(
    session: Session, shop: Shop, rose: WarehouseItem, bouquet: Product
) -> None:
    ribbon = make_warehouse_item(session, shop, "Лента", 5)
    card = make_warehouse_item(session, shop, "Открытка", 0)
    box = make_product(session, shop, "Коробка")
    make_recipe(session, box, rose, 3)
    make_recipe(session, box, ribbon, 1)
    make_recipe(session, box, card, 1, is_optional=True)
    order = place(session, shop, draft((bouquet, 2), (box, 1), (box, 1)), actor=ALIYA)
    change_status(session, order, "assembled", actor=SITE)
    assert books(session, rose, order) == Books(balance=0, reserved=0, sold=10)
    assert books(session, ribbon, order) == Books(balance=3, reserved=0, sold=2)
    assert books(session, card, order) == Books(balance=0, reserved=0, sold=0)


def test_a_change_within_one_position_asks_the_stock_nothing(
    session: Session, shop: Shop, bouquet: Product
) -> None:
    order = place(session, shop, draft((bouquet, 2)), actor=ALIYA)
    session.flush()
    with watched() as statements:
        change_status(session, order, "paid", actor=Actor.payment())
        change_status(session, order, "accepted", actor=Actor.user(1))
    assert statements == []


def test_assembling_costs_as_many_queries_for_many_lines_as_for_one(session: Session, shop: Shop) -> None:
    def cost(lines: int) -> int:
        products = [make_product(session, shop) for _ in range(lines)]
        for product in products:
            make_recipe(session, product, make_warehouse_item(session, shop))
        order = place(session, shop, draft(*((product, 1) for product in products)), actor=ALIYA)
        with watched() as statements:
            change_status(session, order, "assembled", actor=SITE)
            session.flush()
        return len(statements)

    assert cost(1) == cost(12)
