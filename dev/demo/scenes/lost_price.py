"""A new title arrives, the new price after it is lost: the verifying read that the title owes brings it."""

from dev.demo.clock import Stopwatch, until_equal
from dev.demo.day import Evening
from dev.demo.records import Product
from dev.demo.scenes.losing import REPAIRED_WITHIN_S, fate_of_webhook, losing_one
from dev.demo.stage import Stage
from dev.demo.words import price_tag, title_of_the_day

ARRIVES_WITHIN_S = 15
ROUTE = "product-sync"
RISE = 150_00


def play(stage: Stage) -> Evening:
    product = next(stage.products)
    title, price = title_of_the_day("Ирисы"), product.price + RISE
    watch = Stopwatch()
    stage.theirs.change_product(product.bitrix_id, title=title)
    stage.say.theirs(f"product {product.bitrix_id} is called «{title}»")
    name = until_equal(lambda: stage.ours.product(product.id)["name"], title, ARRIVES_WITHIN_S)
    stage.say.ours(f"product {product.id} is called «{name}»", watch.ms)

    watch = Stopwatch()
    with losing_one(stage, ROUTE):
        stage.theirs.change_product(product.bitrix_id, price=price_tag(price))
    stage.say.theirs(f"product {product.bitrix_id} costs {price_tag(price)}")
    fate, seen = fate_of_webhook(stage, ROUTE, product.bitrix_id), stage.ours.product(product.id)["price"]
    stage.expect.equal(
        "a price whose webhook is lost is unknown here",
        f"lost, {price_tag(product.price)}",
        f"{fate}, {price_tag(seen)}",
    )
    return lambda: _repaired(stage, product, price, watch)


def _repaired(stage: Stage, product: Product, price: int, watch: Stopwatch) -> None:
    seen = until_equal(lambda: stage.ours.product(product.id)["price"], price, REPAIRED_WITHIN_S)
    stage.say.ours(f"product {product.id} costs {price_tag(seen)}: read there to verify the title", watch.ms)
    stage.expect.equal(
        "the verifying read of the event beside it brings the price", price_tag(price), price_tag(seen)
    )
