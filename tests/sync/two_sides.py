"""A model of one product on both sides, brought to agreement by the plan, with crashes wherever they hurt."""

import html
from collections.abc import Mapping
from typing import Any, Literal

from sync.fields import Field
from sync.plan import MISSING, Memory, decide, is_empty

Crash = Literal["never", "before the write", "after the write"]
Side = Literal["us", "site"]
ROUNDS = 3


def as_the_site_keeps_it(name: str, value: Any) -> Any:
    """Rounded to whole tenge, re-hosted, or trimmed and escaped."""
    if name == "price":
        return (value + 50) // 100 * 100
    if name == "image":
        return value and f"https://shop.example/upload/{value.rsplit('/', 1)[-1]}"
    if name == "name":
        return html.escape(value[:12])
    return value


class TwoSides:
    """`unseen` holds each side's last edit per field, until the other side or a conflict has it."""

    def __init__(self, fields: tuple[Field, ...], ours: Mapping[str, Any], theirs: Mapping[str, Any]) -> None:
        self.fields, self.ours, self.theirs = fields, dict(ours), dict(theirs)
        self.memory: dict[str, Memory | None] = {}
        self.at_rest: dict[tuple[Side, str], Any] = {}
        self.unseen: dict[tuple[Side, str], Any] = {}
        self.past = [dict(theirs)]
        self.conflicts = self.writes = 0
        self.in_doubt = False

    def edit_here(self, name: str, value: Any) -> None:
        self._edit("us", self.ours, name, value)

    def edit_there(self, name: str, value: Any) -> None:
        """What looks like a write of ours that is in doubt cannot be told from it: that one case is left out."""
        if self.in_doubt and (name == "image" or value == self._sent(name)):
            return
        self._edit("site", self.theirs, name, value)
        self.past.append(dict(self.theirs))

    def hear(self, age: int, names: set[str]) -> None:
        """A webhook, late or with some keys only. While anything is owed it is but a hint, and does nothing."""
        if self.in_doubt or any(side == "us" for side, _ in self.unseen):
            return
        then = self.past[-1 - age % len(self.past)]
        self._weigh({name: then[name] for name in names}, {})
        self.memory = {name: memory and memory.unsent() for name, memory in self.memory.items()}

    def agree(self, crash: Crash = "never") -> int:
        """As sync.products.agree goes about it. Returns how many writes it took."""
        before, written = self.writes, dict[str, Any]()
        for _ in range(ROUNDS):
            pushes = self._weigh(self.theirs, written)
            if not pushes:
                self.in_doubt = False
                return self.writes - before
            assert pushes != written, "the same is sent again after a yes"
            self.in_doubt = True
            if crash != "before the write":
                self._write(pushes)
            if crash != "never":
                return self.writes - before
            written = pushes
        raise AssertionError("it never comes to rest")

    def state(self) -> tuple[Any, ...]:
        return dict(self.ours), dict(self.theirs), dict(self.memory), self.conflicts

    def _edit(self, side: Side, values: dict[str, Any], name: str, value: Any) -> None:
        if values[name] == value:
            return
        values[name] = value
        self.unseen[side, name] = value
        known = self.memory.get(name)
        if value == self.at_rest.get((side, name), MISSING) or (side == "us" and known and value == known.ours):
            del self.unseen[side, name]  # back to what the other side has seen

    def _weigh(self, seen: Mapping[str, Any], written: Mapping[str, Any]) -> dict[str, Any]:
        pushes = {}
        for each in self.fields:
            name, ours, theirs = each.name, self.ours[each.name], seen.get(each.name, MISSING)
            said_yes = name in written and written[name] == ours
            known = self.memory.get(name)
            decision = decide(each, ours, theirs, known, written=said_yes)
            if known is None or not known.agreed:
                self._forget_empty(name, ours, theirs)
            self.memory[name] = decision.memory
            if decision.conflict:
                self.conflicts += 1
                self._seen("us", name, ours)
                self._seen("site", name, theirs)
            if decision.action == "take":
                assert ("us", name) not in self.unseen, f"our {name} is overwritten unseen"
                self.ours[name] = theirs
            if decision.action == "push":
                pushes[name] = ours
            elif theirs is not MISSING:
                self._rest(name, theirs)
            if theirs is not MISSING:
                self.at_rest["site", name] = theirs
        return pushes

    def _forget_empty(self, name: str, ours: Any, theirs: Any) -> None:
        """On first contact an empty value never counts."""
        for side, value in (("us", ours), ("site", theirs)):
            if is_empty(value):
                self.unseen.pop((side, name), None)

    def _rest(self, name: str, theirs: Any) -> None:
        if self.ours[name] == theirs:
            self._seen("us", name, theirs)
            self._seen("site", name, theirs)
        self.at_rest["us", name] = self.ours[name]

    def _write(self, pushes: Mapping[str, Any]) -> None:
        self.writes += 1
        for name, value in pushes.items():
            assert ("site", name) not in self.unseen, f"their {name} is overwritten unseen"
            self.theirs[name] = as_the_site_keeps_it(name, value)
            self._seen("us", name, value)
            self.at_rest["us", name] = value
        self.past.append(dict(self.theirs))

    def _sent(self, name: str) -> Any:
        known = self.memory.get(name)
        return known.sent if known else MISSING

    def _seen(self, side: Side, name: str, value: Any) -> None:
        if self.unseen.get((side, name), MISSING) == value:
            del self.unseen[side, name]
