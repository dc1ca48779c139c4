"""A setting that nobody understands stops the release, not the first event."""

from dataclasses import replace

import pytest

import settings
from web import create_app


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"field_owners": {"colour": "us"}}, "FIELD_OWNERS: 'colour'"),
        ({"field_owners": {"price": "me"}}, "FIELD_OWNERS: price"),
        ({"extra_statuses": {"XX": "lost"}}, "status XX: 'lost'"),
    ],
)
def test_an_app_with_a_wrong_setting_is_not_made(wrong: dict[str, dict[str, str]], said: str) -> None:
    with pytest.raises(ValueError, match=said):
        create_app(replace(settings.current(), **wrong))  # type: ignore[arg-type]
