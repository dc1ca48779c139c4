"""Find and make the links between our rows and the site's."""

from collections.abc import Sequence
from typing import NamedTuple

from sqlalchemy import func, select, text, tuple_
from sqlalchemy.orm import Session

from models import SyncLink
from sync.locks import Key

BEFORE = text(
    """
SELECT coalesce(max(id) FILTER (WHERE received_at < clock_timestamp() - make_interval(secs => :settled_s)), 0)
           AS horizon,
       coalesce(max(id), 0) AS newest, (array_agg(payload ->> 'status' ORDER BY id DESC))[1] AS newest_status
FROM webhook_event WHERE shop_id = :shop_id AND entity = :kind AND bitrix_id = :bitrix_id
"""
)
WAKE = text(
    """
UPDATE webhook_event SET state = 'pending', attempts = 0, reason = NULL, due_at = clock_timestamp()
WHERE shop_id = :shop_id AND entity = :kind AND bitrix_id = :bitrix_id AND state = 'parked'
"""
)
TOUCH = text("UPDATE sync_link SET seq = seq + 1 WHERE kind = :kind AND local_id = :local_id")


class Mark(NamedTuple):
    """Where an entity stood before a request: what is read may be applied only if it is `unmoved` after.

    Events up to `horizon` had been received, and the site's save behind them was over, before the request: what
    is read is newer than they are. So are all up to the `newest` received, if the read shows its status.
    """

    seq: int | None
    horizon: int
    newest: int
    newest_status: str | None

    @property
    def early(self) -> bool:
        """An event is so fresh that what is read may be from before the save it tells of."""
        return self.newest > self.horizon


def find_link(session: Session, shop_id: int, kind: str, bitrix_id: int) -> SyncLink | None:
    return session.scalar(
        select(SyncLink).where(SyncLink.shop_id == shop_id, SyncLink.kind == kind, SyncLink.bitrix_id == bitrix_id)
    )


def find_links(session: Session, keys: Sequence[Key]) -> dict[Key, SyncLink]:
    """Those that are there, in one statement."""
    wanted = tuple_(SyncLink.shop_id, SyncLink.kind, SyncLink.bitrix_id).in_(keys)
    return {
        (link.shop_id, link.kind, link.bitrix_id): link for link in session.scalars(select(SyncLink).where(wanted))
    }


def make_link(session: Session, shop_id: int, kind: str, bitrix_id: int, local_id: int) -> SyncLink:
    link = SyncLink(
        shop_id=shop_id,
        kind=kind,
        bitrix_id=bitrix_id,
        local_id=local_id,
        state="linked",
        base={},
        rejected={},
        seq=1,
        last_event_id=0,
        missing=0,
    )
    session.add(link)
    return link


def mark(session: Session, shop_id: int, kind: str, bitrix_id: int, settled_s: float) -> Mark:
    """Note where the entity stands, before asking the site about it."""
    link = find_link(session, shop_id, kind, bitrix_id)
    values = {"shop_id": shop_id, "kind": kind, "bitrix_id": bitrix_id, "settled_s": settled_s}
    before = session.execute(BEFORE, values).one()
    return Mark(link.seq if link else None, before.horizon, before.newest, before.newest_status)


def unmoved(link: SyncLink | None, noted: Mark) -> bool:
    """Whether nothing was applied to the entity, from either side, since it was marked.

    An event that changed nothing counts too: the site had moved away and back, and the read may have seen it away.
    """
    return (link.seq if link else None) == noted.seq and (link is None or link.last_event_id <= noted.newest)


def read_through(link: SyncLink, noted: Mark, *, status: str | None = None, agreed: bool = True) -> None:
    """A read was weighed: events from before it have nothing to add any more."""
    shows_newest = status is not None and status == noted.newest_status
    link.last_event_id = max(link.last_event_id, noted.newest if shows_newest else noted.horizon)
    link.missing = 0
    link.state = "linked"
    if agreed:
        link.agreed_at = func.clock_timestamp()


def wake_parked(session: Session, shop_id: int, kind: str, bitrix_id: int) -> bool:
    """Let events that waited for this entity be drained; in the transaction that links it."""
    result = session.execute(WAKE, {"shop_id": shop_id, "kind": kind, "bitrix_id": bitrix_id})
    return bool(result.rowcount)  # type: ignore[attr-defined]


def touch(session: Session, kind: str, local_id: int) -> None:
    """Our side changed, flushed or not yet: a read that is under way now must not be applied over it."""
    with session.no_autoflush:
        session.execute(TOUCH, {"kind": kind, "local_id": local_id})
