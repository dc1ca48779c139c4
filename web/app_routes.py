"""What belongs to the app as a whole, outside /api/v1."""

from flask import Blueprint, Response, jsonify

from web import health, metrics
from web.version import SERVICE, VERSION

blueprint = Blueprint("app", __name__)
blueprint.add_url_rule("/health", "health", health.health)
blueprint.add_url_rule("/ready", "ready", health.ready)
blueprint.add_url_rule("/metrics", "metrics", metrics.metrics)


@blueprint.get("/")
def index() -> Response:
    """Name and version; touches nothing else, so it also measures the bare server."""
    return jsonify(name=SERVICE, version=VERSION)
