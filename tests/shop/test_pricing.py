"""Totals are the server's."""

from hypothesis import given
from hypothesis import strategies as st

from models import Shop
from models.order import DELIVERY_TYPES
from shop.pricing import totals

MONEY = st.integers(0, 10**9)


def shop(delivery_cost: int = 150_000, free_from: int = 1_000_000) -> Shop:
    return Shop(delivery_cost=delivery_cost, free_delivery_from=free_from)


def test_delivery_is_paid_below_the_threshold_and_free_from_it_on() -> None:
    assert totals(shop(), "scheduled", 999_999) == (999_999, 150_000, 1_149_999)
    assert totals(shop(), "scheduled", 1_000_000) == (1_000_000, 0, 1_000_000)


def test_who_picks_up_pays_no_delivery() -> None:
    assert totals(shop(), "pickup", 100) == (100, 0, 100)


def test_a_surcharge_is_paid_on_top_and_counts_for_no_threshold() -> None:
    assert totals(shop(), "scheduled", 999_999, surcharge=1) == (999_999, 150_000, 1_150_000)


@given(MONEY, MONEY, MONEY, st.sampled_from(DELIVERY_TYPES))
def test_the_total_is_the_sum_of_its_parts(
    subtotal: int, delivery_cost: int, free_from: int, delivery_type: str
) -> None:
    price = totals(shop(delivery_cost, free_from), delivery_type, subtotal)
    assert price.total == price.subtotal + price.delivery_cost == subtotal + price.delivery_cost
    assert price.delivery_cost in (0, delivery_cost)


@given(MONEY, MONEY, MONEY, MONEY)
def test_one_more_line_never_makes_delivery_dearer(
    subtotal: int, line: int, delivery_cost: int, free_from: int
) -> None:
    place = shop(delivery_cost, free_from)
    fewer, more = totals(place, "express", subtotal), totals(place, "express", subtotal + line)
    assert more.delivery_cost <= fewer.delivery_cost
