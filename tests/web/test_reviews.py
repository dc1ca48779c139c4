"""What customers say is seen once the shop has published it."""

from datetime import UTC, datetime
from typing import Any

import pytest
from sqlalchemy import select

from models import Product, Review, Shop, begin
from tests.people import make_user
from tests.queries import watched
from tests.shopfloor import make_product
from tests.web.conftest import Ask, Staff, add

SAID = {"author_name": "Алия", "rating": 5, "text": "Свежие"}


def make_review(session: Any, shop: Shop, product: Product | None = None, **columns: Any) -> Review:
    given = SAID | {"status": "published", "product_id": product.id if product else None} | columns
    review = Review(shop_id=shop.id, **given)
    session.add(review)
    session.flush()
    return review


@pytest.fixture
def product(shop: Shop) -> Product:
    return add(make_product, shop)


def ids(answer: Any) -> list[int]:
    return [item["id"] for item in answer.json["items"]]


def test_a_customers_review_waits_for_the_shop(ask: Ask, shop: Shop, product: Product, staff: Staff) -> None:
    for path in ("/reviews/company", f"/reviews/product/{product.id}"):
        made = ask("POST", path, json=SAID)
        assert (made.status_code, made.json["status"]) == (201, "pending")
        assert ask("GET", path).json["total"] == 0
        admin = f"/reviews/admin/{made.json['id']}"
        moderated = ask("PATCH", admin, as_role="manager", json={"status": "published"}).json
        assert (moderated["status"], moderated["moderated_by_id"]) == ("published", staff("manager").id)
        assert ids(ask("GET", path)) == [made.json["id"]]
        assert ask("PATCH", admin, as_role="manager", json={"status": "hidden"}).status_code == 200
        assert ask("GET", path).json["total"] == 0


def test_a_list_is_of_the_shop_or_of_one_product(ask: Ask, shop: Shop, product: Product) -> None:
    with begin() as session:
        company = make_review(session, shop)
        of_product = make_review(session, shop, product)
        make_review(session, shop, make_product(session, shop))
    assert ids(ask("GET", "/reviews/company")) == [company.id]
    answer = ask("GET", f"/reviews/product/{product.id}")
    assert ids(answer) == [of_product.id]
    assert list(answer.json) == ["items", "total", "next"]


def test_the_rating_counts_published_reviews_of_all_pages(ask: Ask, shop: Shop) -> None:
    assert ask("GET", "/reviews/company?rating=true").json["rating"] == {"average": None, "count": 0}
    with begin() as session:
        for stars in (5, 4, 4):
            make_review(session, shop, rating=stars)
        make_review(session, shop, rating=1, status="pending")
        make_review(session, shop, rating=1, status="hidden")
    answer = ask("GET", "/reviews/company?limit=1&rating=true").json
    assert answer["rating"] == {"average": 4.33, "count": 3}
    assert (len(answer["items"]), answer["total"]) == (1, 3)


def test_reviews_come_newest_first_and_page_by_page(ask: Ask, shop: Shop) -> None:
    with begin() as session:
        made = [make_review(session, shop, created_at=datetime(2026, 1, day, tzinfo=UTC)).id for day in (2, 3, 1)]
    first = ask("GET", "/reviews/company?limit=2")
    assert ids(first) == [made[1], made[0]]
    assert ids(ask("GET", f"/reviews/company?limit=2&cursor={first.json['next']}")) == [made[2]]


def test_the_platform_shows_all_open_shops(ask: Ask, shop: Shop, other_shop: Shop, product: Product) -> None:
    with begin() as session:
        made = [make_review(session, place).id for place in (shop, other_shop)]
        make_review(session, shop, status="pending")
        make_review(session, shop, product)
    assert ids(ask("GET", "/reviews/platform")) == made[::-1]
    with begin() as session:
        session.get_one(Shop, other_shop.id).is_active = False
    assert ids(ask("GET", "/reviews/platform")) == made[:1]


