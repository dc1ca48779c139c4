"""What one field needs so that both sides agree. Pure: values in, a decision out.

A side has *moved* only where it differs from its own remembered value. The two remembered values may differ
from one another (the site re-hosts images, rounds prices, escapes titles), and that is agreement.
"""

import html
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any, Literal

from sync.fields import Field

Action = Literal["nothing", "agreed", "take", "push", "ahead"]
Why = Literal["both_moved", "no_base"]
TENGE = 100


class _Missing:
    """The site said nothing of this field: not the same as an empty value, and it never wipes ours."""

    def __repr__(self) -> str:
        return "MISSING"


MISSING = _Missing()


@dataclass(frozen=True)
class Memory:
    """The two values as agreed, and a write that may be on its way: what was sent, what stood there before."""

    ours: Any
    theirs: Any
    sent: Any = MISSING
    before: Any = MISSING

    @classmethod
    def load(cls, data: Mapping[str, Any] | None) -> "Memory | None":
        if data is None:
            return None
        return cls(data.get("ours", MISSING), data.get("theirs", MISSING), *_pair(data))

    def dump(self) -> dict[str, Any]:
        pairs = {"ours": self.ours, "theirs": self.theirs, "sent": self.sent, "before": self.before}
        return {key: value for key, value in pairs.items() if value is not MISSING}

    @property
    def agreed(self) -> bool:
        """False for a first write that is still on its way: there is nothing to compare with yet."""
        return self.ours is not MISSING

    def unsent(self) -> "Memory | None":
        """Without the note of a write that is known not to have happened; None where nothing else is known."""
        return Memory(self.ours, self.theirs) if self.agreed else None


def _pair(data: Mapping[str, Any]) -> tuple[Any, Any]:
    return data.get("sent", MISSING), data.get("before", MISSING)


@dataclass(frozen=True)
class Decision:
    """`memory` is what to remember from now on; `ahead`: ours moved and the site has no call to hear it."""

    action: Action
    memory: Memory | None
    conflict: Why | None = None


def decide(field: Field, ours: Any, theirs: Any, memory: Memory | None, *, written: bool = False) -> Decision:
    """One field. `theirs` may be MISSING; `written` says that the site has just answered yes to `ours`."""
    if field.direction == "push":
        return _push_only(ours, memory, written)
    if theirs is MISSING:
        return _unread(field, ours, memory, written)
    if ours == theirs:
        return Decision("agreed", Memory(ours, theirs))
    memory = _after_write(field, memory, theirs, written)
    if memory is None or not memory.agreed:
        return _first_contact(field, ours, theirs)
    ours_moved, theirs_moved = ours != memory.ours, theirs != memory.theirs
    if ours_moved and theirs_moved:
        return replace(_owner_wins(field, ours, theirs, memory), conflict="both_moved")
    if theirs_moved:
        return Decision("take", Memory(theirs, theirs))
    if ours_moved:
        return _carry(field, ours, theirs, memory)
    return Decision("nothing", memory)


def landed(field: str, sent: Any, before: Any, theirs: Any, *, written: bool = False) -> bool:
    """Whether `theirs` is what the site makes of `sent`: rounded, escaped, trimmed or re-hosted, but ours.

    What stood there before proves nothing, unless the site has just said yes (`written`): 4 950,50 ₸ sent
    over 4 950 ₸ reads 4 950 ₸ whether it was written or not.
    """
    if theirs == sent:
        return True
    if theirs == before and not written:
        return False
    if field == "price":
        return isinstance(sent, int) and isinstance(theirs, int) and abs(sent - theirs) < TENGE
    if field in ("image", "images"):
        return bool(theirs)  # an address says nothing of the picture
    if field == "items":
        return _same_lines(sent, theirs)
    if isinstance(sent, str) and isinstance(theirs, str):
        plain_sent, plain_theirs = _plain(sent), _plain(theirs)
        return bool(plain_theirs) and plain_sent.startswith(plain_theirs)
    return False


def _same_lines(sent: list[Any], theirs: list[Any]) -> bool:
    """Lines of an order as [name, quantity, price]: the site names them by its own titles."""
    left = list(theirs)
    for name, quantity, price in sent:
        for line in left:
            if (
                line[1] == quantity
                and landed("price", price, None, line[2])
                and landed("name", name, None, line[0])
            ):
                left.remove(line)
                break
        else:
            return False
    return not left


def is_empty(value: Any) -> bool:
    """None, "" and []; False and 0 are values."""
    return value is None or value == "" or value == []


def _push_only(ours: Any, memory: Memory | None, written: bool) -> Decision:
    """The site never tells this field back: its yes is all there is to remember."""
    if written:
        return Decision("agreed", Memory(ours, MISSING))
    if memory is None or not memory.agreed:
        return Decision("nothing", None) if is_empty(ours) else Decision("push", memory)
    return Decision("push", memory) if ours != memory.ours else Decision("nothing", memory)


def _unread(field: Field, ours: Any, memory: Memory | None, written: bool) -> Decision:
    if written and memory is not None:
        return Decision("agreed", Memory(ours, memory.before))
    moved = memory is not None and memory.agreed and ours != memory.ours
    return _carry(field, ours, MISSING, memory) if moved and memory else Decision("nothing", memory)


def _after_write(field: Field, memory: Memory | None, theirs: Any, written: bool) -> Memory | None:
    """Settle a write in doubt: either it landed, and that was agreement, or it is as if it had not been."""
    if memory is None or memory.sent is MISSING:
        return memory
    if landed(field.name, memory.sent, memory.before, theirs, written=written):
        return Memory(memory.sent, theirs)
    return Memory(memory.ours, memory.theirs)


def _first_contact(field: Field, ours: Any, theirs: Any) -> Decision:
    """No memory yet: the owner's value stands, but an empty value never beats a filled one."""
    if is_empty(ours):
        return Decision("take", Memory(theirs, theirs))
    if is_empty(theirs):
        return _carry(field, ours, theirs, None)
    return replace(_owner_wins(field, ours, theirs, None), conflict="no_base")


def _owner_wins(field: Field, ours: Any, theirs: Any, memory: Memory | None) -> Decision:
    if field.owner == "site":
        return Decision("take", Memory(theirs, theirs))
    return _carry(field, ours, theirs, memory)


def _carry(field: Field, ours: Any, theirs: Any, memory: Memory | None) -> Decision:
    known = memory or Memory(MISSING, MISSING)
    seen = known.theirs if theirs is MISSING else theirs
    # What the site is now known to have is remembered, so that the same conflict is not found twice.
    if field.direction == "take":
        return Decision("ahead", Memory(known.ours if known.agreed else seen, seen))
    return Decision("push", Memory(known.ours, seen if known.agreed else MISSING, sent=ours, before=seen))


def _plain(text: str) -> str:
    """A title without what the site adds or drops: escapes (also doubled ones) and white space."""
    return " ".join(html.unescape(html.unescape(text)).split())
