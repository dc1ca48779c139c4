"""The admin's and the customers' API: one resource per file."""

from web.api import audit, auth, orders, products, profile, sync

BLUEPRINTS = (
    auth.blueprint,
    profile.blueprint,
    products.blueprint,
    orders.blueprint,
    audit.blueprint,
    sync.blueprint,
)
