"""A webhook is on disk when it is answered, and the answer knows what stood here."""

from concurrent.futures import ThreadPoolExecutor

import pytest

from models import Shop, begin
from models.base import autocommit
from sync.inbox.receive import NoMirroredShop, Receipt
from tests.people import DEVELOPMENT, make_shop
from tests.received import receive_order_status, receive_product
from tests.shopfloor import make_order, make_product
from tests.sync import rows
from tests.sync.inbox.mail import ORDER, PRODUCT, event, hear_product, hear_status, linked_order


def received(payload: dict[str, object]) -> Receipt:
    with autocommit().connect() as connection:
        return receive_order_status(connection, ORDER, payload, "r-1")


def test_an_event_is_stored_as_it_came(shop: Shop) -> None:
    payload = {"order_id": str(ORDER), "status": "AP", "notes": "Собрать к 9", "more": [1, None]}
    stored = event(received(payload).event_id)
    assert (stored.source, stored.shop_id, stored.entity, stored.bitrix_id) == ("bitrix", shop.id, "order", ORDER)
    assert (stored.kind, stored.payload, stored.request_id) == ("order.status", payload, "r-1")
    assert (stored.state, stored.attempts, stored.external_id) == ("pending", 0, None)


def test_a_product_event_keeps_its_kind(shop: Shop) -> None:
    stored = event(hear_product("product.deleted"))
    assert (stored.entity, stored.bitrix_id, stored.kind) == ("product", PRODUCT, "product.deleted")


def test_the_receipt_says_what_stood_here(shop: Shop) -> None:
    order_id = linked_order(shop, "AP", "accepted")
    receipt = received({"order_id": ORDER, "status": "CO"})
    assert (receipt.local_id, receipt.status, receipt.bitrix_status) == (order_id, "accepted", "AP")


def test_the_receipt_of_a_product_says_which_it_is(shop: Shop) -> None:
    with begin() as session:
        product = make_product(session, shop, bitrix_id=PRODUCT)
    with autocommit().connect() as connection:
        receipt = receive_product(connection, PRODUCT, "product.updated", {"product_data": {"id": PRODUCT}})
    assert receipt.local_id == product.id


def test_the_receipt_of_an_unknown_order_knows_none(shop: Shop) -> None:
    receipt = received({"order_id": ORDER, "status": "CO"})
    assert (receipt.local_id, receipt.status, receipt.bitrix_status) == (None, None, None)


def test_another_shops_order_is_unknown(shop: Shop) -> None:
    with begin() as session:
        make_order(session, make_shop(session, DEVELOPMENT), bitrix_order_id=ORDER)
    assert received({"order_id": ORDER, "status": "CO"}).local_id is None


def test_a_repeat_finds_the_first_event_again(shop: Shop) -> None:
    first = hear_status("AP", event_id="e-1")
    assert hear_status("AP", event_id="e-1") == first
    assert len(rows.events()) == 1


def test_a_number_is_an_event_id_too(shop: Shop) -> None:
    assert hear_status("AP", event_id=7) == hear_status("AP", event_id="7")


def test_an_order_and_a_product_may_have_events_of_the_same_id(shop: Shop) -> None:
    assert hear_status("AP", event_id="e-1") != hear_product(also={"event_id": "e-1"})


def test_without_an_event_id_each_webhook_is_kept(shop: Shop) -> None:
    assert hear_status("AP") != hear_status("AP")


def test_the_same_event_many_times_at_once_is_stored_once(shop: Shop) -> None:
    with ThreadPoolExecutor(8) as pool:
        ids = set(pool.map(lambda _: hear_status("AP", event_id="e-1"), range(40)))
    assert ids == {stored.id for stored in rows.events()}
    assert len(ids) == 1


def test_without_a_mirrored_shop_nothing_is_stored(clean: None) -> None:
    with begin() as session:
        make_shop(session, DEVELOPMENT)
    with pytest.raises(NoMirroredShop):
        hear_status("AP")
    assert rows.events() == []
