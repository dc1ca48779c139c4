"""Which version of a row a read sees."""

from collections.abc import Sequence
from typing import TypeVar

from dev.simulator.faults import Fault, first
from dev.simulator.rows import Row
from dev.simulator.shelf import Shelf

R = TypeVar("R", bound=Row)


def as_read(shelf: Shelf[R], row_id: int, faults: Sequence[Fault]) -> R | None:
    """The row, or under `stale_detail` the one of `ms` milliseconds or `versions` (default 1) ago."""
    stale = first(faults, "stale_detail")
    if stale is None:
        return shelf.get(row_id)
    if "ms" in stale.params:
        return shelf.as_of(row_id, stale.number("ms", 0))
    return shelf.back(row_id, int(stale.number("versions", 1)))
