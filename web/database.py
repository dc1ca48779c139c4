"""Reads and appends that may be repeated, when the connection turns out to be dead."""

from collections.abc import Callable
from typing import TypeVar

from sqlalchemy.exc import DBAPIError

from models.base import autocommit, engine

T = TypeVar("T")


def once_more(work: Callable[[], T]) -> T:
    """Do it, and do it again on a new connection where the old one had broken.

    A restarted PostgreSQL leaves dead sockets in both pools, which are emptied here. Only for work that does no
    harm when done twice.
    """
    try:
        return work()
    except DBAPIError as error:
        if not error.connection_invalidated:
            raise
    engine().dispose()
    autocommit().dispose()
    return work()
