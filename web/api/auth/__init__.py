"""/auth: who one is, and how one comes in and goes."""

from web.api.auth import account, joining, sessions
from web.api.auth.blueprint import blueprint

__all__ = ["account", "blueprint", "joining", "sessions"]
