"""Wrong passwords are counted per phone and address, per phone and per address, and forgiven over time.

Somebody who guesses a phone's password uses up their own address's tries long before the phone's: its owner, who
comes from another one, is let in. Only many addresses together lock a phone, for as long as they go on.
"""

from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from math import ceil

from web.address import sender
from web.errors import Problem
from web.throttle import Throttle

OF_A_PHONE_AT_AN_ADDRESS = Throttle(allowed=5, forgive_s=300)  # it takes ten addresses to lock a phone for long
OF_A_PHONE = Throttle(allowed=10, forgive_s=30)
OF_AN_ADDRESS = Throttle(allowed=50, forgive_s=6)  # a shop's staff share one


@contextmanager
def guessing(phone: str) -> Iterator[None]:
    """In the block a password is checked: a Problem of it counts as a mistake, nothing else does.

    Raises Problem 429 where there have been too many.
    """
    address = sender()
    limits = (OF_A_PHONE_AT_AN_ADDRESS, f"{phone} {address}"), (OF_A_PHONE, phone), (OF_AN_ADDRESS, address)
    with ExitStack() as given_back:
        for throttle, key in limits:
            if wait_s := throttle.take(key):
                raise Problem(429, "Too many wrong passwords", headers={"Retry-After": str(ceil(wait_s))})
            given_back.callback(throttle.give_back, key)
        try:
            yield
        except Problem:
            given_back.pop_all()
            raise
