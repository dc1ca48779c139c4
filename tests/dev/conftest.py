"""Checkouts to run the stack in; each is reset in the end."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.dev.checkout import Checkout


@pytest.fixture
def make_checkout(tmp_path: Path, database_url: str, redis_url: str) -> Iterator[Callable[..., Checkout]]:
    made: list[Checkout] = []

    def make(embedded: bool = False) -> Checkout:
        given = {} if embedded else {"DATABASE_URL": database_url, "REDIS_URL": redis_url}
        made.append(Checkout(tmp_path / f"checkout-{len(made)}", given))
        return made[-1]

    yield make
    for checkout in made:
        checkout.stack("reset")


@pytest.fixture
def checkout(make_checkout: Callable[..., Checkout]) -> Checkout:
    """Its databases are those of the test run, which saves their start."""
    return make_checkout()


@pytest.fixture
def embedded(make_checkout: Callable[..., Checkout]) -> Checkout:
    """It starts databases of its own."""
    return make_checkout(embedded=True)
