"""What the inbox holds."""

from sqlalchemy import select

from models import WebhookEvent, begin


def events() -> list[WebhookEvent]:
    with begin() as session:
        return list(session.scalars(select(WebhookEvent).order_by(WebhookEvent.id)))
