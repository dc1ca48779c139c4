"""Where an order's goods are, by its status: stock follows positions, not statuses."""

HELD = "held"  # promised: reserved on the shelf
CONSUMED = "consumed"  # cut: sold
RELEASED = "released"  # free for others again

POSITIONS = {
    "new": HELD,
    "paid": HELD,
    "accepted": HELD,
    "assembled": CONSUMED,
    "in_delivery": CONSUMED,
    "delivered": CONSUMED,
    "cancelled": RELEASED,
}


def position(status: str) -> str:
    return POSITIONS[status]
