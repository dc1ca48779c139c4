"""A status arrives, the next one is lost: the verifying read that the first one owes brings it."""

from dev.demo.buying import Linked, bought
from dev.demo.clock import Stopwatch, until_equal
from dev.demo.day import Evening
from dev.demo.scenes.losing import REPAIRED_WITHIN_S, fate_of_webhook, losing_one
from dev.demo.stage import Stage

ARRIVES_WITHIN_S = 15
ROUTE = "order-status-sync"


def play(stage: Stage) -> Evening:
    (order,) = bought(stage)
    watch = Stopwatch()
    stage.theirs.change_order(order.bitrix_id, status="AP")
    stage.say.theirs(f"order {order.bitrix_id}: N → AP")
    status = until_equal(lambda: _status(stage, order), "accepted", ARRIVES_WITHIN_S)
    stage.say.ours(f"order {order.id} is {status}", watch.ms)

    watch = Stopwatch()
    with losing_one(stage, ROUTE):
        stage.theirs.change_order(order.bitrix_id, status="CO")
    stage.say.theirs(f"order {order.bitrix_id}: AP → CO")
    fate = fate_of_webhook(stage, ROUTE, order.bitrix_id)
    stage.expect.equal(
        "a status whose webhook is lost is unknown here", "lost, accepted", f"{fate}, {_status(stage, order)}"
    )
    return lambda: _repaired(stage, order, watch)


def _repaired(stage: Stage, order: Linked, watch: Stopwatch) -> None:
    status = until_equal(lambda: _status(stage, order), "assembled", REPAIRED_WITHIN_S)
    stage.say.ours(f"order {order.id} is {status}: read there to verify AP", watch.ms)
    stage.expect.equal("the verifying read of the event beside it brings the status", "assembled", status)


def _status(stage: Stage, order: Linked) -> str:
    return str(stage.ours.order(order.id)["status"])
