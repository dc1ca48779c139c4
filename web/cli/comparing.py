"""`flask sync reconcile`: ask for a run, watch it to its end, and show what it found."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime

import click
from rich.console import Console
from sqlalchemy import select
from sqlalchemy.orm import Session

from bitrix.client import Bitrix
from models import ReconcileRun, Shop, begin
from shop.errors import Conflict
from sync.reconcile import runs
from tasks import doorbell, logs
from tasks.wiring import site
from web.cli import drift_tables
from web.cli.console import plain
from web.cli.following import follow
from web.configuration import settings

SHOWN = 20


def reconcile(
    shop_id: int | None, scope: str, since: datetime | None, ids: list[int] | None, *, dry_run: bool, yes: bool
) -> None:
    """Raises ClickException where there is nobody to compare with; exits with 1 where anything is left."""
    there = site()
    if there is None:
        raise click.ClickException("There is no site to compare with: BITRIX_BASE_URL is not set")
    console = plain()
    with begin() as session:
        run_id = runs.ask(session, _mirrored(session, shop_id), scope, since=since, ids=ids, dry_run=dry_run).id
    console.print(f"run {run_id}")
    with _quiet():
        phase = _work(console, there, run_id)
        if phase == "halted" and yes:
            _approve(run_id)
            phase = _work(console, there, run_id)
    _report(console, run_id)
    if phase != "done" or _left(run_id):
        raise click.exceptions.Exit(1)


@contextmanager
def _quiet() -> Iterator[None]:
    """Log lines would run through the progress bar."""
    logs.configure(replace(settings(), log_level=logging.getLevelName(logging.CRITICAL)))
    try:
        yield
    finally:
        logs.configure(settings())


def _work(console: Console, there: Bitrix, run_id: int) -> str:
    if settings().redis_url:
        doorbell.ring("reconcile")
    return follow(console, there, run_id)


def _mirrored(session: Session, shop_id: int | None) -> int:
    query = select(Shop.id).where(Shop.mirrors_bitrix, Shop.is_active)
    if shop_id is not None:
        query = query.where(Shop.id == shop_id)
    found = session.scalar(query)
    if found is None:
        raise click.ClickException("No such shop is mirrored with the site")
    return found


def _approve(run_id: int) -> None:
    try:
        with begin() as session:
            runs.approve(session, session.get_one(ReconcileRun, run_id), None)
    except Conflict as refused:
        raise click.ClickException(str(refused)) from None


def _report(console: Console, run_id: int) -> None:
    with begin() as session:
        run = session.get_one(ReconcileRun, run_id)
    console.print(f"{run.phase}{f': {run.reason}' if run.reason else ''}")
    console.print(drift_tables.by_kind(run_id))
    drift_tables.show_rows(console, run_id, ("left", "found", "listed"), SHOWN)
    if run.phase == "halted":
        console.print(f"Nothing was repaired. Look at `flask sync drift {run_id}`, then run again with --yes.")


def _left(run_id: int) -> bool:
    with begin() as session:
        parts = session.scalars(runs.parts_of(run_id)).all()
    return any(part.counts.get("left") for part in parts)
