"""Each call to the letter, and what it makes of a good answer."""

from datetime import date
from typing import Any
from uuid import UUID

import pytest

from bitrix.client import Bitrix
from bitrix.wire.creation import Created, CreateLine, CreateOrder
from tests.bitrix.conftest import Connect
from tests.bitrix.scripted_site import ScriptedSite, answer
from tests.bitrix.wire.test_creation import ANSWER, KEY
from tests.bitrix.wire.test_order import DETAIL
from tests.bitrix.wire.test_order import LIST_ROW as ORDER_ROW
from tests.bitrix.wire.test_product import LIST_ROW as PRODUCT_ROW

ORDER = CreateOrder(
    railway_order_id=UUID(str(KEY)),
    customer_phone="+77000000001",
    pickup=False,
    items=(CreateLine(698875, 1, 1500000),),
    total_price=1500000,
    delivery_date=date(2025, 10, 26),
)


def page(*rows: Any, total: Any = None, **pagination: Any) -> dict[str, Any]:
    counted = len(rows) if total is None else total
    return {"success": True, "data": list(rows), "pagination": {"total": counted, "hasMore": False, **pagination}}


def test_a_product_is_read_from_its_detail(site: ScriptedSite, bitrix: Bitrix) -> None:
    site.says(answer({"success": True, "data": {**PRODUCT_ROW, "image": "/upload/a.jpg"}}))
    product = bitrix.product(697695)
    assert site.requests[0].method == "GET"
    assert site.requests[0].path == "/api/v2/products/detail?id=697695"
    assert product.id == 697695
    assert product.reading.values["image"] == f"{site.url}/upload/a.jpg"


def test_an_order_is_read_from_its_detail(site: ScriptedSite, bitrix: Bitrix) -> None:
    site.says(answer({"success": True, "data": DETAIL}))
    order = bitrix.order(12345)
    assert site.requests[0].path == "/api/v2/orders/detail/?id=12345"
    assert order.reading.values["status"] == "CO"


def test_products_are_asked_for_by_type_and_availability(site: ScriptedSite, bitrix: Bitrix) -> None:
    site.says(answer(page(PRODUCT_ROW, total=21, limit=10, offset=20)))
    found = bitrix.products(type="catalog", available=False, limit=10, offset=20)
    assert site.requests[0].path == "/api/v2/products/?type=catalog&isAvailable=false&limit=10&offset=20"
    assert [row.id for row in found.rows] == [697695]
    assert (found.total, found.limit, found.offset) == (21, 10, 20)
    assert found.raw == (PRODUCT_ROW,)


def test_what_is_not_asked_for_is_not_sent(site: ScriptedSite, bitrix: Bitrix) -> None:
    site.says(answer(page()))
    bitrix.products()
    bitrix.orders()
    assert site.requests[0].path == "/api/v2/products/?limit=100&offset=0"
    assert site.requests[1].path == "/api/v2/orders/?limit=100&offset=0"


def test_orders_are_asked_for_by_status(site: ScriptedSite, bitrix: Bitrix) -> None:
    site.says(answer(page(ORDER_ROW)))
    found = bitrix.orders("accepted", limit=50, offset=100)
    assert site.requests[0].path == "/api/v2/orders/?status=accepted&limit=50&offset=100"
    assert [row.reading.values["status"] for row in found.rows] == ["AP"]


def test_a_read_carries_token_city_and_request_id_and_no_content_type(site: ScriptedSite, bitrix: Bitrix) -> None:
    site.says(answer(page()))
    bitrix.products(request_id="req-1")
    headers = site.requests[0].headers
    assert headers["Authorization"] == "Bearer read-token"
    assert headers["X-City"] == "almaty"
    assert headers["X-Request-ID"] == "req-1"
    assert "Content-Type" not in headers


def test_a_city_may_be_written_in_cyrillic(site: ScriptedSite, connected: Connect) -> None:
    site.says(answer(page()))
    connected(city="Алматы").products()
    assert site.requests[0].headers["X-City"] == "Алматы"


def test_a_request_id_cannot_smuggle_a_header(site: ScriptedSite, bitrix: Bitrix) -> None:
    site.says(answer(page()))
    bitrix.products(request_id="a\r\nX-Evil: 1")
    assert site.requests[0].headers["X-Request-ID"] == "aX-Evil:1"


