"""The inbox's worker is killed -9 while a burst of status changes arrives; the stack starts it again."""

import os
import signal
import time
from collections.abc import Collection, Sequence
from typing import Any

from dev.demo.buying import Linked, bought
from dev.demo.clock import Stopwatch, until
from dev.demo.stage import Stage

ORDERS, ORDERS_BEFORE_THE_KILL = 20, 5
CODES = ("AP", "CO", "DE", "F")
ARRIVES_WITHIN_S = 15
WORKED_WITHIN_S = 75  # its successor starts, and takes over what was claimed when that claim is over
OPEN = ("pending", "parked", "dead")


def play(stage: Stage) -> None:
    orders = bought(stage, ORDERS)
    stage.say.ours(f"{ORDERS} orders are placed and created there")
    changes = [{"order": order.bitrix_id, "status": code} for code in CODES for order in orders]
    before, began, watch = stage.pids["inbox"], time.time(), Stopwatch()
    stage.theirs.bulk(changes)
    stage.say.theirs(f"{len(changes)} changes of status in one go")
    _kill_in_the_middle(stage, orders, before)

    stage.theirs.settle()
    answers = _answers(stage, orders, began)
    ids = [answer["event_id"] for answer in answers]
    left = _open(stage, ids)
    stage.say.ours(f"all the same answered 200 to {len(ids)} webhooks, {left} of them to be worked", watch.ms)
    stage.expect.equal("the worker's death is no matter for webhooks: answered 200", len(changes), len(ids))
    stage.expect.holds("it died in the middle: events left to work", "some", left, left)
    _recovered(stage, orders, ids, before, watch)


def _kill_in_the_middle(stage: Stage, orders: Sequence[Linked], pid: int) -> None:
    """As soon as some of the changes are here, so that others are on their way."""
    there = [order.bitrix_id for order in orders]
    until(lambda: _moved(stage, there), lambda moved: moved >= ORDERS_BEFORE_THE_KILL, ARRIVES_WITHIN_S)
    os.killpg(pid, signal.SIGKILL)
    stage.say.fate(f"kill -9 of the inbox's worker and its children (process group {pid})")


def _answers(stage: Stage, orders: Sequence[Linked], began: float) -> list[dict[str, Any]]:
    there = {order.bitrix_id for order in orders}
    sent = stage.theirs.webhooks(route="order-status-sync", limit=10 * len(orders) * len(CODES))
    return [
        hook["answer"] for hook in sent if hook["entity"] in there and hook["at"] >= began and hook["status"] == 200
    ]


def _recovered(stage: Stage, orders: Sequence[Linked], ids: Collection[int], before: int, watch: Stopwatch) -> None:
    pid = until(lambda: stage.pids.get("inbox", before), lambda pid: pid != before, WORKED_WITHIN_S)
    stage.say.ours(f"the stack started a worker again, process {pid}", watch.ms)
    left = until(lambda: _open(stage, ids), lambda left: not left, WORKED_WITHIN_S)
    stage.say.ours(f"events: {_words(stage.records.events(ids))}", watch.ms)
    stage.expect.equal("a worker killed -9 loses nothing: events left", 0, left)

    codes = stage.records.codes([order.bitrix_id for order in orders])
    same = sum(stage.theirs.order(bitrix_id)["status"] == code for bitrix_id, code in codes.items())
    stage.expect.equal("each order ends where it is in Bitrix", f"{ORDERS} orders", f"{same} orders")
    histories = [[row["new_value"] for row in stage.ours.status_history(order.id)] for order in orders]
    stage.say.ours(f"history: {sum(map(len, histories))} changes of {ORDERS} orders")
    twice = sum(len(history) - len(set(history)) for history in histories)
    stage.expect.equal("no change was applied twice", 0, twice)


def _moved(stage: Stage, bitrix_ids: Collection[int]) -> int:
    return sum(code != "N" for code in stage.records.codes(bitrix_ids).values())


def _open(stage: Stage, ids: Collection[int]) -> int:
    return sum(count for state, count in stage.records.events(ids).items() if state in OPEN)


def _words(counts: dict[str, int]) -> str:
    return ", ".join(f"{count} {state}" for state, count in sorted(counts.items()))
