"""An order placed here appears there, once, and gets its id."""

from dev.demo.buying import linked, wanted
from dev.demo.clock import Stopwatch
from dev.demo.stage import Stage

CREATE = "POST /api/v2/orders/create"


def play(stage: Stage) -> None:
    asked = wanted(next(stage.products))
    watch = Stopwatch()
    order = stage.ours.place_order(asked)
    stage.say.ours(f"POST /orders/with-items → order {order['id']}, number {order['number']}", watch.ms)
    bitrix_id = linked(stage, order["id"]).bitrix_id
    stage.say.theirs(f"created order {bitrix_id} for it", watch.ms)

    there = stage.theirs.order(bitrix_id)
    stage.say.theirs(f"order {bitrix_id} is {there['status']}, sender {there['data']['sender']['name']}")
    stage.expect.equal(
        "an order placed here appears in Bitrix",
        f"N, {asked['customer_name']}",
        f"{there['status']}, {there['data']['sender']['name']}",
    )
    stage.expect.holds("it gets its id", "an id", bitrix_id, there["id"] == bitrix_id)
    calls = [call for call in stage.theirs.log(CREATE) if call["body"]["railway_order_id"] == order["uuid"]]
    stage.expect.equal("it is sent once: calls that create it", 1, len(calls))
