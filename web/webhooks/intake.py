"""Store first: only a durable row may be answered with 200. Then the doorbell, which never waits."""

from collections.abc import Callable

from sqlalchemy import Connection

from models.base import autocommit
from sync.inbox.receive import NoMirroredShop, Receipt
from tasks import doorbell
from web.database import once_more
from web.errors import RETRY_AFTER_S, Problem


def store(receive: Callable[[Connection], Receipt]) -> Receipt:
    """The receipt of the row on disk. Twice stored does no harm: the drain knows repeats."""

    def work() -> Receipt:
        with autocommit().connect() as connection:
            return receive(connection)

    try:
        receipt = once_more(work)
    except NoMirroredShop as error:
        raise Problem(503, "No shop mirrors the site", headers={"Retry-After": str(RETRY_AFTER_S)}) from error
    doorbell.ring("inbox")
    return receipt
