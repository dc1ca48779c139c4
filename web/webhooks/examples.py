"""What the API's description shows of the webhooks; the code that reads them is by hand."""

from typing import Any

OPTIONAL: dict[str, Any] = {
    "event_id": {"type": "string", "nullable": True, "description": "A repeat of it is stored once"},
    "changed_at": {"type": "string", "format": "date-time", "nullable": True},
    "version": {"type": "integer", "minimum": 1, "nullable": True, "description": "Grows by one per save"},
}
ID = {"oneOf": [{"type": "integer", "minimum": 1}, {"type": "string", "pattern": "^[0-9]+$"}]}


def _operation(body: dict[str, Any], example: dict[str, Any], answers: dict[str, Any]) -> dict[str, Any]:
    shown = {name: {"value": value} for name, value in answers.items()}
    return {
        "requestBody": {
            "required": True,
            "content": {"application/json": {"schema": body, "example": example}},
        },
        "responses": {
            "200": {
                "description": "Stored",
                "content": {"application/json": {"schema": {"type": "object"}, "examples": shown}},
            },
            "401": "UNAUTHORIZED",
            "422": "UNPROCESSABLE_ENTITY",
            "503": "SERVICE_UNAVAILABLE",
            "default": "DEFAULT_ERROR",
        },
    }


ORDER_STATUS = _operation(
    {
        "type": "object",
        "required": ["order_id", "status"],
        "properties": {
            "order_id": ID,
            "status": {"type": "string"},
            "changed_by_id": {**ID, "nullable": True},
            "notes": {"type": "string", "nullable": True},
            **OPTIONAL,
        },
    },
    {"order_id": 123456, "status": "AP", "changed_by_id": 42, "notes": "Позвонить получателю"},
    {
        "accepted": {"status": "accepted", "event_id": 7, "bitrix_order_id": 123456},
        "unknown_order": {
            "status": "skipped",
            "reason": "Order not found in Railway",
            "bitrix_order_id": 123456,
            "event_id": 7,
        },
        "unknown_status": {
            "status": "skipped",
            "reason": "Unknown status: XX",
            "bitrix_order_id": 123456,
            "event_id": 7,
        },
        "unchanged": {
            "status": "skipped",
            "reason": "Status unchanged",
            "bitrix_order_id": 123456,
            "current_status": "accepted",
        },
    },
)
PRODUCT = _operation(
    {
        "type": "object",
        "required": ["event_type", "product_data"],
        "properties": {
            "event_type": {"type": "string", "example": "product.updated"},
            "product_data": {"type": "object", "required": ["id"], "properties": {"id": ID}},
            **OPTIONAL,
        },
    },
    {
        "event_type": "product.updated",
        "product_data": {
            "id": 668826,
            "title": "Эустомы",
            "price": "4 950 ₸",
            "isAvailable": True,
            "image": "https://shop.example/upload/a.jpeg",
        },
    },
    {
        "accepted": {"status": "accepted", "event_id": 8, "product_id": 668826},
        "deleted_unknown": {
            "status": "success",
            "action": "skipped",
            "product_id": 668826,
            "message": "Product not found",
        },
        "unknown_event": {"status": "skipped", "reason": "Unknown event type: product.moved", "event_id": 8},
    },
)
