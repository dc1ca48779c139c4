"""A price changed here arrives there; the site's webhook about it, the echo, ends here."""

import time

from dev.demo.clock import Stopwatch, until, until_equal
from dev.demo.day import Evening
from dev.demo.records import Product
from dev.demo.scenes.writes import writes
from dev.demo.stage import Stage
from dev.demo.words import price_tag

ARRIVES_WITHIN_S = 15
AGREED_WITHIN_S = 60
RISE = 250_00


def play(stage: Stage) -> Evening:
    product, began = next(stage.products), time.time()
    price = product.price + RISE
    watch = Stopwatch()
    stage.ours.set_price(product.id, price)
    stage.say.ours(f"PUT /products/{product.id}: {price_tag(product.price)} → {price_tag(price)}", watch.ms)
    seen = until_equal(lambda: stage.price_there(product), price, ARRIVES_WITHIN_S)
    stage.say.theirs(f"product {product.bitrix_id} costs {price_tag(seen)}", watch.ms)
    stage.expect.equal("a price changed here arrives in Bitrix", price_tag(price), price_tag(seen))

    event_id = _echo(stage, product, began)
    stage.say.theirs(f"a webhook about it, the echo: event {event_id} of our inbox")
    state, why = until(lambda: stage.records.event(event_id), lambda event: event[0] != "pending", ARRIVES_WITHIN_S)
    stage.say.ours(f"event {event_id} is {state}: {why}", watch.ms)
    return lambda: _over(stage, product, price, began)


def _echo(stage: Stage, product: Product, began: float) -> int:
    """The inbox's id of the first webhook since then; LookupError if none comes."""

    def answered() -> list[int]:
        sent = stage.theirs.webhooks(route="product-sync", entity=product.bitrix_id)
        return [hook["answer"]["event_id"] for hook in sent if hook["at"] >= began and hook["status"] == 200]

    return until(answered, bool, ARRIVES_WITHIN_S)[0]


def _over(stage: Stage, product: Product, price: int, began: float) -> None:
    state = until_equal(lambda: stage.ours.product(product.id)["sync"]["state"], "agreed", AGREED_WITHIN_S)
    prices = (
        f"{price_tag(stage.ours.product(product.id)['price'])} here, {price_tag(stage.price_there(product))} there"
    )
    stage.say.ours(f"product {product.id}: {state}, {prices}")
    puts = len(writes(stage, product, began))
    stage.say.theirs(f"product {product.bitrix_id}: PUTs received since the morning: {puts}")
    stage.expect.equal("its echo ends here: PUTs of that product in Bitrix", 1, puts)
    stage.expect.equal(
        "both sides agree on it", f"agreed, {price_tag(price)} here, {price_tag(price)} there", f"{state}, {prices}"
    )
