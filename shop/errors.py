"""What the business refuses, and why. Who answers over HTTP chooses the status code.

ShopError
├── Invalid             a value that can never be taken
│   └── Shortage        too little in stock
├── Conflict            right in itself, but not as things stand
│   └── ForbiddenTransition
├── Forbidden           right, but not for whoever asks
└── NotFound            absent, or another shop's
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass


class ShopError(Exception):
    """`errors` maps fields, as a caller spells them (`items.0.product_id`), to what is wrong with each."""

    def __init__(self, message: str, errors: Mapping[str, Sequence[str]] | None = None) -> None:
        super().__init__(message)
        self.errors: dict[str, list[str]] = {field: list(said) for field, said in (errors or {}).items()}


class Invalid(ShopError):
    pass


class Conflict(ShopError):
    pass


class Forbidden(ShopError):
    pass


class NotFound(ShopError):
    pass


class ForbiddenTransition(Conflict):
    """The transition table has no such arrow."""

    def __init__(self, old: str, new: str) -> None:
        message = f"An order cannot go from {old} to {new}"
        super().__init__(message, {"status": [message]})
        self.old, self.new = old, new


@dataclass(frozen=True)
class Lack:
    """Too little of one thing: a product at placing, a warehouse item later. Counted in pieces."""

    field: str
    name: str
    asked: int
    available: int

    def __str__(self) -> str:
        return f"{self.name}: asked {self.asked}, available {self.available}"


class Shortage(Invalid):
    def __init__(self, lacks: Sequence[Lack]) -> None:
        errors: dict[str, list[str]] = {}
        for lack in lacks:
            errors.setdefault(lack.field, []).append(str(lack))
        super().__init__("Not enough in stock: " + "; ".join(map(str, lacks)), errors)
        self.lacks = tuple(lacks)
