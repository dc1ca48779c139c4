"""Products in another sequence than newest first."""

from datetime import UTC, datetime

import pytest

from models import Shop
from tests.shopfloor import make_product
from tests.web.conftest import Ask, add


@pytest.fixture
def products(shop: Shop) -> None:
    prices = {"б": 300, "А": 100, "в": 200, "г": 200}
    for hour, (name, price) in enumerate(prices.items()):
        add(make_product, shop, name=name, price=price, created_at=datetime(2026, 4, 1, hour, tzinfo=UTC))


@pytest.mark.parametrize(
    ("sort", "expected"),
    [
        ("-created_at", "гвАб"),
        ("created_at", "бАвг"),
        ("price", "Авгб"),
        ("-price", "бгвА"),
        ("name", "Абвг"),
        ("-name", "гвбА"),
    ],
)
def test_pages_follow_one_another(ask: Ask, products: None, sort: str, expected: str) -> None:
    seen = ""
    for page in (1, 2, 3):
        answer = ask("GET", f"/products/admin?sort={sort}&limit=2&page={page}", as_role="florist").json
        seen += "".join(item["name"] for item in answer["items"])
        assert answer["total"] == 4
    assert seen == expected


def test_a_cursor_is_for_newest_first_alone(ask: Ask, products: None) -> None:
    first = ask("GET", "/products/admin?limit=2", as_role="florist").json
    answer = ask("GET", f"/products/admin?sort=price&cursor={first['next']}", as_role="florist")
    assert (answer.status_code, list(answer.json["errors"])) == (422, ["cursor"])


def test_another_word_is_refused(ask: Ask, shop: Shop) -> None:
    answer = ask("GET", "/products/admin?sort=enabled", as_role="florist")
    assert (answer.status_code, list(answer.json["errors"])) == (422, ["sort"])
