"""Faults that are switched on: which of them strikes a request or a webhook is drawn from a seed of its own."""

import asyncio
import contextlib
import fnmatch
import random
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from dev.simulator.bucket import Bucket

# The parameters of each kind, by what it does.
REFUSALS: dict[str, tuple[str, ...]] = {
    "http_500": (),
    "http_502": ("retry_after",),
    "http_503": ("retry_after",),
    "http_504": ("retry_after",),
    "http_429": ("retry_after",),
    "html": ("status",),
    "ok_false": (),
    "rate_limit": ("rate", "burst"),
}
CONNECTION: dict[str, tuple[str, ...]] = {
    "slow": ("delay_ms",),
    "timeout": ("hold_ms",),
    "reset": (),
    "lose_answer": (),
    "late": ("delay_ms",),
    "truncated_body": ("honest_length",),
}
CONTENT: dict[str, tuple[str, ...]] = {
    "empty_page": (),
    "truncated_page": ("rows",),
    "repeat_rows": ("rows",),
    "move_rows": ("rows",),
    "stale_detail": ("versions", "ms"),
    "forget_city": (),
}
WEBHOOK: dict[str, tuple[str, ...]] = {
    "lost": (),
    "doubled": (),
    "delayed": ("delay_ms",),
    "reordered": ("wait_ms",),
}
KINDS = REFUSALS | CONNECTION | CONTENT | WEBHOOK

ANY_CALL, ANY_WEBHOOK = "* /api/v2/*", "WEBHOOK *"


class BadFault(ValueError):
    """A fault that makes no sense."""


@dataclass(eq=False)
class Fault:
    """`percent` of the matching calls are struck, the first `count` of them only where it is given."""

    id: int
    kind: str
    route: str
    percent: float = 100
    count: int | None = None
    seed: int = 1
    params: dict[str, Any] = field(default_factory=dict)
    struck: int = 0

    def __post_init__(self) -> None:
        for name, value in self.params.items():
            if name not in KINDS[self.kind] or not isinstance(value, int | float):
                raise BadFault(f"{self.kind} takes no {name} of {value!r}")
        self.rng = random.Random(self.seed)
        self._pattern = re.compile(fnmatch.translate(self.route.rstrip("/")))
        self._cleared = asyncio.Event()
        self._bucket = Bucket(self.number("rate", 20), self.number("burst", 40))

    def number(self, name: str, default: float) -> float:
        value: float = self.params.get(name, default)
        return value

    def strikes(self, call: str) -> bool:
        """Whether this call is hit, counting it."""
        if not self._pattern.match(call) or (self.count is not None and self.struck >= self.count):
            return False
        if self.kind == "rate_limit":
            hit = not self._bucket.take()
        else:
            hit = self.percent >= 100 or self.rng.random() * 100 < self.percent
        self.struck += hit
        return hit

    def retry_after(self) -> float:
        """Seconds until another try makes sense."""
        wait = self._bucket.wait() if self.kind == "rate_limit" else 1
        return self.number("retry_after", wait)

    async def wait(self, name: str, default_ms: float) -> None:
        """Pass the milliseconds of a parameter, or what is left of them when the fault is cleared."""
        with contextlib.suppress(TimeoutError):
            async with asyncio.timeout(self.number(name, default_ms) / 1000):
                await self._cleared.wait()

    def clear(self) -> None:
        """Let everything go that this fault holds up."""
        self._cleared.set()

    def as_dict(self) -> dict[str, Any]:
        names = ("id", "kind", "route", "percent", "count", "seed", "params", "struck")
        return {name: getattr(self, name) for name in names}


class Faults:
    """All faults that are on, in the order they were switched on."""

    def __init__(self) -> None:
        self._active: list[Fault] = []
        self._made = 0

    def add(self, spec: dict[str, Any]) -> Fault:
        """Switch one on; keys that are no attribute of a fault are its parameters. Raises BadFault."""
        known = {"kind", "route", "percent", "count", "seed"}
        kind = spec.get("kind")
        if kind not in KINDS:
            raise BadFault(f"Unknown kind: {kind}")
        loose = {key: value for key, value in spec.items() if key not in known | {"params"}}
        given = {key: spec[key] for key in known & spec.keys() if spec[key] is not None}
        given.setdefault("route", ANY_WEBHOOK if kind in WEBHOOK else ANY_CALL)
        try:
            fault = Fault(id=self._made + 1, params={**(spec.get("params") or {}), **loose}, **given)
        except (TypeError, AttributeError) as error:
            raise BadFault(str(error)) from error
        self._made += 1
        self._active.append(fault)
        return fault

    def strike(self, call: str) -> Sequence[Fault]:
        """The faults that hit a call such as `GET /api/v2/orders/` or `WEBHOOK product-sync`."""
        if not self._active:
            return ()
        call = call.rstrip("/")
        return [fault for fault in self._active if fault.strikes(call)]

    def clear(self, fault_id: int | None = None) -> int:
        """Switch one off, or all; returns how many."""
        gone = [fault for fault in self._active if fault_id in (None, fault.id)]
        self._active = [fault for fault in self._active if fault not in gone]
        for fault in gone:
            fault.clear()
        return len(gone)

    def as_list(self) -> list[dict[str, Any]]:
        return [fault.as_dict() for fault in self._active]


def first(faults: Sequence[Fault], *kinds: str) -> Fault | None:
    """The first of the faults that is of one of the kinds."""
    return next((fault for fault in faults if fault.kind in kinds), None)
