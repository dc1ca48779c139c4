"""What the routes of the console share: their blueprint, and rows of the caller's shop alone."""

from typing import TypeVar

from sqlalchemy import select
from sqlalchemy.orm import Session

from models import Outbox, ReconcileRun, WebhookEvent
from web import tenant
from web.errors import existing
from web.parsing import Blueprint

blueprint = Blueprint("sync", __name__, url_prefix="/api/v1/sync", description="The sync console")

ID = "<int(max=9007199254740991):id>"
Row = TypeVar("Row", WebhookEvent, Outbox, ReconcileRun)


def own(session: Session, model: type[Row], id: int) -> Row:
    """A row of the caller's shop. Raises Problem 404: another shop's is not there."""
    return existing(session.scalar(select(model).where(model.id == id, model.shop_id == tenant.shop_id(session))))
