"""The first minute: somebody signs in, and sees their shop."""

from playwright.sync_api import expect

from models import Shop, begin
from tests.panel.axe import serious
from tests.panel.conftest import SignIn
from tests.shopfloor import make_order


def test_a_manager_signs_in_and_sees_the_orders(shop: Shop, sign_in: SignIn) -> None:
    with begin() as session:
        order = make_order(session, shop, customer_name="Алия Образцова")
    page = sign_in("manager")
    page.get_by_role("menuitem", name="Заказы").click()
    expect(page.get_by_text(order.number)).to_be_visible()
    expect(page.get_by_text("Алия Образцова")).to_be_visible()
    assert serious(page) == []
