"""The builders other tests stand on make rows the database takes."""

from sqlalchemy.orm import Session

from shop.passwords import verify_password
from tests import people, shopfloor


def test_a_mirrored_shop_sells_products_the_site_knows(session: Session) -> None:
    shop = people.make_shop(session)
    assert (shop.id, shop.mirrors_bitrix) == (people.MIRRORED, True)
    assert shopfloor.make_product(session, shop).bitrix_id
    assert shopfloor.make_product(session, shop, bitrix_id=None).bitrix_id is None


def test_a_stranger_belongs_to_another_shop_and_a_superadmin_to_none(session: Session) -> None:
    stranger = people.make_user(session, people.make_shop(session, people.STRANGERS))
    assert stranger.shop_id == people.STRANGERS
    assert people.make_user(session, None).may_enter
    assert verify_password(stranger.password_hash, people.PASSWORD)


def test_an_order_has_lines_a_total_and_can_be_linked(session: Session) -> None:
    shop = people.make_shop(session)
    roses = shopfloor.make_product(session, shop, price=700)
    order = shopfloor.make_order(session, shop, [(roses, 3)])
    link = shopfloor.make_link(session, order, 123456)
    assert (order.total, order.bitrix_order_id) == (2100, 123456)
    assert (link.kind, link.local_id, link.bitrix_id) == ("order", order.id, 123456)


def test_a_linked_product_keeps_its_bitrix_id(session: Session) -> None:
    roses = shopfloor.make_product(session, people.make_shop(session))
    assert shopfloor.make_link(session, roses).bitrix_id == roses.bitrix_id


def test_a_warehouse_item_comes_with_the_delivery_that_explains_it(session: Session) -> None:
    shop = people.make_shop(session)
    rose = shopfloor.make_warehouse_item(session, shop, quantity=5)
    recipe = shopfloor.make_recipe(session, shopfloor.make_product(session, shop), rose, 3)
    assert (rose.quantity, recipe.quantity) == (5, 3)
