"""A request that must not be done twice is done once, and answered alike for a day."""

from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from sqlalchemy import func, select, text

from models import IdempotencyKey, Order, Outbox, Shop, begin, engine
from sync import edits
from sync.retention import forget_answers
from tests.people import make_user
from tests.queries import watched
from tests.shopfloor import make_product, make_recipe, make_warehouse_item
from tests.web.conftest import Ask, Staff, add, bearer

HEADER, REPLAYED = "Idempotency-Key", "Idempotent-Replayed"
KEY = {HEADER: "0f5b9d1e-8f0b-4f5e-9c55-7a1f2f1f3c11"}
PATH = "/orders/with-items"
# What makes orders or moves goods.
MOVING = {
    "/orders/",
    "/orders/with-items",
    "/orders/public/create",
    "/orders/{order_id}/items",
    "/orders/{order_id}/cancel",
    "/warehouse/",
    "/warehouse/{item_id}/writeoff",
    "/warehouse/{item_id}/delivery",
    "/warehouse/{item_id}/sale",
    "/inventory/",
    "/inventory/{check_id}/apply",
}


@pytest.fixture
def body(shop: Shop) -> dict[str, Any]:
    product = add(make_product, shop)
    return {
        "customer_name": "Алия",
        "phone": "+77000000002",
        "items": [{"product_id": product.id, "quantity": 1}],
    }


def count(model: type[Any]) -> int:
    with begin() as session:
        return session.scalar(select(func.count()).select_from(model)) or 0


def test_the_second_time_the_first_answer_comes_back(ask: Ask, body: dict[str, Any]) -> None:
    first = ask("POST", PATH, as_role="florist", json=body, headers=KEY)
    second = ask("POST", PATH, as_role="florist", json=body, headers=KEY)
    assert first.status_code == second.status_code == 201
    assert first.data == second.data
    assert (first.headers.get(REPLAYED), second.headers.get(REPLAYED)) == (None, "true")
    assert second.mimetype == "application/json"
    assert (count(Order), count(Outbox)) == (1, 1)


def test_without_a_key_each_request_counts(ask: Ask, body: dict[str, Any]) -> None:
    for _ in range(2):
        assert ask("POST", PATH, as_role="florist", json=body).status_code == 201
    assert (count(Order), count(IdempotencyKey)) == (2, 0)


def test_another_request_under_the_same_key_is_refused(ask: Ask, body: dict[str, Any]) -> None:
    assert ask("POST", PATH, as_role="florist", json=body, headers=KEY).status_code == 201
    for path, given in ((PATH, body | {"comment": "x"}), ("/orders/", body), (f"{PATH}?shop_id=1", body)):
        answer = ask("POST", path, as_role="florist", json=given, headers=KEY)
        assert answer.status_code == 422
        assert list(answer.json["errors"]) == [HEADER]
    assert count(Order) == 1


def test_the_query_may_be_of_any_bytes(ask: Ask, body: dict[str, Any]) -> None:
    query = {"QUERY_STRING": "\xff"}
    answer = ask("POST", PATH, as_role="florist", json=body, headers=KEY, environ_overrides=query)
    assert answer.status_code == 201


@pytest.mark.parametrize("key", ["", " ", "a b", "a\tb", "ключ", "x" * 201, "\x7f"])
def test_a_key_that_is_none_is_refused(ask: Ask, body: dict[str, Any], key: str) -> None:
    sent = {HEADER: key.encode().decode("latin-1")}
    answer = ask("POST", PATH, as_role="florist", json=body, headers=sent)
    assert answer.status_code == 422
    assert list(answer.json["errors"]) == [HEADER]
    assert count(Order) == 0


def test_the_longest_key_is_taken(ask: Ask, body: dict[str, Any]) -> None:
    sent = {HEADER: "!~" * 100}
    assert ask("POST", PATH, as_role="florist", json=body, headers=sent).status_code == 201


def test_a_key_is_one_persons(ask: Ask, body: dict[str, Any], shop: Shop) -> None:
    for _ in range(2):
        assert ask("POST", PATH, user=add(make_user, shop), json=body, headers=KEY).status_code == 201
    assert count(Order) == 2


