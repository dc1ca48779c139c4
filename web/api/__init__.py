"""The admin's and the customers' API: one resource per file."""

from web.api import auth, inventory, orders, pictures, products, recipes, sync, warehouse

BLUEPRINTS = (
    auth.blueprint,
    products.blueprint,
    recipes.blueprint,
    orders.blueprint,
    warehouse.blueprint,
    inventory.blueprint,
    pictures.blueprint,
    sync.blueprint,
)
