"""What the site was told to change."""

from typing import Any

from dev.demo.records import Product
from dev.demo.stage import Stage


def writes(stage: Stage, product: Product, since: float) -> list[dict[str, Any]]:
    """The PUTs for this product after that moment (epoch seconds), in whichever dialect."""
    number = str(product.bitrix_id)
    return [
        call
        for call in stage.theirs.log("PUT *")
        if call["at"] >= since
        and number in (call["path"].rstrip("/").rsplit("/", 1)[-1], str(call["body"].get("id")))
    ]
