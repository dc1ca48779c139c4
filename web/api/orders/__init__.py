"""/orders: what was sold, where it stands, and who does what about it.

What is looked at is registered first: where the rules of a path begin with another method, werkzeug answers 405 to
a GET of an id that no row can have, and not 404.
"""

from web.api.orders import browsing, dashboard, edits, notes, people, photos, placing, public
from web.api.orders.blueprint import blueprint

__all__ = ["blueprint", "browsing", "dashboard", "edits", "notes", "people", "photos", "placing", "public"]
