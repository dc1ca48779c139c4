"""The admin's and the customers' API: one resource per file."""

from web.api import auth, orders, pictures, products, sync, tracking

BLUEPRINTS = (
    auth.blueprint,
    products.blueprint,
    orders.blueprint,
    tracking.blueprint,
    pictures.blueprint,
    sync.blueprint,
)
