"""The customer says what they think of the bouquet's photo, and staff read it on the order's page."""

import pytest
from playwright.sync_api import Page, expect

from models import Order, OrderPhoto, Shop, begin
from tests.panel import menu
from tests.panel.conftest import SignIn
from tests.photos import picture
from tests.shopfloor import make_order

PHOTO = {"name": "bouquet.jpg", "mimeType": "image/jpeg", "buffer": picture((400, 300))}


@pytest.mark.parametrize(("verdict", "words"), [("like", "Нравится"), ("dislike", "Не нравится")])
def test_staff_read_what_the_customer_says_of_the_photo(
    shop: Shop, sign_in: SignIn, verdict: str, words: str
) -> None:
    with begin() as session:
        order = make_order(session, shop, status="accepted")
    page = sign_in("manager")
    menu.go(page, "Заказы")
    page.get_by_role("row").get_by_role("link", name=order.number).click()
    page.locator("input[type=file]").set_input_files(PHOTO)
    expect(page.get_by_text("Покупатель ещё не сказал")).to_be_visible()

    judge(page, order, verdict)
    page.get_by_role("button", name="Обновить").click()
    said = page.get_by_role("alert").filter(has_text="Лента другая")
    expect(said).to_contain_text(words)

    page.get_by_role("button", name="Удалить фото").click()
    page.get_by_role("dialog").get_by_role("button", name="Удалить фото").click()
    expect(said).to_have_count(0)
    expect(page.get_by_role("button", name="Добавить фото")).to_be_visible()
    with begin() as session:
        assert session.query(OrderPhoto).count() == 0


def judge(page: Page, order: Order, verdict: str) -> None:
    answered = page.request.post(
        f"/api/v1/orders/by-tracking/{order.tracking_id}/photo/feedback",
        data={"feedback": verdict, "comment": "Лента другая"},
    )
    assert answered.ok, answered.text()
