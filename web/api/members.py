"""Lists of a shop's people."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import select

from models import User
from web import tenant
from web.filters import equal
from web.pagination import newest_ids_first


def page(asked: Mapping[str, Any]) -> dict[str, Any]:
    """Those of the caller's shop that fit `is_active` and `role`, the newest first."""
    with tenant.staff() as session:
        query = select(User).where(User.shop_id == tenant.shop_id(session))
        query = equal(query, asked, is_active=User.is_active, role=User.role)
        people, page = newest_ids_first(session, query, User.id, asked)
        return {"items": people, **page}
