"""The admin's and the customers' API: one resource per file."""

from web.api import (
    auth,
    delivery,
    orders,
    pictures,
    product_images,
    products,
    shop,
    shops,
    storefront,
    sync,
)

BLUEPRINTS = (
    auth.blueprint,
    products.blueprint,
    orders.blueprint,
    shop.blueprint,
    shops.blueprint,
    delivery.blueprint,
    pictures.blueprint,
    sync.blueprint,
)

__all__ = ["BLUEPRINTS", "product_images", "storefront"]  # both add to the products' routes
