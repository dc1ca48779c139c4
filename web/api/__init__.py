"""The admin's and the customers' API: one resource per file."""

from web.api import (
    audit,
    auth,
    delivery,
    orders,
    pictures,
    product_images,
    products,
    profile,
    shop,
    shops,
    storefront,
    superadmin,
    sync,
)

BLUEPRINTS = (
    auth.blueprint,
    profile.blueprint,
    products.blueprint,
    orders.blueprint,
    shop.blueprint,
    shops.blueprint,
    delivery.blueprint,
    pictures.blueprint,
    audit.blueprint,
    superadmin.blueprint,
    sync.blueprint,
)

__all__ = ["BLUEPRINTS", "product_images", "storefront"]  # both add to the products' routes
