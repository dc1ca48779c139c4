"""Tracking ids are nine digits, and no order's twice."""

from typing import Any
from unittest.mock import patch

from sqlalchemy.orm import Session

from models import Shop
from shop import tracking
from shop.actor import Actor
from shop.order_placing import place
from tests.drafts import draft
from tests.queries import watched
from tests.shopfloor import make_order, make_product


def drawing(*numbers: int) -> Any:
    return patch.object(tracking.secrets, "randbelow", side_effect=[n - tracking.FIRST for n in numbers])


def test_an_id_is_nine_digits_without_a_leading_zero(session: Session) -> None:
    (drawn,) = tracking.draw(session)
    assert len(drawn) == 9
    assert drawn.isdecimal()
    assert drawn[0] != "0"


def test_the_first_and_the_last_number_have_nine_digits_too() -> None:
    assert (len(str(tracking.FIRST)), len(str(tracking.FIRST + tracking.COUNT - 1))) == (9, 9)


def test_an_id_that_is_taken_is_drawn_again(session: Session, shop: Shop) -> None:
    make_order(session, shop, tracking_id="123456789")
    with drawing(123456789, 987654321):
        assert tracking.draw(session) == ["987654321"]


def test_two_equal_draws_make_no_twins(session: Session) -> None:
    with drawing(123456789, 123456789, 987654321):
        assert sorted(tracking.draw(session, 2)) == ["123456789", "987654321"]


def test_a_thousand_ids_cost_one_query(session: Session) -> None:
    with watched() as statements:
        assert len(set(tracking.draw(session, 1000))) == 1000
    assert len(statements) == 1


def test_a_new_order_takes_a_guess_that_is_free(session: Session, shop: Shop) -> None:
    make_order(session, shop, tracking_id="123456789")
    wanted = draft((make_product(session, shop), 1))
    with drawing(123456789, 123456789, 987654321, 123456789):
        assert place(session, shop, wanted, actor=Actor.customer()).tracking_id == "987654321"
