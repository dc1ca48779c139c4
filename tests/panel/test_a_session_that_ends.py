"""The sign-in ends while a form is half filled: the password is asked for, and nothing typed is lost."""

import re

from playwright.sync_api import expect

from models import Shop, WarehouseItem, begin
from tests.panel.conftest import Person, SignIn
from tests.people import PASSWORD
from tests.promises import rows
from tests.shopfloor import make_warehouse_item

TYPED = "Роза красная, 60 см"


def test_what_was_typed_is_there_after_the_password_and_is_saved(
    shop: Shop, person: Person, sign_in: SignIn
) -> None:
    with begin() as session:
        item = make_warehouse_item(session, shop)
    page = sign_in(user=person("manager"))
    page.goto(f"/admin/warehouse/{item.id}")
    name = page.get_by_label("Название")
    expect(name).to_have_value("Роза красная")
    name.fill(TYPED)

    rows.execute("UPDATE auth_session SET revoked_at = now()")
    page.get_by_role("button", name="Сохранить").click()
    dialog = page.get_by_role("dialog", name="Сеанс закончился")
    expect(dialog).to_be_visible()
    assert named(item) == "Роза красная"

    password = dialog.get_by_label(re.compile("^Пароль"))
    password.fill("wrong")
    dialog.get_by_role("button", name="Войти").click()
    expect(dialog.get_by_role("alert")).to_be_visible()
    password.fill(PASSWORD)
    dialog.get_by_role("button", name="Войти").click()
    expect(dialog).to_have_count(0)
    expect(page.get_by_text(TYPED).first).to_be_visible()
    assert named(item) == TYPED


def named(item: WarehouseItem) -> str:
    with begin() as session:
        return session.get_one(WarehouseItem, item.id).name
