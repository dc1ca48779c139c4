"""Weigh one entity: decide every shared field, and remember the outcome on its link."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import func, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.orm import Session

from models import SyncConflict, SyncLink
from sync.fields import Field
from sync.plan import MISSING, Decision, Memory, decide


@dataclass
class Verdict:
    """What is left to do: values to take over here, values to write there, fields where ours is ahead."""

    takes: dict[str, Any] = field(default_factory=dict)
    pushes: dict[str, Any] = field(default_factory=dict)
    agreed: set[str] = field(default_factory=set)
    ahead: set[str] = field(default_factory=set)


def weigh(
    session: Session,
    link: SyncLink,
    fields: tuple[Field, ...],
    ours: Mapping[str, Any],
    theirs: Mapping[str, Any],
    rejected: Mapping[str, str],
    written: Collection[str] = (),
) -> Verdict:
    """Decide each field from ours, theirs and the link's memory; values must be JSON's own types.

    A rejected field is listed and its memory stays. The link's base, rejections and conflicts are updated;
    applying `takes` to the row and writing `pushes` to the site is the caller's.
    """
    verdict, base = Verdict(), dict(link.base)
    for shared in fields:
        name = shared.name
        if name in rejected:
            continue
        memory = Memory.load(base.get(name))
        decision = decide(shared, ours[name], theirs.get(name, MISSING), memory, written=name in written)
        _note(verdict, name, decision, ours[name], theirs.get(name))
        if decision.memory is not None:
            base[name] = decision.memory.dump()
        if decision.conflict:
            _record_conflict(session, link, shared, decision, ours[name], theirs.get(name))
    if base != link.base:
        link.base = base
    _list_rejections(link, theirs, rejected)
    return verdict


def remember(link: SyncLink, ours: Mapping[str, Any], theirs: Mapping[str, Any]) -> None:
    """Both sides as agreed from now on, for fields that have just been made the same."""
    link.base = link.base | {name: Memory(ours[name], theirs[name]).dump() for name in theirs if name in ours}
    link.agreed_at = func.clock_timestamp()


def unsend(link: SyncLink) -> None:
    """What was to be written there was not: whatever the site has next is the site's own doing."""
    known = {name: memory.unsent() for name, data in link.base.items() if (memory := Memory.load(data))}
    base = {name: memory.dump() for name, memory in known.items() if memory}
    if base != link.base:
        link.base = base


def _note(verdict: Verdict, name: str, decision: Decision, ours: Any, theirs: Any) -> None:
    if decision.action == "take":
        verdict.takes[name] = theirs
    elif decision.action == "push":
        verdict.pushes[name] = ours
    elif decision.action == "agreed":
        verdict.agreed.add(name)
    elif decision.action == "ahead":
        verdict.ahead.add(name)


def _list_rejections(link: SyncLink, theirs: Mapping[str, Any], rejected: Mapping[str, str]) -> None:
    listed = {name: why for name, why in link.rejected.items() if name not in theirs} | dict(rejected)
    if listed != link.rejected:
        link.rejected = listed


def _record_conflict(
    session: Session, link: SyncLink, shared: Field, decision: Decision, ours: Any, theirs: Any
) -> None:
    """One open row per field, whichever side was seen first; a newer conflict replaces the values."""
    if link.id is None:
        session.flush()
    winner = "site" if decision.action == "take" else "us"
    row = insert(SyncConflict).values(
        shop_id=link.shop_id,
        link_id=link.id,
        field=shared.name,
        why=decision.conflict,
        ours=ours,
        theirs=theirs,
        winner=winner,
    )
    session.execute(
        row.on_conflict_do_update(
            index_elements=["link_id", "field"],
            index_where=text("state = 'open'"),
            set_={
                "why": row.excluded.why,
                "ours": row.excluded.ours,
                "theirs": row.excluded.theirs,
                "winner": row.excluded.winner,
                "at": text("now()"),
            },
        )
    )
