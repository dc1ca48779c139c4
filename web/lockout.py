"""Wrong passwords are counted per phone and per address, and forgiven over time."""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from math import ceil

from web.address import sender
from web.errors import Problem
from web.throttle import Throttle

OF_A_PHONE = Throttle(allowed=10, forgive_s=30)
OF_AN_ADDRESS = Throttle(allowed=50, forgive_s=6)  # a shop's staff share one


@contextmanager
def guessing(phone: str) -> Iterator[None]:
    """In the block a password is checked: a Problem of it counts as a mistake, nothing else does.

    Raises Problem 429 where there have been too many.
    """
    with ExitStack() as given_back:
        for throttle, key in ((OF_A_PHONE, phone), (OF_AN_ADDRESS, sender())):
            if wait_s := throttle.take(key):
                raise Problem(429, "Too many wrong passwords", headers={"Retry-After": str(ceil(wait_s))})
            given_back.callback(throttle.give_back, key)
        try:
            yield
        except Problem:
            given_back.pop_all()
            raise
