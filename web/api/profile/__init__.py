"""/profile: the own account, and the team one works in."""

from web.api.profile import invitations, own, team
from web.api.profile.blueprint import blueprint

__all__ = ["blueprint", "invitations", "own", "team"]
