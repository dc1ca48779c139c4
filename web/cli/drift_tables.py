"""`flask sync drift`: what a run found, as tables or as CSV."""

from collections.abc import Sequence
from typing import Any

import click
from rich.console import Console
from rich.table import Table
from sqlalchemy import Select, func

from models import ReconcileDrift, ReconcileRun, begin
from models.reconcile_drift import REPAIRED_KINDS, STATES
from sync.reconcile.listing import drift_of, lines
from web.cli.console import plain

MOST_ROWS = 200
COLUMNS = ("entity", "bitrix_id", "local_id", "kind", "field", "ours", "theirs", "state", "reason")


def show(run_id: int, state: str | None, *, as_csv: bool) -> None:
    with begin() as session:
        if session.get(ReconcileRun, run_id) is None:
            raise click.ClickException(f"There is no run {run_id}")
    states = (state,) if state else STATES
    if as_csv:
        for portion in lines(_rows(run_id, states).order_by(ReconcileDrift.id)):
            click.echo(portion, nl=False)
        return
    console = plain()
    console.print(by_kind(run_id))
    show_rows(console, run_id, states, MOST_ROWS)


def by_kind(run_id: int) -> Table:
    """How many differences of each kind are in each state; those nobody repairs stand below."""
    table = Table("drift", *STATES, title=f"Run {run_id}", title_justify="left", title_style="bold")
    counted = drift_of(run_id).with_only_columns(ReconcileDrift.kind, ReconcileDrift.state, func.count())
    kinds: dict[str, dict[str, int]] = {}
    with begin() as session:
        for kind, state, number in session.execute(counted.group_by(ReconcileDrift.kind, ReconcileDrift.state)):
            kinds.setdefault(kind, {})[state] = number
    for kind in sorted(kinds, key=lambda kind: (kind not in REPAIRED_KINDS, kind)):
        table.add_row(kind, *(str(kinds[kind].get(state, "")) for state in STATES))
    if not kinds:
        table.add_row("none", *[""] * len(STATES))
    return table


def show_rows(console: Console, run_id: int, states: Sequence[str], most: int) -> None:
    query = _rows(run_id, states)
    with begin() as session:
        total = session.scalar(query.with_only_columns(func.count())) or 0
        rows = session.scalars(query.order_by(ReconcileDrift.id).limit(most)).all()
    if not rows:
        return
    table = Table(*COLUMNS)
    for row in rows:
        table.add_row(*(_shown(getattr(row, name)) for name in COLUMNS))
    console.print(table)
    if total > len(rows):
        console.print(f"{total - len(rows)} more: flask sync drift {run_id} --csv")


def _rows(run_id: int, states: Sequence[str]) -> Select[ReconcileDrift]:
    return drift_of(run_id).where(ReconcileDrift.state.in_(states))


def _shown(value: Any) -> str:
    return "" if value is None else str(value)
