"""A client that cannot work is not built."""

import pytest

from bitrix.config import BitrixConfig

GOOD = {"base_url": "https://shop.example/", "token": "t", "railway_token": "r"}


def test_a_slash_at_the_end_of_the_site_is_forgiven() -> None:
    assert BitrixConfig(**GOOD).api_url == "https://shop.example/api/v2"


@pytest.mark.parametrize(
    "wrong",
    [
        {"base_url": ""},
        {"base_url": "shop.example"},
        {"base_url": "ftp://shop.example"},
        {"base_url": "https://shop.example/?a=1"},
        {"token": ""},
        {"token": "two words"},
        {"railway_token": "line\n"},
        {"railway_token": "токен"},
        {"dialect": "soap"},
    ],
)
def test_what_cannot_work_is_refused_at_once(wrong: dict[str, str]) -> None:
    with pytest.raises(ValueError):
        BitrixConfig(**{**GOOD, **wrong})


def test_no_token_shows_when_the_config_is_printed() -> None:
    config = BitrixConfig("https://shop.example", token="secret-one", railway_token="secret-two")
    assert "secret" not in repr(config)
