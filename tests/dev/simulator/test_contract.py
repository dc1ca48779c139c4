"""Every example of the site's documentation, replayed from literals over real HTTP."""

from typing import Any

import pytest

from dev.simulator.control import Florist
from tests.dev.simulator.literals import (
    CREATE_ORDER,
    ORDER_CREATED,
    ORDER_DETAIL,
    ORDER_IN_LIST,
    ORDER_RAW,
    PRODUCT_DETAIL,
    PRODUCT_EVENT,
    PRODUCT_IN_LIST,
    PUT_PRODUCT,
    STATUS_EVENT,
)
from tests.dev.simulator.receiver import Receiver
from tests.dev.simulator.visitor import Visitor

STATUSES = [
    ("N", "new", "NEW", "Новый"),
    ("PD", "paid", "PAID", "Оплачен"),
    ("AP", "accepted", "ACCEPTED", "Принят"),
    ("CO", "assembled", "IN_PRODUCTION", "Собран"),
    ("DE", "in_delivery", "IN_DELIVERY", "В пути"),
    ("F", "delivered", "DELIVERED", "Доставлен"),
    ("RF", "cancelled", "CANCELLED", "Возврат"),
    ("UN", "cancelled", None, "Не реализован"),
]
TITLE_ONLY = {"title": "Розы", "price": "7 500 ₸"}


def enter_order(florist: Florist) -> None:
    """The documented order, as a florist would have entered it."""
    fields = {key: value for key, value in ORDER_DETAIL.items() if key not in ("status_key", "raw")}
    own = ("price", "senderEmail", "postcardText", "history")
    raw = {"dateCreated": ORDER_RAW["dateCreated"]}
    florist.create_order(status="AP", raw=raw, **fields, **{key: ORDER_RAW[key] for key in own})


def test_a_list_of_products_is_as_documented(site: Visitor, florist: Florist) -> None:
    florist.create_product(**PRODUCT_IN_LIST)
    for number in range(20):
        florist.create_product(id=number + 1, **TITLE_ONLY)
    page = site.page("/products/", type="catalog", limit=10, offset=0)
    assert page["success"] is True
    assert page["data"][0] == PRODUCT_IN_LIST
    assert list(page["data"][0]) == list(PRODUCT_IN_LIST)
    assert page["pagination"] == {"total": 21, "limit": 10, "offset": 0, "hasMore": True}


def test_the_detail_of_a_product_is_as_documented(site: Visitor, florist: Florist) -> None:
    florist.create_product(**PRODUCT_DETAIL)
    assert site.get("/products/detail", id=697695).json() == {"success": True, "data": PRODUCT_DETAIL}


def test_a_list_of_orders_is_as_documented(site: Visitor, florist: Florist) -> None:
    enter_order(florist)
    for number in range(32):
        florist.create_order(id=number + 1, status="AP")
    page = site.page("/orders/", status="accepted", limit=10, offset=0)
    assert page["data"][0] == ORDER_IN_LIST
    assert list(page["data"][0]) == list(ORDER_IN_LIST)
    assert page["pagination"] == {"total": 33, "limit": 10, "offset": 0, "hasMore": True}


def test_the_detail_of_an_order_is_as_documented(site: Visitor, florist: Florist) -> None:
    enter_order(florist)
    answer = site.get("/orders/detail/", id=12345).json()
    assert answer == {"success": True, "data": ORDER_DETAIL}
    assert list(answer["data"]["raw"]) == list(ORDER_RAW)


@pytest.mark.parametrize(("code", "key", "patch_name", "russian"), STATUSES)
def test_each_status_has_its_names(
    site: Visitor, florist: Florist, code: str, key: str, patch_name: str | None, russian: str
) -> None:
    florist.create_order(id=7, status="PD" if code == "N" else "N")
    florist.change_order(7, status=code)
    [row] = site.page("/orders/", status=key)["data"]
    raw = site.get("/orders/detail/", id=7).json()["data"]["raw"]
    assert (row["status_key"], raw["statusId"], raw["history"][-1]["status"]) == (key, code, russian)


@pytest.mark.parametrize(("code", "patch_name"), [(code, name) for code, _, name, _ in STATUSES if name])
def test_a_patch_sets_the_status_by_its_name(site: Visitor, florist: Florist, code: str, patch_name: str) -> None:
    florist.create_order(id=7)
    assert site.send("PATCH", "/orders/7/status/", json={"status": patch_name}).status_code == 200
    assert florist.order(7)["status"] == code


def test_a_put_writes_a_product(railway: Visitor, florist: Florist) -> None:
    florist.create_product(id=7, title="Розы", isAvailable=False)
    answer = railway.send("PUT", "/products/update-from-railway/7", json=PUT_PRODUCT)
    assert answer.status_code == 200
    assert answer.json()["status"] is True
    product = florist.product(7)
    assert product["description"] == "Пятнадцать роз"
    assert product["data"]["title"] == "Букет из роз"
    assert product["data"]["price"] == "5 000 ₸"
    assert product["data"]["isAvailable"] is True


