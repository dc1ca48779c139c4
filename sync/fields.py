"""Which fields the two sides share, which way each may travel, and who owns it in a conflict."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Direction = Literal["both", "take", "push"]
Owner = Literal["site", "us"]


@dataclass(frozen=True)
class Field:
    name: str
    direction: Direction
    owner: Owner = "site"


PRODUCT = (
    Field("name", "both"),
    Field("price", "both"),
    Field("image", "both"),
    Field("enabled", "both"),
    Field("description", "push", owner="us"),
    Field("type", "take"),
    Field("width", "take"),
    Field("height", "take"),
    Field("images", "take"),
)
ORDER = (
    Field("status", "take"),
    Field("sender_name", "take"),
    Field("sender_phone", "take"),
    Field("recipient_name", "take"),
    Field("recipient_phone", "take"),
    Field("address", "take"),
    Field("date", "take"),
    Field("slot", "take"),
    Field("items", "take"),
)
SITE_ONLY = tuple(field.name for field in PRODUCT if field.direction == "take")


def with_owners(fields: tuple[Field, ...], owners: Mapping[str, str]) -> tuple[Field, ...]:
    """The same fields with the owners that the settings give."""
    return tuple(
        Field(field.name, field.direction, owners.get(field.name, field.owner))  # type: ignore[arg-type]
        for field in fields
    )


def check_owners(owners: Mapping[str, str]) -> None:
    """ValueError where one is given to a field that cannot conflict, or to neither side."""
    both = [field.name for field in PRODUCT + ORDER if field.direction == "both"]
    for name, owner in owners.items():
        if name not in both:
            raise ValueError(f"FIELD_OWNERS: {name!r} has no owner to choose; these have: {', '.join(both)}")
        if owner not in ("site", "us"):
            raise ValueError(f"FIELD_OWNERS: {name} belongs to 'site' or 'us', not to {owner!r}")
