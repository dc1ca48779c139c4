"""What an access token says is read once; whether it is still good, at every request."""

from dataclasses import replace
from time import time
from unittest.mock import patch

import jwt
import pytest

import settings
from web import tokens


def test_a_token_that_was_read_before_expires_all_the_same() -> None:
    token = tokens.issue(7, settings.current())
    assert tokens.subject_of(token, settings.current()) == (7, None)
    later = time() + tokens.ACCESS_LIFETIME.total_seconds()
    with patch("web.tokens.time", return_value=later), pytest.raises(jwt.ExpiredSignatureError):
        tokens.subject_of(token, settings.current())


def test_a_token_that_was_read_before_is_nothing_under_another_secret() -> None:
    token = tokens.issue(7, settings.current())
    tokens.subject_of(token, settings.current())
    with pytest.raises(jwt.InvalidSignatureError):
        tokens.subject_of(token, replace(settings.current(), jwt_secret="o" * 40))
