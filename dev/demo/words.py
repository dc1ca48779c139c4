"""Texts as the site writes them."""

import time


def price_tag(minor: int) -> str:
    """Whole tenge."""
    return f"{minor // 100:,} ₸".replace(",", " ")


def title_of_the_day(flowers: str) -> str:
    """One that no earlier run gave."""
    return f"{flowers} {time.strftime('%d.%m. %H:%M:%S')}"
