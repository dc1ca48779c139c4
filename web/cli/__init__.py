"""`flask sync ...`, `flask stock ...` and `flask db ...`: what an operator does from a shell.

What draws tables is imported by the command that needs it, so that web processes do not carry it.
"""

from datetime import datetime
from pathlib import Path

import click
from flask import Flask
from flask.cli import AppGroup
from flask_migrate import Migrate
from sqlalchemy import Engine

from models import Base, engine
from models.outbox import KINDS
from models.reconcile_drift import STATES as DRIFT_STATES
from models.webhook_event import STATES
from web.cli import given
from web.cli.stock import stock

MIGRATIONS = Path(__file__).resolve().parents[2] / "migrations"

sync = AppGroup("sync", help="How this side and the site stand, and what to do about it.")


class Database:
    """What Flask-Migrate asks of an extension."""

    metadata = Base.metadata

    @property
    def engine(self) -> Engine:
        return engine()


def register(app: Flask) -> None:
    Migrate(app, Database(), directory=str(MIGRATIONS))
    app.cli.add_command(sync)
    app.cli.add_command(stock)


@sync.command()
def status() -> None:
    """Inbox, outbox, dead letters, conflicts and signs of life."""
    from web.cli import report

    report.show()


@sync.command()
@click.option("--state", type=click.Choice(STATES[1:]), help="Events in this state; dead ones by default.")
@click.option("--kind", help="Only events of this kind, such as order.status or product.updated.")
@click.option("--id", "ids", type=int, multiple=True, help="This event, whatever its state; may be repeated.")
def replay(state: str | None, kind: str | None, ids: tuple[int, ...]) -> None:
    """Put events back into the queue."""
    from web.cli import again

    again.replay(state, kind, ids)


@sync.command()
@click.option("--kind", type=click.Choice(KINDS), help="Only debts of this kind.")
@click.option("--id", "ids", type=int, multiple=True, help="This row of the outbox; may be repeated.")
@click.option("--all", "every", is_flag=True, help="Every dead letter.")
def retry(kind: str | None, ids: tuple[int, ...], every: bool) -> None:
    """Give dead letters of the outbox another life."""
    if not ids and not every and not kind:
        raise click.UsageError("say which: --id, --kind or --all")
    from web.cli import again

    again.retry(kind, ids)


@sync.command()
@click.option("--shop", "shop_id", type=int, help="Id of a shop; the mirrored one by default.")
@click.option("--orders", "only", flag_value="orders", help="Orders alone.")
@click.option("--products", "only", flag_value="products", help="Products alone.")
@click.option(
    "--since", type=given.MOMENT, help="Only what is as new as this, such as 2026-11-01 or 2026-11-01T15:30."
)
@click.option("--ids", type=given.IDS, help="Only these Bitrix ids, with commas between them.")
@click.option("--dry-run", is_flag=True, help="Only say what differs.")
@click.option("--yes", is_flag=True, help="Repair also what the brake would hold back.")
def reconcile(
    shop_id: int | None,
    only: str | None,
    since: datetime | None,
    ids: list[int] | None,
    dry_run: bool,
    yes: bool,
) -> None:
    """Compare both sides now, repair what differs, and show what was found.

    Workers do it if they are up, else this very process. Ends with 0 if both sides agree, with 1 if anything is
    left.
    """
    if ids and not only:
        raise click.UsageError("ids are of orders or of products: say --orders or --products")
    from web.cli import comparing

    comparing.reconcile(shop_id, only or "all", since, ids, dry_run=dry_run, yes=yes)


@sync.command()
@click.option("--shop", "shop_id", type=int, help="Only those of this shop.")
@click.option("--limit", type=click.IntRange(1, 1000), default=20, show_default=True)
def runs(shop_id: int | None, limit: int) -> None:
    """The newest comparisons, and how they ended."""
    from web.cli import run_list

    run_list.show(shop_id, limit)


@sync.command()
@click.argument("run", type=int)
@click.option("--csv", "as_csv", is_flag=True, help="Every row, as a file for spreadsheets.")
@click.option("--state", type=click.Choice(DRIFT_STATES), help="Only differences in this state.")
def drift(run: int, as_csv: bool, state: str | None) -> None:
    """What a comparison found, difference by difference."""
    from web.cli import drift_tables

    drift_tables.show(run, state, as_csv=as_csv)
