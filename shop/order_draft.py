"""What somebody asks for, before it is an order. Nothing here looks into the database."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from models.order import DELIVERY_TYPES
from shop import phones
from shop.errors import Invalid

MOST_PIECES = 10_000  # of one line: more is a slip of the finger


@dataclass(frozen=True)
class DraftItem:
    product_id: int
    quantity: int
    special_requests: str | None = None


@dataclass(frozen=True)
class Draft:
    """Phones in any spelling. Prices are not the caller's to give."""

    customer_name: str
    phone: str
    delivery_type: str
    items: Sequence[DraftItem]
    customer_email: str | None = None
    recipient_name: str | None = None
    recipient_phone: str | None = None
    delivery_address: str | None = None
    delivery_date: date | None = None
    delivery_time: str | None = None
    comment: str | None = None
    postcard_text: str | None = None
    delivery_notes: str | None = None
    pickup_address: str | None = None
    payment_method: str | None = None
    is_surprise: bool = False
    anonymous_sender: bool = False
    ask_delivery_address: bool = False
    ask_delivery_time: bool = False


def checked(draft: Draft) -> Draft:
    """The draft with its phones as they are stored. Raises Invalid, which names every field at fault at once."""
    errors: dict[str, list[str]] = {}
    if not draft.customer_name.strip():
        errors["customer_name"] = ["must not be empty"]
    if draft.delivery_type not in DELIVERY_TYPES:
        errors["delivery_type"] = [f"must be one of {', '.join(DELIVERY_TYPES)}"]
    if not draft.items:
        errors["items"] = ["must not be empty"]
    for index, item in enumerate(draft.items):
        if not 1 <= item.quantity <= MOST_PIECES:
            errors[f"items.{index}.quantity"] = [f"must be from 1 to {MOST_PIECES}"]
    phone = _phone("phone", draft.phone, errors)
    recipient_phone = _phone("recipient_phone", draft.recipient_phone, errors) if draft.recipient_phone else None
    if errors:
        raise Invalid("The order cannot be taken as it is", errors)
    return replace(draft, phone=phone, recipient_phone=recipient_phone)


def _phone(field: str, raw: str, errors: dict[str, list[str]]) -> str:
    try:
        return phones.parse(raw)
    except phones.BadPhone as bad:
        errors[field] = [str(bad)]
        return raw
