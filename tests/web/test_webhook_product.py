"""Every row of the table of answers to a product's event."""

from typing import Any

import pytest

from models import Shop
from tests.shopfloor import make_product
from tests.web.conftest import Ask, add
from tests.web.inbox import events

KIND = "product-sync"
DATA = {"id": 668826, "title": "Эустомы", "price": "4 950 ₸", "isAvailable": True, "colors": False}


@pytest.mark.parametrize("event_type", ["product.created", "product.updated"])
def test_an_upsert_is_accepted_known_or_not(notify: Ask, shop: Shop, event_type: str) -> None:
    answer = notify(KIND, {"event_type": event_type, "product_data": DATA})
    (event,) = events()
    assert answer.status_code == 200
    assert answer.json == {"status": "accepted", "event_id": event.id, "product_id": 668826}
    assert (event.entity, event.bitrix_id, event.kind) == ("product", 668826, event_type)
    assert event.payload["product_data"] == DATA


def test_a_known_product_deleted_there_is_accepted(notify: Ask, shop: Shop) -> None:
    add(make_product, shop, bitrix_id=668826)
    answer = notify(KIND, {"event_type": "product.deleted", "product_data": {"id": "668826"}})
    assert answer.json["status"] == "accepted"


def test_an_unknown_product_deleted_there_is_skipped_and_kept(notify: Ask, shop: Shop) -> None:
    answer = notify(KIND, {"event_type": "product.deleted", "product_data": {"id": 668826}})
    assert answer.status_code == 200
    assert answer.json == {
        "status": "success",
        "action": "skipped",
        "product_id": 668826,
        "message": "Product not found",
    }
    assert len(events()) == 1


def test_an_unknown_kind_of_event_is_kept_and_named(notify: Ask, shop: Shop) -> None:
    answer = notify(KIND, {"event_type": "product.moved", "product_data": DATA})
    assert answer.json == {
        "status": "skipped",
        "reason": "Unknown event type: product.moved",
        "event_id": events()[0].id,
    }


@pytest.mark.parametrize(
    "body",
    [
        {"event_type": "product.updated"},
        {"event_type": "product.updated", "product_data": {}},
        {"event_type": "product.updated", "product_data": {"id": None}},
        {"event_type": "product.updated", "product_data": {"id": ""}},
    ],
)
def test_without_an_id_it_cannot_be_taken(notify: Ask, shop: Shop, body: dict[str, Any]) -> None:
    answer = notify(KIND, body)
    assert answer.status_code == 400
    assert answer.json["detail"] == "Missing product_id in webhook data"
    assert events() == []


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"product_data": {"id": 1}}, "event_type"),
        ({"event_type": 5, "product_data": {"id": 1}}, "event_type"),
        ({"event_type": "product.updated", "product_data": [1]}, "product_data"),
        ({"event_type": "product.updated", "product_data": None}, "product_data"),
        ({"event_type": "product.updated", "product_data": {"id": True}}, "product_data.id"),
        ({"event_type": "product.updated", "product_data": {"id": False}}, "product_data.id"),
        ({"event_type": "product.updated", "product_data": {"id": 1.5}}, "product_data.id"),
        ({"event_type": "product.updated", "product_data": {"id": "abc"}}, "product_data.id"),
        ({"event_type": "product.updated", "product_data": {"id": 1}, "version": "new"}, "version"),
    ],
)
def test_a_field_of_the_wrong_kind_is_named(notify: Ask, shop: Shop, body: dict[str, Any], field: str) -> None:
    answer = notify(KIND, body)
    assert answer.status_code == 422
    assert list(answer.json["errors"]) == [field]
    assert events() == []
