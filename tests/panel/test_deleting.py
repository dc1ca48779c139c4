"""What is wrong is changed, and what is not needed any more deleted: a question, a page of the site, a product."""

from playwright.sync_api import Page, expect

from dev.simulator.control import Florist
from models import Faq, Shop, StaticPage, begin
from tests.panel import menu
from tests.panel.conftest import Person, SignIn
from tests.people import STRANGERS, make_shop
from tests.poll import until
from tests.promises import mirror
from tests.shopfloor import make_product


def test_a_question_is_asked_changed_and_deleted(shop: Shop, sign_in: SignIn) -> None:
    page = sign_in("director")
    menu.go(page, "Вопросы и ответы")
    expect(page.get_by_role("heading", name="Вопросов пока нет")).to_be_visible()
    create(page, {"Вопрос": "Возите ли вы ночью?", "Ответ": "Да"})
    page.get_by_role("link", name="Редактировать: Возите ли вы ночью?").click()
    page.get_by_label("Ответ").fill("Нет, до полуночи")
    save(page)
    expect(page.get_by_role("paragraph").filter(has_text="Нет, до полуночи")).to_have_count(1)
    expect(page.get_by_role("textbox")).to_have_count(0)

    delete = page.get_by_role("button", name="Удалить: Возите ли вы ночью?")
    delete.click()
    page.get_by_role("dialog").get_by_role("button", name="Отмена").click()
    expect(page.get_by_role("dialog")).to_have_count(0)
    assert rows(Faq) == 1
    delete.click()
    confirm(page)
    expect(page.get_by_role("heading", name="Вопросов пока нет")).to_be_visible()
    assert rows(Faq) == 0


def test_a_page_of_the_site_is_written_changed_and_deleted(shop: Shop, sign_in: SignIn) -> None:
    page = sign_in("director")
    menu.go(page, "Страницы сайта")
    expect(page.get_by_role("heading", name="Страниц пока нет")).to_be_visible()
    create(page, {"Заголовок": "Как мы возим", "Текст": "# Быстро"})
    row = page.get_by_role("row").filter(has_text="Как мы возим")
    expect(row).to_contain_text("kak-my-vozim")

    row.click()
    page.get_by_label("Заголовок").fill("Доставка")
    save(page)
    row = page.get_by_role("row").filter(has_text="Доставка")
    expect(row).to_contain_text("kak-my-vozim")

    row.click()
    page.get_by_role("button", name="Удалить").click()
    confirm(page)
    expect(page.get_by_role("heading", name="Страниц пока нет")).to_be_visible()
    assert rows(StaticPage) == 0


def test_a_product_of_a_shop_without_a_site_is_made_changed_and_deleted(
    shop: Shop, person: Person, sign_in: SignIn
) -> None:
    with begin() as session:
        own = make_shop(session, STRANGERS)
        make_product(session, own, "Пионы")
    page = sign_in(user=person("director", of=own))
    menu.go(page, "Товары")
    page.get_by_role("link", name="Пионы").first.click()
    page.get_by_label("Название").fill("Пионы белые")
    save(page)
    expect(page.get_by_text("Товар сохранён")).to_be_visible()
    page.get_by_role("button", name="Удалить", exact=True).click()
    expect(page.get_by_role("dialog")).to_contain_text("В старых заказах он останется")
    confirm(page)
    expect(page.get_by_role("heading", name="пока")).to_be_visible()
    expect(page.get_by_text("Пионы")).to_have_count(0)
    assert page.url.endswith("/admin/products")


def test_a_product_deleted_here_is_off_sale_on_the_site(shop: Shop, florist: Florist, sign_in: SignIn) -> None:
    (peony,) = mirror.known_products(florist, 1, title="Пионы")
    page = sign_in("director")
    menu.go(page, "Товары")
    page.get_by_role("link", name="Пионы").first.click()
    page.get_by_role("button", name="Удалить", exact=True).click()
    expect(page.get_by_role("dialog")).to_contain_text("на сайте будет снят с продажи")
    confirm(page)
    expect(page.get_by_role("heading", name="пока")).to_be_visible()
    until(lambda: not mirror.look_there(florist, peony)["enabled"], 30)


def create(page: Page, given: dict[str, str]) -> None:
    page.get_by_role("main").get_by_role("link", name="Создать").click()
    for label, value in given.items():
        page.get_by_label(label).fill(value)
    save(page)


def save(page: Page) -> None:
    page.get_by_role("button", name="Сохранить").click()


def confirm(page: Page) -> None:
    page.get_by_role("dialog").get_by_role("button", name="Подтвердить").click()


def rows(model: type[Faq | StaticPage]) -> int:
    with begin() as session:
        return session.query(model).count()
