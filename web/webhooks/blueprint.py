"""The webhooks' routes, and the count of how each was answered."""

from flask import Response, g, request

from tasks.metrics import WEBHOOKS
from web.parsing import Blueprint

blueprint = Blueprint(
    "webhooks", __name__, url_prefix="/api/v1/webhooks", description="What the Bitrix site tells us"
)


@blueprint.after_request
def count(response: Response) -> Response:
    kind = (request.endpoint or "").partition(".")[2]
    WEBHOOKS.labels(kind, g.get("webhook_answer") or str(response.status_code)).inc()
    return response
