"""/superadmin/stats: all shops together, in numbers."""

from typing import Any

from shop.platform_figures import platform
from web import tenant
from web.api.superadmin.blueprint import blueprint
from web.schemas.superadmin import PlatformFiguresSchema


@blueprint.get("/stats")
@blueprint.response(200, PlatformFiguresSchema)
def stats() -> dict[str, Any]:
    """Shops, people, products, orders and revenue of the whole platform"""
    with tenant.of_all_shops() as session:
        return platform(session)
