"""Who stands above whom: nobody grants a role above their own, or touches somebody who has one."""

from typing import Protocol

from models.user import ROLES
from shop.errors import Forbidden


class Ranked(Protocol):
    @property
    def id(self) -> int: ...
    @property
    def role(self) -> str: ...
    @property
    def is_superadmin(self) -> bool: ...


def at_least(who: Ranked, role: str) -> bool:
    """Whether somebody's role is this one or above it; a superadmin is above all."""
    return who.is_superadmin or ROLES.index(who.role) >= ROLES.index(role)


def require(who: Ranked, role: str) -> None:
    """Raises Forbidden for a role above one's own."""
    if not at_least(who, role):
        raise Forbidden("That role is above your own", {"role": ["Is above your own."]})


def require_not_below(who: Ranked, other: Ranked) -> None:
    """Raises Forbidden where the other stands above: a superadmin does whatever their role says."""
    require(who, other.role)
    if other.is_superadmin and not who.is_superadmin:
        raise Forbidden("That person is above you")
