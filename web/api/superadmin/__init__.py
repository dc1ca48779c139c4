"""/superadmin: all shops at once."""

from web.api.superadmin import orders, products, shops, stats, users
from web.api.superadmin.blueprint import blueprint

__all__ = ["blueprint", "orders", "products", "shops", "stats", "users"]
