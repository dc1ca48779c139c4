"""POST /webhooks/order-status-sync: an order of the site's changed its status."""

from typing import Any

from flask import Response, g, jsonify

from sync.inbox.receive import Receipt, Webhook
from tasks.logs import request_id
from web.configuration import statuses
from web.webhooks import intake, shape
from web.webhooks.blueprint import blueprint
from web.webhooks.examples import ORDER_STATUS


@blueprint.post("/order-status-sync")
@blueprint.doc(**ORDER_STATUS)
def order_status() -> Response:
    """The status of an order changed in Bitrix

    Answered when the event is on disk. What it will do is decided later, under the order's lock.
    """
    body = shape.read_object()
    order_id, code = _order_and_status(body)
    receipt = intake.store(Webhook.order_status(order_id, body, request_id()))
    answer = _answer(order_id, code, receipt)
    g.webhook_answer = answer["status"]
    return jsonify(answer)


def _order_and_status(body: dict[str, Any]) -> tuple[int, str]:
    order_id = shape.an_id(body.get("order_id"))
    errors = shape.optional_wrong(body)
    if order_id is None:
        errors["order_id"] = ["Must be a positive whole number, or its digits."]
    if not shape.code(body.get("status")):
        errors["status"] = ["Must be a status code."]
    if order_id is None or errors:
        raise shape.wrong(errors)
    return order_id, body["status"].strip()


def _answer(order_id: int, code: str, receipt: Receipt) -> dict[str, Any]:
    ours = statuses().from_bitrix(code)
    if ours is None:
        return _skipped(f"Unknown status: {code}", order_id, event_id=receipt.event_id)
    if receipt.local_id is None:
        return _skipped("Order not found in Railway", order_id, event_id=receipt.event_id)
    # An order the site has not spoken of yet has no code of the site's; then our word for it must do.
    same = code == receipt.bitrix_status if receipt.bitrix_status else ours == receipt.status
    if same:
        return _skipped("Status unchanged", order_id, current_status=receipt.status)
    return {"status": "accepted", "event_id": receipt.event_id, "bitrix_order_id": order_id}


def _skipped(reason: str, order_id: int, **more: Any) -> dict[str, Any]:
    return {"status": "skipped", "reason": reason, "bitrix_order_id": order_id, **more}
