"""What one row of a comparison amounts to: which differences there are, and what is to be done about each. Pure.

`sync.reconcile.judging` says the same of a whole set in SQL.
"""

from collections.abc import Mapping
from typing import Any, NamedTuple

from models import Order, Product
from models.reconcile_drift import LISTED_KINDS
from sync.fields import Field
from sync.orders.values import ours as ours_of_order
from sync.plan import MISSING, Memory, decide
from sync.products.values import ours as ours_of_product
from sync.rules import Rules


class Drift(NamedTuple):
    """One line of the report. `kind` is one of models.reconcile_drift. `ask`: only a single read can tell."""

    kind: str
    field: str | None = None
    ours: Any = None
    theirs: Any = None
    reason: str | None = None
    ask: bool = False

    @property
    def state(self) -> str:
        return "listed" if self.kind in LISTED_KINDS and not self.ask else "found"


class Staged(NamedTuple):
    values: Mapping[str, Any]
    rejected: Mapping[str, str]


class Linked(NamedTuple):
    """Our side: the link, and the row it points to (None for a tombstone)."""

    state: str
    base: Mapping[str, Any]
    row: Order | Product | None
    rejected: Mapping[str, str] = {}

    @property
    def deleted_here(self) -> bool:
        return self.row is None or self.row.deleted_at is not None


def of_entity(kind: str, rules: Rules, staged: Staged | None, linked: Linked | None, *, whole: bool) -> list[Drift]:
    """Every difference of one entity. `whole`: the read proves that what it lacks is not in its lists."""
    if linked is None:
        return _unknown_here(kind, staged) if staged else []
    if linked.deleted_here:
        return []  # the tombstone answers for it
    if staged is None:
        return _unlisted(linked, whole)
    fields = rules.order_fields if kind == "order" else rules.product_fields
    came_back = [Drift("theirs_moved", reason="it is there again")] if linked.state == "gone_there" else []
    return came_back + _fields(kind, rules, fields, staged, linked)


def _unknown_here(kind: str, staged: Staged) -> list[Drift]:
    needed = ("status",) if kind == "order" else ("name", "price")
    lacking = [name for name in needed if name not in staged.values]
    if not lacking:
        return [Drift("missing_here")]
    return [_rejected(name, staged.rejected.get(name, f"{name}: not sent")) for name in lacking]


def _unlisted(linked: Linked, whole: bool) -> list[Drift]:
    if linked.state == "gone_there":
        return [Drift("gone_there", reason="the site answered 404 for it")]
    if "status" in linked.rejected:  # no list has it, whether it is still there or not
        return [_rejected("status", linked.rejected["status"])._replace(ask=whole)]
    return [Drift("missing_there")] if whole else []


def _fields(kind: str, rules: Rules, fields: tuple[Field, ...], staged: Staged, linked: Linked) -> list[Drift]:
    theirs = dict(staged.values)
    row = linked.row
    if isinstance(row, Order):
        _unsure_status(theirs, row, rules)
        ours = ours_of_order(row, theirs, rules.statuses)
    elif isinstance(row, Product):
        ours = ours_of_product(row)
    found = [_rejected(name, why) for name, why in staged.rejected.items()]
    for field in fields:
        mine, read = ours[field.name], theirs.get(field.name, MISSING)
        if field.name in staged.rejected or (mine == read and field.direction != "push"):
            continue  # what is equal agrees, whatever was remembered
        drift = _field(field, mine, read, Memory.load(linked.base.get(field.name)))
        found += [drift] if drift else []
    return found


def _field(field: Field, ours: Any, theirs: Any, memory: Memory | None) -> Drift | None:
    decision = decide(field, ours, theirs, memory)
    shown = None if theirs is MISSING else theirs
    if decision.conflict:
        return Drift(decision.conflict, field.name, ours, shown)
    if decision.action == "take":
        return Drift("theirs_moved", field.name, ours, shown)
    if decision.action == "push":
        return Drift("ours_moved", field.name, ours, shown)
    if decision.action == "ahead":
        return Drift("status_ahead" if field.name == "status" else "by_hand", field.name, ours, shown)
    return None


def _rejected(name: str, why: str) -> Drift:
    return Drift("unknown_status" if name == "status" else "rejected", name, reason=why)


def _unsure_status(theirs: dict[str, Any], order: Order, rules: Rules) -> None:
    """A list says *cancelled* for RF and UN alike: the code we know stands where it means the same."""
    known, code = order.bitrix_status, theirs.get("status")
    statuses = rules.statuses
    if code and known and statuses.from_bitrix(code) == statuses.from_bitrix(known):
        theirs["status"] = known