def test_no_cookie_of_the_site_is_sent_back(site: ScriptedSite, bitrix: Bitrix) -> None:
    site.says(answer(page(), headers=[("Set-Cookie", "PHPSESSID=abc; path=/")]))
    bitrix.products()
    bitrix.products()
    assert "Cookie" not in site.requests[1].headers


def test_calls_share_one_connection(site: ScriptedSite, bitrix: Bitrix) -> None:
    site.says(answer(page()))
    for _ in range(3):
        bitrix.products()
    assert [request.connection for request in site.requests] == [1, 1, 1]


@pytest.mark.parametrize("done", [{"status": True}, {"status": "success", "product_id": 7}])
def test_a_product_update_is_done_when_the_site_says_so(site: ScriptedSite, bitrix: Bitrix, done: Any) -> None:
    site.says(answer(done))
    bitrix.update_product(7, {"price": 500000}, request_id="req-2")
    sent = site.requests[0]
    assert (sent.method, sent.path, sent.body) == (
        "PUT",
        "/api/v2/products/update-from-railway/7",
        {"price": "5 000 ₸"},
    )
    assert sent.headers["Authorization"] == "Bearer write-token"
    assert sent.headers["Content-Type"] == "application/json"
    assert sent.headers["X-Request-ID"] == "req-2"


def test_the_dialect_of_the_config_is_spoken(site: ScriptedSite, connected: Connect) -> None:
    site.says(answer({"status": True}))
    connected(dialect="body").update_product(7, {"enabled": False})
    assert site.requests[0].path == "/api/v2/products/update-from-railway/"
    assert site.requests[0].body == {"id": 7, "isAvailable": False}


def test_an_order_is_created_with_the_token_of_reads(site: ScriptedSite, bitrix: Bitrix) -> None:
    site.says(answer(ANSWER))
    assert bitrix.create_order(ORDER) == Created(123901, duplicate=False, account_number="123901")
    sent = site.requests[0]
    assert (sent.method, sent.path, sent.body) == ("POST", "/api/v2/orders/create/", ORDER.payload())
    assert sent.headers["Authorization"] == "Bearer read-token"


def test_a_repeated_creation_is_a_success(site: ScriptedSite, bitrix: Bitrix) -> None:
    site.says(answer({**ANSWER, "duplicate": True}))
    assert bitrix.create_order(ORDER).duplicate


def test_a_row_without_an_id_is_set_aside_and_the_page_stands(site: ScriptedSite, bitrix: Bitrix) -> None:
    site.says(answer(page(PRODUCT_ROW, {"title": "Без номера"}, 7)))
    found = bitrix.products()
    assert [row.id for row in found.rows] == [697695]
    assert [rejected.why for rejected in found.rejected] == ["null is not an id", "7 is not a row"]
    assert len(found.raw) == 3


@pytest.mark.parametrize("data", [[], None, False, {}])
def test_an_empty_page_is_a_page(site: ScriptedSite, bitrix: Bitrix, data: Any) -> None:
    site.says(answer({**page(total="33"), "data": data}))
    found = bitrix.orders(limit=20, offset=40)
    assert (found.rows, found.total, found.limit, found.offset) == ((), 33, 20, 40)


def test_a_list_with_gaps_that_php_made_an_object_is_a_page(site: ScriptedSite, bitrix: Bitrix) -> None:
    site.says(answer({**page(total=1), "data": {"3": PRODUCT_ROW}}))
    assert [row.id for row in bitrix.products().rows] == [697695]


@pytest.mark.parametrize("limit", [0, 101])
def test_a_page_size_the_site_would_change_is_not_asked_for(bitrix: Bitrix, limit: int) -> None:
    with pytest.raises(ValueError, match="1 to 100"):
        bitrix.orders(limit=limit)


def test_an_answer_with_a_byte_order_mark_is_read(site: ScriptedSite, bitrix: Bitrix) -> None:
    site.says(answer(b'\xef\xbb\xbf{"status": true}'))
    bitrix.update_product(7, {"enabled": True})
