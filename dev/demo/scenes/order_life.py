"""N → AP → CO → DE → F there arrives here, with history."""

from dev.demo.buying import bought
from dev.demo.clock import Stopwatch, until_equal
from dev.demo.stage import Stage

ARRIVES_WITHIN_S = 15
FLORIST = 42
LIFE = {"AP": "accepted", "CO": "assembled", "DE": "in_delivery", "F": "delivered"}


def play(stage: Stage) -> None:
    (order,) = bought(stage)
    stage.say.theirs(f"order {order.bitrix_id} is new: N")
    for code, status in LIFE.items():
        watch = Stopwatch()
        stage.theirs.change_order(order.bitrix_id, status=code, changed_by_id=FLORIST)
        stage.say.theirs(f"order {order.bitrix_id}: {code}")
        seen = until_equal(lambda: stage.ours.order(order.id)["status"], status, ARRIVES_WITHIN_S)
        stage.say.ours(f"order {order.id} is {seen}", watch.ms)
        stage.expect.equal(f"{code} in Bitrix arrives", status, seen)

    history = stage.ours.status_history(order.id)
    for row in history:
        stage.say.ours(f"history: {row['old_value']} → {row['new_value']} by {row['actor']} {row['actor_id']}")
    stage.expect.equal(
        "each step stands in the history once, with who did it",
        " ".join(f"{status}({FLORIST})" for status in LIFE.values()),
        " ".join(f"{row['new_value']}({row['actor_id']})" for row in history),
    )
