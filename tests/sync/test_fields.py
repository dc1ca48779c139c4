"""Owners as the settings give them."""

import pytest

from sync.rules import Rules


def test_a_field_that_both_sides_write_may_be_given_an_owner() -> None:
    owners = {field.name: field.owner for field in Rules(owners={"price": "us"}).product_fields}
    assert owners["price"] == "us"
    assert owners["name"] == "site"


@pytest.mark.parametrize(
    ("owners", "fault"),
    [
        ({"price": "them"}, "price belongs to 'site' or 'us', not to 'them'"),
        ({"prise": "us"}, "'prise' has no owner to choose; these have: name, price, image, enabled"),
        ({"status": "us"}, "'status' has no owner to choose"),
    ],
)
def test_an_owner_that_could_have_no_effect_is_refused_by_name(owners: dict[str, str], fault: str) -> None:
    with pytest.raises(ValueError, match=fault):
        Rules(owners=owners)
