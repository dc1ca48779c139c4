"""How many rows are compared."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Sizes:
    """`compared`: orders, and as many products, of whole runs; `staged`: prepared rows that only go to staging and
    are compared there. Multiples of 1,000, so that one of a thousand is a whole number."""

    compared: tuple[int, ...] = (1_000, 10_000, 100_000)
    staged: tuple[int, ...] = (10_000, 100_000)


FULL = Sizes()
QUICK = Sizes(compared=(1_000, 2_000), staged=(1_000, 2_000))
