"""What the site tells us: stored, answered at once, worked off later."""

from web.webhooks import order_status, product
from web.webhooks.blueprint import blueprint

__all__ = ["blueprint", "order_status", "product"]
