"""What is owed to the site, in the console."""

from datetime import UTC, datetime, timedelta

import pytest

from models import Shop, User, begin
from tests.shopfloor import make_link, make_order, make_product
from tests.traffic import NOON, make_debt
from tests.web.conftest import Ask

PATH = "/sync/outbox"


@pytest.fixture
def debts(shop: Shop) -> list[int]:
    """A dead letter, one in back-off, and one that is being worked."""
    working = {"lease_until": datetime.now(UTC) + timedelta(minutes=1), "wished_at": NOON}
    with begin() as session:
        return [
            make_debt(session, shop, "1", state="dead", error="http_404", attempts=3, wished_at=NOON).id,
            make_debt(session, shop, "2", attempts=2, due_at=datetime.now(UTC) + timedelta(hours=1)).id,
            make_debt(session, shop, "3", kind="order", **working).id,
        ]


def test_those_wished_for_last_come_first(ask: Ask, debts: list[int]) -> None:
    listed = ask("GET", PATH, as_role="manager").json
    assert [item["id"] for item in listed["items"]] == [debts[1], debts[2], debts[0]]
    assert listed["items"][2]["error"] == "http_404"


@pytest.mark.parametrize(("query", "found"), [("state=dead", {0}), ("kind=order", {2}), ("state=settled", set())])
def test_filters_narrow_the_list(ask: Ask, debts: list[int], query: str, found: set[int]) -> None:
    listed = ask("GET", f"{PATH}?{query}", as_role="manager").json["items"]
    assert {item["id"] for item in listed} == {debts[index] for index in found}


@pytest.mark.parametrize("index", [0, 1])
def test_what_was_given_up_or_backs_off_is_due_at_once(ask: Ask, debts: list[int], index: int) -> None:
    answer = ask("POST", f"{PATH}/{debts[index]}/retry", as_role="manager")
    assert (answer.status_code, answer.json["state"], answer.json["attempts"]) == (200, "pending", 0)
    assert datetime.fromisoformat(answer.json["due_at"]) <= datetime.now(UTC)


def test_what_is_being_worked_is_left_alone(ask: Ask, debts: list[int]) -> None:
    assert ask("POST", f"{PATH}/{debts[2]}/retry", as_role="manager").status_code == 409


def test_to_another_shop_none_of_it_is_there(ask: Ask, debts: list[int], stranger: User) -> None:
    assert ask("GET", PATH, user=stranger).json["total"] == 0
    assert ask("POST", f"{PATH}/{debts[0]}/retry", user=stranger).status_code == 404


def test_each_names_the_order_it_is_about_also_before_the_site_knows_it(ask: Ask, shop: Shop) -> None:
    with begin() as session:
        order, product = make_order(session, shop), make_product(session, shop)
        ids = {"new_order": order.id, "product": product.id, "order": None}
        make_link(session, product, 9)
        for kind, key in (("new_order", str(order.uuid)), ("product", "9"), ("order", "77")):
            make_debt(session, shop, key, kind=kind)
    listed = ask("GET", PATH, as_role="manager").json["items"]
    assert {item["kind"]: item["local_id"] for item in listed} == ids
