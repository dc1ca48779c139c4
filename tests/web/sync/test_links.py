"""One entity on both sides, as the console shows it."""

from datetime import UTC, datetime, timedelta

import pytest

from models import Product, Shop, SyncLink, User, begin
from tests.shopfloor import make_conflict, make_link, make_order, make_product
from tests.traffic import make_debt
from tests.web.conftest import Ask

BASE = {"name": {"ours": "Розы", "theirs": "Розы &amp; пионы"}, "price": {"ours": 500_000, "theirs": 500_000}}


@pytest.fixture
def link(shop: Shop) -> SyncLink:
    """Of a product whose price moved here since both sides agreed."""
    with begin() as session:
        product = make_product(session, shop, price=600_000)
        return make_link(session, product, base=BASE, rejected={"width": "width: 'wide'"})


def path(link: SyncLink) -> str:
    return f"/sync/links/{link.kind}/{link.bitrix_id}"


def test_each_shared_field_shows_what_is_remembered_and_what_is_now(ask: Ask, link: SyncLink) -> None:
    shown = ask("GET", path(link), as_role="manager").json
    fields = {field["name"]: field for field in shown["fields"]}
    assert fields["price"] == {
        "name": "price",
        "direction": "both",
        "owner": "site",
        "now": 600_000,
        "ours": 500_000,
        "theirs": 500_000,
        "rejected": None,
    }
    assert fields["name"]["theirs"] == "Розы &amp; пионы"
    assert fields["width"]["rejected"] == "width: 'wide'"
    assert (shown["pending"], shown["conflicts"], shown["local_id"]) == (None, [], link.local_id)


def test_what_it_owes_and_its_conflicts_stand_beside(ask: Ask, shop: Shop, link: SyncLink) -> None:
    with begin() as session:
        make_debt(session, shop, str(link.bitrix_id), state="dead", error="http_405")
        make_conflict(session, link)
        make_conflict(session, link, state="resolved")
    shown = ask("GET", path(link), as_role="manager").json
    assert shown["pending"]["error"] == "http_405"
    assert [(each["field"], each["bitrix_id"]) for each in shown["conflicts"]] == [("price", link.bitrix_id)]


def test_an_order_shows_the_code_of_the_site_as_its_status(ask: Ask, shop: Shop) -> None:
    with begin() as session:
        order = make_order(session, shop, status="accepted", bitrix_status="AP")
        link = make_link(session, order, base={"status": {"ours": "AP", "theirs": "AP"}})
    fields = ask("GET", path(link), as_role="manager").json["fields"]
    assert next(field["now"] for field in fields if field["name"] == "status") == "AP"


def test_a_tombstone_has_nothing_now(ask: Ask, link: SyncLink) -> None:
    with begin() as session:
        session.get_one(SyncLink, link.id).local_id = None
    assert {field["now"] for field in ask("GET", path(link), as_role="manager").json["fields"]} == {None}


def test_agreement_is_owed_at_once_also_out_of_a_back_off(ask: Ask, shop: Shop, link: SyncLink) -> None:
    with begin() as session:
        later = datetime.now(UTC) + timedelta(hours=1)
        make_debt(session, shop, str(link.bitrix_id), attempts=3, due_at=later)
    answer = ask("POST", f"{path(link)}/agree", as_role="manager")
    assert (answer.status_code, answer.json["state"], answer.json["reason"]) == (202, "pending", "asked")
    assert datetime.fromisoformat(answer.json["due_at"]) <= datetime.now(UTC)
    assert answer.json["request_id"] == answer.headers["X-Request-ID"]


def test_what_is_not_linked_or_is_anothers_is_not_there(ask: Ask, link: SyncLink, stranger: User) -> None:
    for method, tail in (("GET", ""), ("POST", "/agree")):
        assert ask(method, f"{path(link)}{tail}", user=stranger).status_code == 404
        for other in ("product/1", "shop/1", "%00/1", f"order/{link.bitrix_id}"):
            assert ask(method, f"/sync/links/{other}{tail}", as_role="manager").status_code == 404
    with begin() as session:
        assert session.get_one(Product, link.local_id).price == 600_000
