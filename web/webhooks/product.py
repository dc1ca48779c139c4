"""POST /webhooks/product-sync: a product of the site's was saved or deleted."""

from typing import Any

from flask import Response, g, jsonify

from sync.inbox.receive import Receipt, Webhook
from tasks.logs import request_id
from web.errors import Problem
from web.webhooks import intake, shape
from web.webhooks.blueprint import blueprint
from web.webhooks.examples import PRODUCT

DELETED = "product.deleted"
EVENT_TYPES = ("product.created", "product.updated", DELETED)


@blueprint.post("/product-sync")
@blueprint.doc(**PRODUCT)
def product() -> Response:
    """A product was saved or deleted in Bitrix

    Answered when the event is on disk. Created and updated both mean that the product is as sent.
    """
    body = shape.read_object()
    event_type, product_id = _event_and_product(body)
    receipt = intake.store(Webhook.product(product_id, event_type, body, request_id()))
    answer = _answer(event_type, product_id, receipt)
    g.webhook_answer = answer["status"]
    return jsonify(answer)


def _event_and_product(body: dict[str, Any]) -> tuple[str, int]:
    errors = shape.optional_wrong(body)
    if not shape.code(body.get("event_type")):
        errors["event_type"] = ["Must be a string such as product.updated."]
    data = body.get("product_data", {})
    if not isinstance(data, dict):
        raise shape.wrong(errors | {"product_data": ["Must be an object."]})
    given = data.get("id")
    product_id = shape.an_id(given)
    if product_id is None and given not in (None, ""):
        errors["product_data.id"] = ["Must be a positive whole number, or its digits."]
    if errors:
        raise shape.wrong(errors)
    if product_id is None:
        raise Problem(400, "Missing product_id in webhook data")
    return body["event_type"].strip(), product_id


def _answer(event_type: str, product_id: int, receipt: Receipt) -> dict[str, Any]:
    if event_type not in EVENT_TYPES:
        return {
            "status": "skipped",
            "reason": f"Unknown event type: {event_type}",
            "event_id": receipt.event_id,
        }
    if event_type == DELETED and receipt.local_id is None:
        return {
            "status": "success",
            "action": "skipped",
            "product_id": product_id,
            "message": "Product not found",
        }
    return {"status": "accepted", "event_id": receipt.event_id, "product_id": product_id}
