"""Questions with answers, and pages: the shop writes them, everybody reads them."""

from typing import Any

import pytest

from models import Shop
from tests.people import make_user
from tests.queries import watched
from tests.web.conftest import Ask, add

QUESTION = {"question": "Как ухаживать за розами?", "answer": "Меняйте воду *каждый день*."}
PAGE = {"slug": "delivery", "title": "Доставка", "body": "# Доставка\n\nКаждый день."}


def asked(answer: Any) -> list[str]:
    return [item["question"] for item in answer.json["items"]]


def make(ask: Ask, path: str, body: dict[str, Any], **who: Any) -> Any:
    answer = ask("POST", path, **(who or {"as_role": "director"}), json=body)
    assert answer.status_code == 201
    return answer.json


def test_a_question_lives(ask: Ask, shop: Shop) -> None:
    made = make(ask, "/faqs", QUESTION)
    assert {key: made[key] for key in QUESTION} == QUESTION
    path = f"/faqs/{made['id']}"
    assert ask("PUT", path, as_role="director", json={"answer": "Да"}).json["answer"] == "Да"
    shown = ask("GET", "/faqs").json
    assert (shown["total"], shown["next"], shown["items"][0]["answer"]) == (1, None, "Да")
    assert ask("DELETE", path, as_role="director").status_code == 204
    assert ask("GET", "/faqs").json["total"] == 0
    assert ask("DELETE", path, as_role="director").status_code == 404


def test_questions_come_in_the_shops_order_page_by_page(ask: Ask, shop: Shop) -> None:
    for question, position in (("третий", 2), ("первый", 0), ("второй", 1), ("и ещё", 2)):
        make(ask, "/faqs", {"question": question, "answer": "!", "position": position})
    first = ask("GET", "/faqs?limit=3")
    assert asked(first) == ["первый", "второй", "третий"]
    second = ask("GET", f"/faqs?limit=3&cursor={first.json['next']}")
    assert (asked(second), second.json["next"]) == (["и ещё"], None)
    assert asked(ask("GET", "/faqs?limit=3&page=2")) == ["и ещё"]


@pytest.mark.parametrize("cursor", ["WzFd", "WyIyMDI2LTAxLTAxVDAwOjAwOjAwKzAwOjAwIiwgMV0", "Wy0xLCAxXQ", "e30"])
def test_a_cursor_of_another_list_is_named(ask: Ask, shop: Shop, cursor: str) -> None:
    answer = ask("GET", f"/faqs?cursor={cursor}")
    assert (answer.status_code, list(answer.json["errors"])) == (422, ["cursor"])


def test_a_page_lives(ask: Ask, shop: Shop) -> None:
    made = make(ask, "/pages", PAGE)
    assert ask("GET", "/pages/delivery").json == made
    path = f"/pages/{made['id']}"
    changed = ask("PUT", path, as_role="director", json={"slug": "delivery-2", "title": "О доставке"}).json
    assert (changed["slug"], changed["title"], changed["body"]) == ("delivery-2", "О доставке", PAGE["body"])
    assert ask("GET", "/pages/delivery").status_code == 404
    assert ask("DELETE", path, as_role="director").status_code == 204
    assert ask("GET", "/pages/delivery-2").status_code == 404


def test_a_director_sees_which_pages_there_are(ask: Ask, shop: Shop, other_shop: Shop) -> None:
    for slug in ("payment", "about", "delivery"):
        make(ask, "/pages", PAGE | {"slug": slug})
    make(ask, "/pages", PAGE | {"slug": "foreign"}, user=add(make_user, other_shop))
    first = ask("GET", "/pages?limit=2", as_role="director").json
    assert ([page["slug"] for page in first["items"]], first["total"]) == (["payment", "about"], 3)
    rest = ask("GET", f"/pages?limit=2&cursor={first['next']}", as_role="director").json
    assert ([page["slug"] for page in rest["items"]], rest["next"]) == (["delivery"], None)
    assert ask("GET", "/pages", as_role="manager").status_code == 403
    assert ask("GET", "/pages").status_code == 401


