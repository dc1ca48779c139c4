"""GET /audit: a director reads who changed what, when and from where."""

from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import select, text, update

from models import AuditEntry, Product, Shop, begin, engine
from sync.retention import forget_audit
from tests.people import make_user
from tests.queries import watched
from tests.shopfloor import make_product
from tests.web.conftest import Ask, Staff, add


@pytest.fixture
def product(shop: Shop) -> Product:
    return add(make_product, shop, price=100)


def test_an_edit_over_the_api_is_written_down(ask: Ask, product: Product, staff: Staff) -> None:
    edit = ask("PUT", f"/products/{product.id}", as_role="florist", json={"price": 200})
    (entry,) = ask("GET", "/audit", as_role="director").json["items"]
    assert datetime.fromisoformat(entry.pop("at")).tzinfo is not None
    assert entry.pop("id") > 0
    assert entry == {
        "user_id": staff("florist").id,
        "user_name": staff("florist").name,
        "action": "changed",
        "entity": "product",
        "entity_id": product.id,
        "changes": {"price": [100, 200]},
        "address": "127.0.0.1",
        "request_id": edit.headers["X-Request-ID"],
    }


def test_what_was_refused_is_not(ask: Ask, product: Product) -> None:
    assert ask("PUT", f"/products/{product.id}", as_role="florist", json={"width": 5}).status_code == 409
    assert ask("GET", "/audit", as_role="director").json == {"items": [], "total": 0, "next": None}


def test_entries_are_found_by_what_whom_and_when(ask: Ask, product: Product, staff: Staff) -> None:
    new = ask("POST", "/products/", as_role="manager", json={"name": "Пионы", "price": 1}).json
    ask("PUT", f"/products/{product.id}", as_role="florist", json={"price": 200})
    with begin() as session:
        first = session.scalar(select(AuditEntry.id).order_by(AuditEntry.id).limit(1))
        earlier = update(AuditEntry).where(AuditEntry.id == first).values(at=datetime.now(UTC) - timedelta(days=2))
        session.execute(earlier)
    yesterday = (datetime.now(UTC) - timedelta(days=1)).isoformat().replace("+", "%2B")
    for query, found in (
        ("", [product.id, new["id"]]),
        ("entity=product", [product.id, new["id"]]),
        ("entity=user", []),
        (f"entity=product&entity_id={new['id']}", [new["id"]]),
        (f"user={staff('florist').id}", [product.id]),
        (f"user={staff('director').id}", []),
        (f"since={yesterday}", [product.id]),
    ):
        answer = ask("GET", f"/audit?{query}", as_role="director")
        assert [entry["entity_id"] for entry in answer.json["items"]] == found, query


@pytest.mark.parametrize("query", ["entity=order", "entity_id=x", "user=0", "since=yesterday", "limit=0"])
def test_a_filter_that_is_none_is_named(ask: Ask, shop: Shop, query: str) -> None:
    answer = ask("GET", f"/audit?{query}", as_role="director")
    assert answer.status_code == 422
    assert list(answer.json["errors"]) == [query.partition("=")[0]]


@pytest.mark.parametrize("since", ["2026-01-01T00:00%2B22:43", "0001-01-01T00:00Z", "9999-12-31T23:59-23:59"])
def test_a_time_with_any_offset_is_one_or_is_refused(ask: Ask, shop: Shop, since: str) -> None:
    """PostgreSQL takes no offset of a day, and Python no year before the first."""
    assert ask("GET", f"/audit?since={since}", as_role="director").status_code in (200, 422)


def test_another_shops_entries_are_not_there(ask: Ask, product: Product, other_shop: Shop) -> None:
    ask("PUT", f"/products/{product.id}", as_role="florist", json={"price": 200})
    assert ask("GET", "/audit", user=add(make_user, other_shop)).json["total"] == 0


def test_a_superadmins_hand_is_seen_without_a_name(ask: Ask, product: Product, staff: Staff) -> None:
    ask("PUT", f"/products/{product.id}", as_role="superadmin", json={"price": 200})
    (entry,) = ask("GET", "/audit", as_role="director").json["items"]
    assert (entry["user_id"], entry["user_name"]) == (staff("superadmin").id, None)


def test_a_page_takes_the_same_statements_however_long(ask: Ask, product: Product, staff: Staff) -> None:
    for price in range(1, 8):
        ask("PUT", f"/products/{product.id}", as_role="florist", json={"price": price})
    staff("director")
    counts = []
    for limit in (1, 7):
        with watched() as statements:
            assert len(ask("GET", f"/audit?limit={limit}", as_role="director").json["items"]) == limit
        counts.append(len(statements))
    assert counts == [4, 4]


def test_entries_are_forgotten_after_a_year(ask: Ask, product: Product) -> None:
    for price in (1, 2):
        ask("PUT", f"/products/{product.id}", as_role="florist", json={"price": price})
    with begin() as session:
        session.execute(
            text(
                "UPDATE audit_entry SET at = at - CASE id % 2 WHEN 0 THEN interval '366 days'"
                " ELSE interval '364 days' END"
            )
        )
    assert forget_audit(engine()) == 1
    assert ask("GET", "/audit", as_role="director").json["total"] == 1