def test_puts_say_true_and_success_in_turn(railway: Visitor, florist: Florist) -> None:
    florist.create_product(id=7)
    path = "/products/update-from-railway/7"
    said = [railway.send("PUT", path, json=PUT_PRODUCT).json()["status"] for _ in range(3)]
    assert said == [True, "success", True]


def test_an_order_is_created_once_per_key(site: Visitor, florist: Florist) -> None:
    florist.create_product(id=698875, title="Розы")
    florist.create_order(id=123900)
    first = site.send("POST", "/orders/create/", json=CREATE_ORDER)
    again = site.send("POST", "/orders/create/", json=CREATE_ORDER)
    assert (first.status_code, first.json()) == (200, ORDER_CREATED)
    assert (again.status_code, again.json()) == (200, ORDER_CREATED | {"duplicate": True})
    assert florist.state()["orders"]["all"] == 2


def test_a_created_order_shows_what_was_sent(site: Visitor, florist: Florist) -> None:
    florist.create_product(id=698875, title="Розы")
    order_id = site.send("POST", "/orders/create/", json=CREATE_ORDER).json()["order_id"]
    data = site.get("/orders/detail/", id=order_id).json()["data"]
    assert (data["status_key"], data["paymentAmount"]) == ("new", "17 000 ₸")
    assert data["sender"] == {"name": "Тимур", "phone": "+77000000003"}
    assert data["recipient"] == {"name": "Асель", "phone": "+77000000004"}
    assert (data["deliveryDate"], data["raw"]["deliveryDate"]) == ("2025-10-26", "26.10.2025")
    assert [(item["productName"], item["price"]) for item in data["items"]] == [("Розы", "15000")]


@pytest.mark.parametrize("field", ["railway_order_id", "customer_phone", "pickup", "items", "total_price"])
def test_an_order_without_a_required_field_is_refused(site: Visitor, field: str) -> None:
    body = {key: value for key, value in CREATE_ORDER.items() if key != field}
    answer = site.send("POST", "/orders/create/", json=body)
    assert answer.status_code == 400
    assert answer.json() == {"status": False, "error": f"Missing required field: {field}"}


def test_a_status_event_is_as_documented(florist: Florist, backend: Receiver) -> None:
    florist.create_order(id=123456, silent=True)
    florist.change_order(123456, status="AP", changed_by_id=42, notes="...")
    assert backend.bodies(1) == [STATUS_EVENT]
    [event] = backend.received
    assert (event["route"], event["secret"], event["type"]) == ("order-status-sync", "hush", "application/json")


def test_a_product_event_is_as_documented(florist: Florist, backend: Receiver) -> None:
    data: dict[str, Any] = PRODUCT_EVENT["product_data"]
    florist.create_product(**data | {"price": "4 900 ₸"}, silent=True)
    florist.change_product(668826, price=data["price"])
    assert backend.bodies(1) == [PRODUCT_EVENT]
    [event] = backend.received
    assert (event["route"], event["secret"], event["type"]) == ("product-sync", "hush", "application/json")


def test_the_event_of_a_deleted_product_carries_its_id_alone(florist: Florist, backend: Receiver) -> None:
    florist.create_product(id=668826, silent=True)
    florist.delete_product(668826)
    assert backend.bodies(1) == [{"event_type": "product.deleted", "product_data": {"id": 668826}}]


def test_a_newer_handler_says_which_save_it_was(florist: Florist, backend: Receiver) -> None:
    florist.config(newer_handler=True)
    florist.create_order(id=7, silent=True)
    florist.change_order(7, status="AP")
    florist.change_order(7, status="CO")
    first, second = backend.bodies(2)
    assert first["event_id"] != second["event_id"]
    assert (first["version"], second["version"]) == (2, 3)
    assert second["changed_at"].endswith("+05:00")


@pytest.mark.parametrize(
    ("path", "status", "code"),
    [("/products/detail?id=1", 404, "not_found"), ("/orders/detail/?id=1", 404, "not_found")],
)
def test_what_is_not_there_is_a_generic_error(site: Visitor, path: str, status: int, code: str) -> None:
    answer = site.get(path)
    assert (answer.status_code, answer.json()["success"]) == (status, False)
    assert answer.json()["error"]["code"] == code
    assert answer.json()["error"]["message"]


def test_a_wrong_token_is_a_generic_error(site: Visitor) -> None:
    answer = site.get("/orders/", headers={"Authorization": "Bearer wrong"})
    assert answer.status_code == 401
    assert answer.json()["error"]["code"] == "unauthorized"
