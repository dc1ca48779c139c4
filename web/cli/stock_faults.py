"""`flask stock verify`: what in the stock's books does not add up, as a table."""

import click
from rich.table import Table
from sqlalchemy import text

from models import begin
from shop.stock_check import RULES, Fault, faults
from web.cli.console import plain

COLUMNS = ("shop", "item", "name", "order", "fault", "found", "expected")
MOST_ROWS = 200


def show() -> None:
    with begin() as session:
        session.execute(text("SET TRANSACTION READ ONLY"))
        found = faults(session)
        counted = session.execute(
            text("SELECT (SELECT count(*) FROM warehouse_item), (SELECT count(*) FROM warehouse_operation)")
        ).one()
    console = plain()
    if found:
        console.print(_table(found[:MOST_ROWS]))
    if len(found) > MOST_ROWS:
        console.print(f"{len(found) - MOST_ROWS} more")
    console.print(f"{len(found)} faults in {counted[0]} items and {counted[1]} operations")
    click.get_current_context().exit(1 if found else 0)


def _table(found: list[Fault]) -> Table:
    table = Table(*COLUMNS)
    for fault in found:
        table.add_row(
            str(fault.shop_id),
            str(fault.item_id),
            fault.item,
            fault.order or "",
            RULES[fault.rule],
            str(fault.found),
            str(fault.expected),
        )
    return table
