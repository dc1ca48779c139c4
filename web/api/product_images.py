"""/products/{id}/images: the pictures of a product, sent here or named by their address."""

from typing import Any

from flask import request

from models import Product
from sync import edits
from web import pictures, tenant
from web.api import product_writes
from web.api.products import ID, blueprint
from web.errors import Problem, existing
from web.parsing import Blueprint
from web.picture_form import form, takes_picture
from web.schemas.product import NewImage, NewImageFile, StaffProductSchema

FORM = "multipart/form-data"
CONTENT: dict[str, Any] = {
    "application/json": {"schema": NewImage},
    **form(
        {
            "is_primary": {"type": "boolean", "default": False},
            "position": {"type": "integer", "minimum": 0, "maximum": 100},
        },
        {"is_primary": True},
    ),
}
parser = Blueprint.ARGUMENTS_PARSER


@blueprint.post(f"/{ID}/images")
@takes_picture(blueprint, CONTENT)
@blueprint.response(201, StaffProductSchema)
@blueprint.alt_response(404, "NOT_FOUND")
@blueprint.alt_response(409, "CONFLICT")
def add_image(product_id: int) -> Product:
    """Add a picture: a file, or the address of one

    Of a product that the site knows, only the primary picture is ours to set; it is owed to the site.
    """
    given = _sent() if request.mimetype == FORM else _named()
    with tenant.staff() as session:
        product = product_writes.locked(session, product_id)
        if given["is_primary"] and edits.is_mirrored(tenant.own_shop(session), product):
            _refuse_unreachable(given["url"])
        return product_writes.add_image(session, product, **given)


@blueprint.delete(f"/{ID}/images/<int(max=9007199254740991):image_id>")
@blueprint.response(204)
@blueprint.alt_response(404, "NOT_FOUND")
@blueprint.alt_response(409, "CONFLICT")
def remove_image(product_id: int, image_id: int) -> None:
    """Take a picture away; of a product that the site knows they are the site's"""
    with tenant.staff() as session:
        product = product_writes.locked(session, product_id)
        image = existing(next((image for image in product.images if image.id == image_id), None))
        product_writes.remove_image(session, product, image)


def _sent() -> dict[str, Any]:
    """The picture of a form, kept, and where it goes."""
    data = pictures.received()
    given = parser.parse(NewImageFile, request, location="form")
    return given | {"url": pictures.url(pictures.keep(data))}


def _named() -> dict[str, Any]:
    given: dict[str, Any] = parser.parse(NewImage, request, location="json")
    product_writes.refuse_kept("url", [given["url"]])
    return given


def _refuse_unreachable(url: str) -> None:
    """The site fetches the picture by its address: Problem 409 for one without a host, which leads nowhere there.

    What a request calls our host is anybody's word, and so never part of an address.
    """
    if url.startswith("/"):
        said = "The site cannot fetch it from here until MEDIA_URL is set: name the address of one on the web."
        raise Problem(409, "The site cannot fetch the picture", {"file": [said]})
