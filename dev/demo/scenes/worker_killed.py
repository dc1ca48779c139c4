"""The inbox's worker is killed -9 while a burst of status changes arrives; the stack starts it again."""

import os
import signal
from collections.abc import Sequence

from dev.demo.buying import Linked, bought
from dev.demo.clock import Stopwatch, until, until_equal
from dev.demo.stage import Stage

ORDERS, ORDERS_BEFORE_THE_KILL = 20, 5
CODES = ("AP", "CO", "DE", "F")
ARRIVES_WITHIN_S = 15
WORKED_WITHIN_S = 75  # its successor starts, and takes over what was claimed when that claim is over
OPEN = ("pending", "parked", "dead")


def play(stage: Stage) -> None:
    orders = bought(stage, ORDERS)
    there = [order.bitrix_id for order in orders]
    stage.say.ours(f"{ORDERS} orders are placed and created there")
    changes = [{"order": bitrix_id, "status": code} for code in CODES for bitrix_id in there]
    before, watch = stage.pids["inbox"], Stopwatch()
    stage.theirs.bulk(changes)
    stage.say.theirs(f"{len(changes)} changes of status in one go")
    _kill_in_the_middle(stage, there, before)
    answered = _answered(stage, there, watch)
    _restarted(stage, before, watch)
    _worked(stage, there, answered, watch)
    _compare(stage, orders)


def _kill_in_the_middle(stage: Stage, there: Sequence[int], pid: int) -> None:
    """As soon as some of the changes are here, so that others are on their way."""
    until(lambda: _moved(stage, there), lambda moved: moved >= ORDERS_BEFORE_THE_KILL, ARRIVES_WITHIN_S)
    os.killpg(pid, signal.SIGKILL)
    stage.say.fate(f"kill -9 of the inbox's worker and its children (process group {pid})")


def _answered(stage: Stage, there: Sequence[int], watch: Stopwatch) -> int:
    """How many webhooks about these orders, of their creation too, were answered 200."""
    stage.theirs.settle()
    left = _open(stage, there)
    sent = [hook for hook in stage.theirs.webhooks(route="order-status-sync") if hook["entity"] in there]
    answered = sum(hook["status"] == 200 for hook in sent)
    stage.say.ours(
        f"{answered} of {len(sent)} webhooks about them answered 200, {left} events left to work", watch.ms
    )
    stage.expect.equal("webhooks are answered while the worker is dead", f"{len(sent)} × 200", f"{answered} × 200")
    stage.expect.holds("it died in the middle: events left to work", "some", left, left)
    return answered


def _restarted(stage: Stage, before: int, watch: Stopwatch) -> None:
    pid = until(lambda: stage.pids.get("inbox", before), lambda pid: pid != before, WORKED_WITHIN_S)
    stage.say.ours(f"the stack has started a worker again: process {pid}", watch.ms)


def _worked(stage: Stage, there: Sequence[int], answered: int, watch: Stopwatch) -> None:
    left = until_equal(lambda: _open(stage, there), 0, WORKED_WITHIN_S)
    events = stage.records.events(there)
    words = ", ".join(f"{count} {state}" for state, count in sorted(events.items()))
    stage.say.ours(f"events: {words}", watch.ms)
    wanted = f"{answered} events, 0 left to work"
    seen = f"{sum(events.values())} events, {left} left to work"
    stage.expect.equal("a worker killed -9 loses nothing that was answered 200", wanted, seen)


def _compare(stage: Stage, orders: Sequence[Linked]) -> None:
    here = stage.records.codes([order.bitrix_id for order in orders])
    same = sum(stage.theirs.order(bitrix_id)["status"] == code for bitrix_id, code in here.items())
    stage.expect.equal("each order ends where it is in Bitrix", f"{ORDERS} orders", f"{same} orders")
    histories = [[row["new_value"] for row in stage.ours.status_history(order.id)] for order in orders]
    stage.say.ours(f"history: {sum(map(len, histories))} changes of {ORDERS} orders")
    twice = sum(len(history) - len(set(history)) for history in histories)
    stage.expect.equal("no change is applied twice", 0, twice)


def _moved(stage: Stage, there: Sequence[int]) -> int:
    return sum(code != "N" for code in stage.records.codes(there).values())


def _open(stage: Stage, there: Sequence[int]) -> int:
    return sum(count for state, count in stage.records.events(there).items() if state in OPEN)
