"""One price changed on both sides at once: the site owns it, and the conflict keeps both."""

import time

from dev.demo.clock import Stopwatch, until_equal
from dev.demo.records import Conflict
from dev.demo.scenes.writes import writes
from dev.demo.stage import Stage
from dev.demo.words import price_tag

FOUND_WITHIN_S = 30
THEIR_RISE, OUR_RISE = 450_00, 550_00


def play(stage: Stage) -> None:
    product, began = next(stage.products), time.time()
    theirs, ours = product.price + THEIR_RISE, product.price + OUR_RISE
    watch = Stopwatch()
    stage.theirs.bulk([{"product": product.bitrix_id, "price": price_tag(theirs)}], silent=True)
    stage.say.theirs(f"product {product.bitrix_id} costs {price_tag(theirs)}, and no webhook says so")
    stage.ours.set_price(product.id, ours)
    stage.say.ours(f"PUT /products/{product.id}: {price_tag(product.price)} → {price_tag(ours)}")

    wanted = _words(Conflict(ours, theirs, "site"))
    conflict = until_equal(lambda: _words(stage.records.conflict(product.id, "price")), wanted, FOUND_WITHIN_S)
    stage.say.ours(f"conflict: {conflict}", watch.ms)
    here = stage.ours.product(product.id)
    prices = f"{price_tag(here['price'])} here, {price_tag(stage.price_there(product))} there"
    stage.say.ours(f"product {product.id}: {prices}, open conflicts: {here['sync']['conflicts']}")

    stage.expect.equal("both changed at once gives a recorded conflict", wanted, conflict)
    stage.expect.equal("which the API shows: open conflicts of the product", 1, here["sync"]["conflicts"])
    stage.expect.equal(
        "the site owns the price and wins", f"{price_tag(theirs)} here, {price_tag(theirs)} there", prices
    )
    stage.expect.equal("so nothing is written there: PUTs", 0, len(writes(stage, product, began)))


def _words(conflict: Conflict | None) -> str:
    if conflict is None:
        return "none"
    return f"ours {price_tag(conflict.ours)}, theirs {price_tag(conflict.theirs)}, {conflict.winner} wins"
