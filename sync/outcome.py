"""What the inbox did with one event, and what its entity owes for it."""

from typing import Literal, NamedTuple

State = Literal["applied", "unchanged", "skipped", "superseded", "parked", "dead"]
Debt = Literal["none", "verify", "hint", "unknown", "now"]


class Outcome(NamedTuple):
    """`debt` says how soon the entity must be read: verify, hint, unknown order, at once, or not at all."""

    state: State
    reason: str | None = None
    debt: Debt = "verify"
