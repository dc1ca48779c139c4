"""A customer follows an order by its tracking id alone."""

from datetime import date, timedelta
from typing import Any

import pytest
from sqlalchemy import func, select

from models import Order, OrderHistory, OrderPhoto, Shop, SyncLink, begin
from models.order import STATUSES
from tests.people import make_user
from tests.queries import watched
from tests.shopfloor import make_link, make_order
from tests.web.conftest import Ask, add

EDIT = {
    "recipient_name": "Мадина",
    "recipient_phone": "+77000000777",
    "delivery_address": "Сатпаева 2",
    "delivery_date": (date.today() + timedelta(days=30)).isoformat(),
    "delivery_time": "16:00-18:00",
    "comment": "Позвонить",
}
SECRETS = ("+77000000101", "77000000101", "0000101", "+77000000202", "0000202", "canary")


@pytest.fixture
def order(shop: Shop) -> Order:
    return add(
        make_order,
        shop,
        customer_name="Алия",
        customer_phone="+77000000101",
        recipient_name="Сауле",
        recipient_phone="+77000000202",
        problem_reason="canary",
        customer_email="canary@shop.example",
        delivery_notes="canary",
        postcard_text="canary",
    )


def path(order: Order) -> str:
    return f"/orders/by-tracking/{order.tracking_id}"


def test_an_order_tells_how_far_it_is_and_hides_phones(ask: Ask, order: Order, shop: Shop) -> None:
    answer = ask("GET", path(order))
    assert answer.status_code == 200, answer.text
    shown = answer.json
    assert (shown["number"], shown["status"], shown["shop_name"]) == (order.number, "new", shop.name)
    assert (shown["sender_name"], shown["sender_phone"]) == ("Алия", "+7 700 *** ** 01")
    assert (shown["recipient_name"], shown["recipient_phone"]) == ("Сауле", "+7 700 *** ** 02")
    assert shown["items"] == [{"name": "Букет", "quantity": 1, "price": 1_000_000, "total": 1_000_000}]
    assert (shown["total"], shown["photos"], shown["editable"]) == (1_000_000, [], sorted(EDIT))
    assert not any(secret in answer.text for secret in SECRETS)


def test_who_prefers_not_to_be_known_is_not_named(ask: Ask, shop: Shop) -> None:
    order = add(make_order, shop, customer_name="Алия", anonymous_sender=True)
    answer = ask("GET", path(order))
    assert (answer.json["sender_name"], answer.json["sender_phone"]) == (None, None)
    assert "Алия" not in answer.text


@pytest.mark.parametrize("delivery_type", ["scheduled", "pickup"])
def test_every_status_is_said_in_plain_words(ask: Ask, shop: Shop, delivery_type: str) -> None:
    said = set()
    for status in STATUSES:
        order = add(make_order, shop, status=status, delivery_type=delivery_type)
        answer = ask("GET", f"{path(order)}/status").json
        assert answer["status"] == status
        assert ask("GET", path(order)).json["status_text"] == answer["status_text"]
        said.add(answer["status_text"])
    assert len(said) == len(STATUSES)
    assert ("Заказ выдан" in said) == (delivery_type == "pickup")


def test_the_status_alone_names_nobody(ask: Ask, order: Order) -> None:
    answer = ask("GET", f"{path(order)}/status")
    assert set(answer.json) == {
        "number",
        "tracking_id",
        "status",
        "status_text",
        "delivery_date",
        "delivery_time",
        "updated_at",
    }


@pytest.mark.parametrize(
    "tid", ["1", "000000001", "123456789", "12345678a", "1234567890", "a%00b", "%F0%9F%8C%B9", "٣٣٣٣٣٣٣٣٣"]
)
def test_nothing_else_is_anybodys(ask: Ask, order: Order, tid: str) -> None:
    for method, rest, body in (
        ("GET", "", None),
        ("GET", "/status", None),
        ("PUT", "", {"comment": "x"}),
        ("POST", "/photo/feedback", {"feedback": "like"}),
    ):
        options = {"json": body} if body else {}
        assert ask(method, f"/orders/by-tracking/{tid}{rest}", **options).status_code == 404


