"""`flask sync ...` and `flask db ...`: what an operator does from a shell.

What draws tables is imported by the command that needs it, so that web processes do not carry it.
"""

from pathlib import Path

import click
from flask import Flask
from flask.cli import AppGroup
from flask_migrate import Migrate
from sqlalchemy import Engine

from models import Base, engine
from models.outbox import KINDS
from models.webhook_event import STATES

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