def test_a_slug_is_one_pages_of_a_shop(ask: Ask, shop: Shop, other_shop: Shop) -> None:
    make(ask, "/pages", PAGE)
    other = make(ask, "/pages", PAGE | {"slug": "about"})
    for method, path in (("POST", "/pages"), ("PUT", f"/pages/{other['id']}")):
        answer = ask(method, path, as_role="director", json=PAGE)
        assert (answer.status_code, list(answer.json["errors"])) == (409, ["slug"])
    assert make(ask, "/pages", PAGE | {"title": "Чужая"}, user=add(make_user, other_shop))["title"] == "Чужая"
    assert ask("GET", "/pages/delivery").json["title"] == "Доставка"
    assert ask("GET", f"/pages/delivery?shop_id={other_shop.id}").json["title"] == "Чужая"


@pytest.mark.parametrize(
    "slug", ["", "a b", "Delivery", "доставка", "12", "-a", "a-", "a--b", "a/b", "a\n", "x" * 101, 5]
)
def test_a_slug_is_words_with_hyphens_and_has_a_letter(ask: Ask, shop: Shop, slug: Any) -> None:
    answer = ask("POST", "/pages", as_role="director", json=PAGE | {"slug": slug})
    assert (answer.status_code, list(answer.json["errors"])) == (422, ["slug"])


@pytest.mark.parametrize("slug", ["a", "2026-sale", "o-nas", "404a"])
def test_such_slugs_are_good(ask: Ask, shop: Shop, slug: str) -> None:
    make(ask, "/pages", PAGE | {"slug": slug})
    assert ask("GET", f"/pages/{slug}").json["slug"] == slug


@pytest.mark.parametrize(
    ("path", "body", "field"),
    [
        ("/faqs", {"question": "?"}, "answer"),
        ("/faqs", QUESTION | {"question": "  "}, "question"),
        ("/faqs", QUESTION | {"question": "x" * 501}, "question"),
        ("/faqs", QUESTION | {"position": -1}, "position"),
        ("/faqs", QUESTION | {"shop_id": 8}, "shop_id"),
        ("/pages", PAGE | {"title": ""}, "title"),
        ("/pages", PAGE | {"body": None}, "body"),
        ("/pages", PAGE | {"body": "x" * 20_001}, "body"),
    ],
)
def test_bad_input_names_the_field(ask: Ask, shop: Shop, path: str, body: Any, field: str) -> None:
    answer = ask("POST", path, as_role="director", json=body)
    assert (answer.status_code, list(answer.json["errors"])) == (422, [field])


def test_html_is_kept_as_text_and_answered_as_json(ask: Ask, shop: Shop) -> None:
    body = "<script>alert(1)</script> **жирно**"
    make(ask, "/pages", PAGE | {"body": body})
    answer = ask("GET", "/pages/delivery")
    assert (answer.json["body"], answer.mimetype) == (body, "application/json")


def test_only_a_director_writes(ask: Ask, shop: Shop) -> None:
    for method, path in (("POST", "/faqs"), ("PUT", "/faqs/1"), ("DELETE", "/faqs/1")):
        assert ask(method, path, as_role="manager", json={}).status_code == 403
        page = path.replace("faqs", "pages")
        assert ask(method, page, as_role="manager", json={}).status_code == 403
        assert ask(method, page, json={}).status_code == 401


def test_another_shops_words_cannot_be_changed(ask: Ask, shop: Shop, other_shop: Shop) -> None:
    stranger = add(make_user, other_shop)
    faq = make(ask, "/faqs", QUESTION, user=stranger)
    page = make(ask, "/pages", PAGE, user=stranger)
    for path in (f"/faqs/{faq['id']}", f"/pages/{page['id']}", "/pages/delivery"):
        for method in ("PUT", "DELETE"):
            assert ask(method, path, as_role="director", json={}).status_code == 404
    assert ask("GET", "/faqs").json["total"] == 0
    for key in ("delivery", page["id"], "9" * 30, "%00", "..", "²"):
        assert ask("GET", f"/pages/{key}").status_code == 404


def test_a_list_costs_as_many_statements_whatever_its_length(ask: Ask, shop: Shop) -> None:
    counts = []
    for _ in range(2):
        for _ in range(3):
            make(ask, "/faqs", QUESTION)
        with watched() as statements:
            ask("GET", "/faqs")
        counts.append(len(statements))
    assert counts[0] == counts[1] <= 10
