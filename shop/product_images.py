"""The pictures of a product in their order: the first one is the primary. Pure."""

from collections.abc import Sequence

from models import ProductImage


def with_one_more(images: Sequence[ProductImage], url: str, position: int | None) -> list[ProductImage]:
    """The new one goes to that position, counted from 0; to the end without one."""
    there = list(images)
    there.insert(len(there) if position is None else position, ProductImage(url=url))
    return in_order(there)


def in_order(images: list[ProductImage]) -> list[ProductImage]:
    """The same list, each numbered by its place."""
    for position, image in enumerate(images):
        image.position, image.is_primary = position, position == 0
    return images
