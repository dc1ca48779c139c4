"""One row of the site. A seeded row holds almost nothing: what it shows is worked out from its salt on reading.

Rows are never changed in place but replaced, so that an old version stays what it was.
"""

from dataclasses import dataclass, replace
from typing import Any, Self

from dev.simulator.statuses import LISTED_BY_DEFAULT, status_key
from dev.simulator.variety import mix

MISSING = object()  # a field whose key is left out of every answer


@dataclass(slots=True)
class Row:
    """`seed` 0 is a plain row; `changed` is epoch seconds, 0 for a seeded row nobody touched."""

    id: int
    seed: int = 0
    version: int = 1
    changed: float = 0.0
    fields: dict[str, Any] | None = None

    @property
    def salt(self) -> int:
        return mix(self.seed, self.id) | 1 if self.seed else 0

    def next(self, at: float, fields: dict[str, Any], **columns: Any) -> Self:
        """The row after a save at `at` that sets these fields."""
        merged = {**(self.fields or {}), **fields}
        return replace(self, version=self.version + 1, changed=at, fields=merged, **columns)


@dataclass(slots=True)
class Order(Row):
    status: str = "N"


@dataclass(slots=True)
class Product(Row):
    type: str = "catalog"
    active: bool = True


def order_keys(order: Order) -> tuple[str, ...]:
    """The indexes an order is found in."""
    if order.status in LISTED_BY_DEFAULT:
        return "", status_key(order.status), "default"
    return "", status_key(order.status)


def product_keys(product: Product) -> tuple[str, ...]:
    """The indexes a product is found in: all, by activity, by type and activity."""
    activity = "on" if product.active else "off"
    return "", activity, f"{product.type}-{activity}"


def is_active(value: Any) -> bool:
    """Whether a raw `isAvailable` means available."""
    return value in (True, 1, "1", "Y", "y", "true", "True")
