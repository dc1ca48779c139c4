"""The admin's and the customers' API: one resource per file."""

from web.api import auth, client_profile, clients, content, orders, products, reviews, sync

BLUEPRINTS = (
    auth.blueprint,
    products.blueprint,
    orders.blueprint,
    clients.blueprint,
    client_profile.blueprint,
    reviews.blueprint,
    content.blueprint,
    sync.blueprint,
)
