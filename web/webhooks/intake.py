"""Store first: only a durable row may be answered with 200. Then the doorbell, which never waits."""

from collections.abc import Sequence

from sqlalchemy.exc import DataError

from models.base import autocommit
from sync.inbox.receive import NoMirroredShop, Receipt, Webhook, receive
from tasks import doorbell
from web.database import once_more
from web.errors import RETRY_AFTER_S, Problem
from web.webhooks.together import Together


def store(webhook: Webhook) -> Receipt:
    """The receipt of the row on disk. Twice stored does no harm: the drain knows repeats."""
    try:
        receipt = _together.do(webhook)
    except NoMirroredShop as error:
        raise Problem(503, "No shop mirrors the site", headers={"Retry-After": str(RETRY_AFTER_S)}) from error
    doorbell.ring("inbox")
    return receipt


def _store(webhooks: Sequence[Webhook]) -> Sequence[Receipt | Exception]:
    """One commit for all that came while the last one was on its way to the disk."""
    try:
        return once_more(lambda: _receive(webhooks))
    except DataError as error:
        if len(webhooks) == 1:
            return [error]
    return [outcome for webhook in webhooks for outcome in _store([webhook])]  # one of them cannot be kept


def _receive(webhooks: Sequence[Webhook]) -> list[Receipt]:
    with autocommit().connect() as connection:
        return receive(connection, webhooks)


_together: Together[Webhook, Receipt] = Together(_store)
