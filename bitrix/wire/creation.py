"""An order of ours on its way to the site, and the site's answer."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any
from uuid import UUID

from bitrix.wire.empty import is_empty
from bitrix.wire.scalars import parse_flag, parse_id, parse_text


@dataclass(frozen=True)
class CreateLine:
    product_id: int
    """The site's id of the product."""
    quantity: int
    price: int
    """Minor units for one."""


@dataclass(frozen=True)
class CreateOrder:
    """Prices in minor units. `railway_order_id` is the order's UUID: sent again, it makes no second order."""

    railway_order_id: UUID
    customer_phone: str
    pickup: bool
    items: tuple[CreateLine, ...]
    total_price: int
    delivery_fee: int = 0
    recipient_name: str | None = None
    recipient_phone: str | None = None
    delivery_address: str | None = None
    delivery_date: date | None = None
    delivery_time: str | None = None
    notes: str | None = None
    customer_name: str | None = None

    def payload(self) -> dict[str, Any]:
        """The JSON body; what is not known is left out."""
        optional = {
            "recipient_name": self.recipient_name,
            "recipient_phone": self.recipient_phone,
            "delivery_address": self.delivery_address,
            "delivery_date": self.delivery_date.isoformat() if self.delivery_date else None,
            "delivery_time": self.delivery_time,
            "notes": self.notes,
            "customer_name": self.customer_name,
        }
        return {
            "railway_order_id": str(self.railway_order_id),
            "customer_phone": self.customer_phone,
            "pickup": "Y" if self.pickup else "N",
            **{key: value for key, value in optional.items() if value},
            "delivery_fee": self.delivery_fee,
            "items": [
                {"product_id": line.product_id, "quantity": line.quantity, "price": line.price}
                for line in self.items
            ],
            "total_price": self.total_price,
        }


@dataclass(frozen=True)
class Created:
    """`duplicate`: the site had made this order before, and this is its id."""

    order_id: int
    duplicate: bool
    account_number: str | None


def parse_created(data: Mapping[str, Any]) -> Created:
    """Raises Unreadable without a readable order id or with a `duplicate` that is neither yes nor no."""
    number = data.get("account_number")
    return Created(
        order_id=parse_id(data.get("order_id")),
        duplicate=parse_flag(data.get("duplicate", False)),
        account_number=None if is_empty(number) else parse_text(number),
    )