def test_errors_are_not_kept(ask: Ask, shop: Shop, staff: Staff) -> None:
    with begin() as session:
        product = make_product(session, shop)
        item = make_warehouse_item(session, shop, quantity=1)
        make_recipe(session, product, item)
    short = {"customer_name": "Алия", "phone": "+77000000002", "items": [{"product_id": product.id, "quantity": 2}]}
    assert ask("POST", PATH, as_role="florist", json=short, headers=KEY).status_code == 400
    assert ask("POST", PATH, as_role="florist", json={}, headers=KEY).status_code == 422
    assert count(IdempotencyKey) == 0
    short["items"][0]["quantity"] = 1
    assert ask("POST", PATH, as_role="florist", json=short, headers=KEY).status_code == 201


def test_a_crash_after_the_work_leaves_neither_order_nor_key(
    ask: Ask, body: dict[str, Any], monkeypatch: pytest.MonkeyPatch
) -> None:
    place = edits.place_order

    def crash(*args: Any, **options: Any) -> Order:
        place(*args, **options)
        raise ZeroDivisionError

    with monkeypatch.context() as broken:
        broken.setattr(edits, "place_order", crash)
        assert ask("POST", PATH, as_role="florist", json=body, headers=KEY).status_code == 500
    assert (count(Order), count(Outbox), count(IdempotencyKey)) == (0, 0, 0)
    answer = ask("POST", PATH, as_role="florist", json=body, headers=KEY)
    assert (answer.status_code, answer.headers.get(REPLAYED)) == (201, None)


def test_twenty_at_once_make_one_order_and_twenty_equal_answers(
    app: Flask, body: dict[str, Any], staff: Staff
) -> None:
    headers = bearer(staff("florist")) | KEY

    def send(_number: int) -> tuple[int, bytes, str | None]:
        answer = app.test_client().post(f"/api/v1{PATH}", json=body, headers=headers)
        return answer.status_code, answer.data, answer.headers.get(REPLAYED)

    with ThreadPoolExecutor(20) as pool:
        answers = list(pool.map(send, range(20)))
    assert {status for status, *_ in answers} == {201}
    assert len({data for _, data, _ in answers}) == 1
    assert sorted(str(replayed) for *_, replayed in answers) == ["None"] + ["true"] * 19
    assert (count(Order), count(Outbox), count(IdempotencyKey)) == (1, 1, 1)


def test_a_key_older_than_a_day_counts_no_more(ask: Ask, body: dict[str, Any], age: Callable[[str], None]) -> None:
    first = ask("POST", PATH, as_role="florist", json=body, headers=KEY)
    age("23 hours 59 minutes")
    assert ask("POST", PATH, as_role="florist", json=body, headers=KEY).data == first.data
    age("1 minute")
    again = ask("POST", PATH, as_role="florist", json=body, headers=KEY)
    assert (again.status_code, again.headers.get(REPLAYED)) == (201, None)
    assert again.json["id"] != first.json["id"]
    assert ask("POST", PATH, as_role="florist", json=body, headers=KEY).data == again.data
    assert (count(Order), count(IdempotencyKey)) == (2, 1)


def test_answers_older_than_a_day_are_forgotten(ask: Ask, body: dict[str, Any], age: Callable[[str], None]) -> None:
    ask("POST", PATH, as_role="florist", json=body, headers=KEY)
    assert forget_answers(engine()) == 0
    age("24 hours 1 second")
    assert forget_answers(engine()) == 1
    assert count(IdempotencyKey) == 0


def test_a_replay_takes_a_handful_of_statements(ask: Ask, body: dict[str, Any], staff: Staff) -> None:
    ask("POST", PATH, as_role="florist", json=body, headers=KEY)
    with watched() as statements:
        ask("POST", PATH, as_role="florist", json=body, headers=KEY)
    assert len(statements) == 3


def test_the_description_names_the_header_where_it_counts(client: FlaskClient) -> None:
    paths = client.get("/api/v1/openapi.json").json["paths"]
    named = {
        (path, method)
        for path, item in paths.items()
        for method, operation in item.items()
        if method != "parameters"
        and any(one.get("name") == HEADER and one["in"] == "header" for one in operation.get("parameters", []))
    }
    assert named == {(f"/api/v1{path}", "post") for path in MOVING}


@pytest.fixture
def age(client: FlaskClient) -> Callable[[str], None]:
    """Let time pass for every key."""

    def pass_by(interval: str) -> None:
        with begin() as session:
            ago = text("UPDATE idempotency_key SET created_at = created_at - CAST(:interval AS interval)")
            session.execute(ago, {"interval": interval})

    return pass_by
