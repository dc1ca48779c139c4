"""The scenes of the day. Those that need patience come first, so that the others fill their wait."""

from dev.demo.day import Scene
from dev.demo.scenes import (
    both_at_once,
    lost_price,
    lost_status,
    order_life,
    order_placed,
    price_here,
    product_there,
    worker_killed,
)

DAY = (
    Scene("The webhook of an order's status is lost", lost_status.play),
    Scene("The webhook of a product's price is lost", lost_price.play),
    Scene("An order is placed on our side", order_placed.play),
    Scene("The florist takes an order through its life", order_life.play),
    Scene("A price is changed on our side", price_here.play),
    Scene("A product is changed on their side", product_there.play),
    Scene("Both sides change one price at once", both_at_once.play),
    Scene("A worker is killed in the middle of a burst", worker_killed.play),
)