def test_it_is_found_in_whichever_shop_it_is_unless_that_is_closed(ask: Ask, shop: Shop, other_shop: Shop) -> None:
    order = add(make_order, other_shop)
    assert ask("GET", path(order)).json["shop_name"] == other_shop.name
    assert ask("PUT", path(order), user=add(make_user, shop), json={"comment": "x"}).json["comment"] == "x"
    with begin() as session:
        session.get_one(Shop, other_shop.id).is_active = False
    assert ask("GET", path(order)).status_code == 404


@pytest.mark.parametrize("status", STATUSES)
def test_a_customer_corrects_it_until_it_is_assembled(ask: Ask, shop: Shop, status: str) -> None:
    order = add(make_order, shop, status=status)
    for field, value in EDIT.items():
        answer = ask("PUT", path(order), json={field: value})
        if status in ("new", "paid", "accepted"):
            assert answer.status_code == 200, answer.text
            assert answer.json[field] == ("+7 700 *** ** 77" if field == "recipient_phone" else value)
        else:
            assert (answer.status_code, list(answer.json["errors"])) == (409, [field])
    if status == "new":
        with begin() as session:
            rows = session.scalars(select(OrderHistory)).all()
            assert {row.actor_kind for row in rows} == {"customer"}
            assert {row.field for row in rows} == set(EDIT)


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("customer_name", "x"),
        ("phone", "+77000000103"),
        ("status", "paid"),
        ("total", 1),
        ("postcard_text", "x"),
        ("delivery_type", "pickup"),
        ("is_surprise", True),
        ("recipient_phone", "+7 700 *** ** 02"),
        ("recipient_phone", None),
        ("recipient_name", " "),
        ("delivery_address", ""),
        ("delivery_date", "2020-01-01"),
        ("delivery_date", "завтра"),
        ("comment", "x" * 5_001),
    ],
)
def test_nothing_else_is_a_customers_to_change(ask: Ask, order: Order, field: str, value: Any) -> None:
    answer = ask("PUT", path(order), json={field: value})
    assert (answer.status_code, list(answer.json["errors"])) == (422, [field])


def test_in_a_mirrored_shop_it_stays_here_and_no_older_read_goes_over_it(ask: Ask, shop: Shop) -> None:
    with begin() as session:
        order = make_order(session, shop)
        make_link(session, order, seq=1)
    assert ask("PUT", path(order), json={"comment": "x", "delivery_time": "16:00-18:00"}).status_code == 200
    with begin() as session:
        assert session.scalars(select(SyncLink.seq)).all() == [2]


@pytest.fixture
def photographed(shop: Shop) -> Order:
    with begin() as session:
        order = make_order(session, shop, status="assembled")
        session.add(OrderPhoto(order_id=order.id, key=f"{'a' * 32}.jpg"))
        return order


def test_the_photo_is_judged_once(ask: Ask, photographed: Order) -> None:
    (photo,) = ask("GET", path(photographed)).json["photos"]
    assert photo == {
        "url": f"/api/v1/files/{'a' * 32}.jpg",
        "label": None,
        "feedback": None,
        "comment": None,
    }
    body = {"feedback": "dislike", "comment": "Не те розы"}
    answer = ask("POST", f"{path(photographed)}/photo/feedback", json=body)
    assert (answer.status_code, answer.json["photos"]) == (200, [photo | body])
    assert ask("POST", f"{path(photographed)}/photo/feedback", json={"feedback": "like"}).status_code == 409
    shown = ask("GET", f"/orders/{photographed.id}", as_role="florist").json["photo"]
    assert (shown["feedback"], shown["feedback_comment"]) == ("dislike", "Не те розы")
    assert shown["feedback_at"]


def test_without_a_photo_there_is_nothing_to_judge(ask: Ask, order: Order) -> None:
    assert ask("POST", f"{path(order)}/photo/feedback", json={"feedback": "like"}).status_code == 404
    for body in ({}, {"feedback": "meh"}, {"feedback": None}):
        answer = ask("POST", f"{path(order)}/photo/feedback", json=body)
        assert (answer.status_code, list(answer.json["errors"])) == (422, ["feedback"])


def test_a_deleted_order_is_not_there(ask: Ask, shop: Shop) -> None:
    with begin() as session:
        order = make_order(session, shop)
        order.deleted_at = session.scalar(select(func.now()))
    assert ask("GET", path(order)).status_code == 404


def test_it_is_a_few_queries(ask: Ask, order: Order) -> None:
    with watched() as statements:
        ask("GET", path(order))
    assert len(statements) <= 6
