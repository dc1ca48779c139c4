"""The admin's and the customers' API: one resource per file."""

from web.api import auth, inventory, orders, products, recipes, sync, warehouse

BLUEPRINTS = (
    auth.blueprint,
    products.blueprint,
    recipes.blueprint,
    orders.blueprint,
    warehouse.blueprint,
    inventory.blueprint,
    sync.blueprint,
)
