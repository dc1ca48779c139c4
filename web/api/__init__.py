"""The admin's and the customers' API: one resource per file."""

from web.api import audit, auth, orders, products, sync

BLUEPRINTS = (
    auth.blueprint,
    products.blueprint,
    orders.blueprint,
    audit.blueprint,
    sync.blueprint,
)
