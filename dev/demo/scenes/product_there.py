"""A product changed there arrives here at once."""

from dev.demo.clock import Stopwatch, until_equal
from dev.demo.stage import Stage
from dev.demo.words import price_tag, title_of_the_day

ARRIVES_WITHIN_S = 15
RISE = 350_00


def play(stage: Stage) -> None:
    product = next(stage.products)
    title, price = title_of_the_day("Пионы"), product.price + RISE
    watch = Stopwatch()
    stage.theirs.change_product(product.bitrix_id, title=title, price=price_tag(price))
    wanted = f"«{title}» for {price_tag(price)}"
    stage.say.theirs(f"product {product.bitrix_id} is {wanted}")

    def here() -> str:
        product_here = stage.ours.product(product.id)
        return f"«{product_here['name']}» for {price_tag(product_here['price'])}"

    seen = until_equal(here, wanted, ARRIVES_WITHIN_S)
    stage.say.ours(f"product {product.id} is {seen}", watch.ms)
    stage.expect.equal("a product changed in Bitrix arrives here", wanted, seen)
