"""The admin's and the customers' API: one resource per file."""

from web.api import (
    audit,
    auth,
    client_profile,
    clients,
    content,
    delivery,
    inventory,
    orders,
    pictures,
    product_images,
    products,
    profile,
    recipes,
    reviews,
    shop,
    shops,
    storefront,
    superadmin,
    sync,
    tracking,
    warehouse,
)

BLUEPRINTS = (
    auth.blueprint,
    profile.blueprint,
    products.blueprint,
    recipes.blueprint,
    orders.blueprint,
    tracking.blueprint,
    warehouse.blueprint,
    inventory.blueprint,
    clients.blueprint,
    client_profile.blueprint,
    shop.blueprint,
    shops.blueprint,
    delivery.blueprint,
    reviews.blueprint,
    content.blueprint,
    pictures.blueprint,
    audit.blueprint,
    superadmin.blueprint,
    sync.blueprint,
)

__all__ = ["BLUEPRINTS", "product_images", "storefront"]  # both add to the products' routes
