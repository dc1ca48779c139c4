"""The admin's and the customers' API: one resource per file."""

from web.api import auth, orders, products, schedule

BLUEPRINTS = (auth.blueprint, products.blueprint, orders.blueprint, schedule.blueprint)
