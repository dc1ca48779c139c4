"""A director sets what delivery costs; what was typed wrongly is said beside the field and nothing is saved."""

from playwright.sync_api import expect

from models import Shop, begin
from tests.panel import menu
from tests.panel.conftest import SignIn


def test_a_director_changes_what_delivery_costs(shop: Shop, sign_in: SignIn) -> None:
    page = sign_in("director")
    menu.go(page, "Магазин")
    delivery = page.get_by_role("region", name="Доставка и самовывоз")
    cost = delivery.get_by_label("Стоимость доставки")
    rule = "Доставка стоит 1 700 ₸"
    expect(delivery).not_to_contain_text(rule)
    cost.fill("много")
    delivery.get_by_role("button", name="Сохранить").click()
    expect(delivery).to_contain_text("Это не сумма")

    cost.fill("1700")
    delivery.get_by_label("Бесплатно от суммы заказа").fill("20000")
    expect(delivery).to_contain_text(rule)
    assert cost_of(shop) != 170_000
    delivery.get_by_role("button", name="Сохранить").click()
    expect(page.get_by_text("Сохранено")).to_be_visible()
    assert cost_of(shop) == 170_000


def cost_of(shop: Shop) -> int:
    with begin() as session:
        return session.get_one(Shop, shop.id).delivery_cost
