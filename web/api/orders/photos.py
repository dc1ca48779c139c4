"""/orders/{id}/photo: the picture of the assembled bouquet."""

from flask import Response

from sync import order_edits
from web import pictures, tenant
from web.api.orders.blueprint import ID, blueprint, changed, locked
from web.picture_form import takes_picture
from web.schemas.order import WholeOrderSchema


@blueprint.post(f"/{ID}/photo")
@takes_picture(blueprint)
@blueprint.response(201, WholeOrderSchema)
@blueprint.alt_response(400, "BAD_REQUEST")
@blueprint.alt_response(404, "NOT_FOUND")
@blueprint.alt_response(409, "CONFLICT")
def add_photo(order_id: int) -> Response:
    """Show the bouquet: an accepted order is assembled by it

    One photo per order. 409 where the order is not accepted or assembled, or has one; 400 names what is short in
    stock.
    """
    key = pictures.keep(pictures.received())
    with tenant.staff() as session:
        order = locked(session, order_id)
        order_edits.add_photo(session, order, key, actor=tenant.actor(session))
        return changed(session, order, 201)


@blueprint.delete(f"/{ID}/photo")
@blueprint.response(200, WholeOrderSchema)
@blueprint.alt_response(404, "NOT_FOUND")
@blueprint.alt_response(409, "CONFLICT")
def remove_photo(order_id: int) -> Response:
    """Take the photo back: an assembled order is accepted again, its flowers stay cut"""
    with tenant.staff() as session:
        order = locked(session, order_id)
        pictures.forget(order_edits.remove_photo(session, order, actor=tenant.actor(session)))
        return changed(session, order)
