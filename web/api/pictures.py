"""/files: pictures that were sent here."""

from flask import Response, request

from web import pictures
from web.errors import Problem
from web.parsing import Blueprint

blueprint = Blueprint("pictures", __name__, url_prefix=pictures.PATH, description="Pictures")

FILE = {"type": "string", "format": "binary"}
A_YEAR_S = 365 * 24 * 3600


@blueprint.get("/<key>")
@blueprint.response(200, FILE, content_type=pictures.CONTENT_TYPE)
@blueprint.alt_response(404, "NOT_FOUND")
def show(key: str) -> Response:
    """One picture; what an address shows never changes"""
    data = pictures.read(key)
    if data is None:
        raise Problem(404, "Not found")
    response = Response(data, content_type=pictures.CONTENT_TYPE)
    response.headers["X-Content-Type-Options"] = "nosniff"
    response.cache_control.public = True
    response.cache_control.max_age = A_YEAR_S
    response.cache_control.immutable = True
    response.set_etag(key)
    response.make_conditional(request)
    return response
