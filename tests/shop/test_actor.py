"""Who made a change."""

import pytest

from models.order_history import ACTORS
from shop.actor import Actor


@pytest.mark.parametrize(
    "actor", [Actor.user(7), Actor.bitrix(), Actor.system(), Actor.customer(), Actor.payment()]
)
def test_every_kind_is_one_that_history_can_store(actor: Actor) -> None:
    assert actor.kind in ACTORS


def test_only_a_user_of_ours_has_a_user_id() -> None:
    assert Actor.user(7).user_id == 7
    assert Actor.bitrix(42).user_id is None


def test_people_can_be_asked_for_a_reason_and_programs_cannot() -> None:
    people = [actor.kind for actor in map(Actor, ACTORS) if actor.is_person]
    assert people == ["customer", "user"]
