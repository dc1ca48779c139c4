"""What the routes share: their blueprint, and in which shop a row is."""

from sqlalchemy import select

from models import Order, Product, begin
from web.errors import existing
from web.parsing import Blueprint

blueprint = Blueprint("superadmin", __name__, url_prefix="/api/v1/superadmin", description="All shops at once")

ID = "<int(max=9007199254740991):id>"


def shop_of(model: type[Order] | type[Product], id: int) -> int:
    """Raises Problem 404."""
    with begin() as session:
        return existing(session.scalar(select(model.shop_id).where(model.id == id, model.deleted_at.is_(None))))
