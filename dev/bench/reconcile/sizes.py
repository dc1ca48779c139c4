"""How many rows are compared."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Sizes:
    """`compared`: orders, and as many products, of whole runs; `staged`: prepared rows that only go to staging and
    are compared there. Multiples of 100, so that one of a hundred is a whole number."""

    compared: tuple[int, ...] = (1_000, 10_000, 100_000)
    staged: tuple[int, ...] = (10_000, 100_000)


FULL = Sizes()
QUICK = Sizes(compared=(300, 600), staged=(1_000, 2_000))