def test_moderation_sees_everything_of_the_own_shop(
    ask: Ask, shop: Shop, other_shop: Shop, product: Product
) -> None:
    with begin() as session:
        pending = make_review(session, shop, status="pending")
        published = make_review(session, shop, product, rating=4)
        make_review(session, other_shop)
    assert ids(ask("GET", "/reviews/admin", as_role="manager")) == [published.id, pending.id]
    assert ids(ask("GET", "/reviews/admin?status=pending", as_role="manager")) == [pending.id]
    assert ids(ask("GET", f"/reviews/admin?product_id={product.id}", as_role="manager")) == [published.id]
    assert ids(ask("GET", "/reviews/admin?rating=4", as_role="manager")) == [published.id]
    assert ask("GET", "/reviews/admin?status=x", as_role="manager").status_code == 422
    assert ask("GET", "/reviews/admin?rating=6", as_role="manager").status_code == 422


def test_moderation_is_the_managers(ask: Ask, shop: Shop) -> None:
    review = add(make_review, shop)
    for role, status in ((None, 401), ("florist", 403)):
        assert ask("GET", "/reviews/admin", as_role=role).status_code == status
        assert ask("PATCH", f"/reviews/admin/{review.id}", as_role=role, json={}).status_code == status


def test_another_shops_review_cannot_be_moderated(ask: Ask, shop: Shop, other_shop: Shop) -> None:
    foreign = add(make_review, other_shop, status="pending")
    for review_id in (foreign.id, 9007199254740991):
        answer = ask("PATCH", f"/reviews/admin/{review_id}", as_role="director", json={"status": "published"})
        assert answer.status_code == 404
    with begin() as session:
        assert session.scalars(select(Review.status)).all() == ["pending"]


def test_a_review_is_the_shops_that_is_asked_for(ask: Ask, shop: Shop, other_shop: Shop) -> None:
    made = ask("POST", f"/reviews/company?shop_id={other_shop.id}", json=SAID)
    assert made.json["shop_id"] == other_shop.id
    assert (
        ask("POST", "/reviews/company", user=add(make_user, other_shop), json=SAID).json["shop_id"] == other_shop.id
    )
    assert ask("POST", "/reviews/company?shop_id=7", json=SAID).status_code == 404


def test_what_customers_do_not_see_has_no_reviews(ask: Ask, shop: Shop, other_shop: Shop) -> None:
    with begin() as session:
        hidden = make_product(session, shop, enabled=False)
        deleted = make_product(session, shop, deleted_at=shop.created_at)
        foreign = make_product(session, other_shop)
    for product_id in (hidden.id, deleted.id, foreign.id, 1):
        for method, body in (("GET", None), ("POST", SAID)):
            assert ask(method, f"/reviews/product/{product_id}", json=body).status_code == 404


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("rating", 0),
        ("rating", 6),
        ("rating", "5"),
        ("rating", 4.5),
        ("author_name", " "),
        ("author_name", "x" * 101),
        ("text", ""),
        ("text", "x" * 2_001),
        ("text", "a\0b"),
        ("status", "published"),
        ("shop_id", 8),
    ],
)
def test_bad_input_names_the_field(ask: Ask, shop: Shop, field: str, value: Any) -> None:
    answer = ask("POST", "/reviews/company", json=SAID | {field: value})
    assert answer.status_code == 422
    assert list(answer.json["errors"]) in ([field], ["json"])


def test_a_list_costs_as_many_statements_whatever_its_length(
    ask: Ask, shop: Shop, product: Product, staff: Staff
) -> None:
    staff("manager")
    paths = ("/reviews/company?rating=1", f"/reviews/product/{product.id}", "/reviews/platform", "/reviews/admin")
    counts = []
    for _ in range(2):
        with begin() as session:
            for _ in range(3):
                make_review(session, shop)
                make_review(session, shop, product)
        for path in paths:
            with watched() as statements:
                assert ask("GET", path, as_role="manager").status_code == 200
            counts.append(len(statements))
    assert counts[: len(paths)] == counts[len(paths) :]
    assert max(counts) <= 10
