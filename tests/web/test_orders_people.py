"""Who works on an order."""

from typing import Any

import pytest
from sqlalchemy import select

from models import Order, OrderHistory, Shop, begin
from tests.people import make_user
from tests.shopfloor import make_order
from tests.web.conftest import Ask, Staff, add

PARTS = {"responsible": ("florist", "manager", "director"), "courier": ("courier",)}


def test_an_order_goes_to_who_takes_it_first(ask: Ask, shop: Shop, staff: Staff) -> None:
    path = f"/orders/{add(make_order, shop).id}/take"
    taken = ask("POST", path, as_role="florist")
    assert (taken.status_code, taken.json["responsible_id"]) == (200, staff("florist").id)
    assert taken.json["assigned_by_id"] == staff("florist").id
    assert taken.json["assigned_at"]
    again = ask("POST", path, as_role="florist")
    assert (again.status_code, again.json["version"]) == (200, taken.json["version"])
    assert ask("POST", path, as_role="manager").status_code == 409


def test_somebody_above_all_shops_takes_none(ask: Ask, shop: Shop) -> None:
    answer = ask("POST", f"/orders/{add(make_order, shop).id}/take", as_role="superadmin")
    assert (answer.status_code, list(answer.json["errors"])) == (422, ["responsible_id"])


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("role", ["courier", "florist", "manager", "director"])
def test_a_part_goes_to_a_fitting_role(ask: Ask, shop: Shop, staff: Staff, part: str, role: str) -> None:
    order = add(make_order, shop)
    body = {f"{part}_id": staff(role).id}
    answer = ask("PATCH", f"/orders/{order.id}/assign-{part}", as_role="manager", json=body)
    if role not in PARTS[part]:
        assert (answer.status_code, list(answer.json["errors"])) == (422, [f"{part}_id"])
        return
    assert answer.status_code == 200, answer.text
    assert (answer.json[f"{part}_id"], answer.json["assigned_by_id"]) == (staff(role).id, staff("manager").id)
    with begin() as session:
        (row,) = session.scalars(select(OrderHistory))
        assert (row.field, row.old_value, row.new_value) == (f"{part}_id", None, str(staff(role).id))
        assert row.actor_id == staff("manager").id


@pytest.mark.parametrize("part", PARTS)
def test_null_makes_it_nobodys(ask: Ask, shop: Shop, staff: Staff, part: str) -> None:
    order = add(make_order, shop, courier_id=staff("courier").id, responsible_id=staff("florist").id)
    answer = ask("PATCH", f"/orders/{order.id}/assign-{part}", as_role="manager", json={f"{part}_id": None})
    assert answer.json[f"{part}_id"] is None
    assert answer.json["assigned_by_id"] == staff("manager").id


@pytest.mark.parametrize("part", PARTS)
def test_nobody_else_may_have_a_part(ask: Ask, shop: Shop, other_shop: Shop, part: str) -> None:
    order = add(make_order, shop)
    role = PARTS[part][0]
    strangers = add(make_user, other_shop, role), add(make_user, shop, role, is_active=False)
    for id in (*(stranger.id for stranger in strangers), 10**9):
        answer = ask("PATCH", f"/orders/{order.id}/assign-{part}", as_role="manager", json={f"{part}_id": id})
        assert (answer.status_code, list(answer.json["errors"])) == (422, [f"{part}_id"])
    with begin() as session:
        row = session.get_one(Order, order.id)
        assert (row.courier_id, row.responsible_id) == (None, None)


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("body", [{}, {"id": 1}, "5", 0])
def test_fields_of_the_wrong_kind(ask: Ask, shop: Shop, part: str, body: Any) -> None:
    body = body if isinstance(body, dict) else {f"{part}_id": body}
    path = f"/orders/{add(make_order, shop).id}/assign-{part}"
    answer = ask("PATCH", path, as_role="manager", json=body)
    assert answer.status_code == 422
    assert f"{part}_id" in answer.json["errors"]


@pytest.mark.parametrize("status", ["delivered", "cancelled"])
def test_what_is_over_is_nobodys_work(ask: Ask, shop: Shop, staff: Staff, status: str) -> None:
    path = f"/orders/{add(make_order, shop, status=status).id}"
    assert ask("POST", f"{path}/take", as_role="florist").status_code == 409
    body = {"courier_id": staff("courier").id}
    assert ask("PATCH", f"{path}/assign-courier", as_role="manager", json=body).status_code == 409


def test_a_florist_assigns_nobody(ask: Ask, shop: Shop, staff: Staff) -> None:
    path = f"/orders/{add(make_order, shop).id}"
    for part in PARTS:
        answer = ask("PATCH", f"{path}/assign-{part}", as_role="florist", json={f"{part}_id": None})
        assert answer.status_code == 403


def test_a_courier_sees_an_order_from_when_it_is_theirs(ask: Ask, shop: Shop, staff: Staff) -> None:
    path = f"/orders/{add(make_order, shop).id}"
    assert ask("GET", path, as_role="courier").status_code == 404
    ask("PATCH", f"{path}/assign-courier", as_role="manager", json={"courier_id": staff("courier").id})
    assert ask("GET", path, as_role="courier").status_code == 200
