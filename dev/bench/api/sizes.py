"""How many rows there are and how long they are asked for."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Sizes:
    """Rows of the shop that is asked; a stranger has a fifth of them beside it. Times in seconds."""

    orders: int = 100_000
    products: int = 50_000
    clients: int = 20_000
    connections: int = 20
    rounds: int = 3
    round_s: float = 2


FULL = Sizes()
QUICK = Sizes(orders=2_000, products=1_000, clients=400, connections=4, rounds=1, round_s=0.2)
