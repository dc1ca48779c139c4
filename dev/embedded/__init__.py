"""PostgreSQL and Valkey out of Python wheels: no installation, no root, no container."""

from dev.embedded.postgres import FAST, Postgres
from dev.embedded.server import ServerError, Unavailable
from dev.embedded.valkey import Valkey

__all__ = ["FAST", "Postgres", "ServerError", "Unavailable", "Valkey"]
