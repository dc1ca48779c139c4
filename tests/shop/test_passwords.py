"""Passwords are kept as argon2id hashes."""

from unittest.mock import patch

import pytest
from argon2 import PasswordHasher

from shop import passwords
from tests.people import PASSWORD, password_hash


def test_the_right_password_is_taken_and_another_one_is_not() -> None:
    assert passwords.verify_password(password_hash(), PASSWORD)
    assert not passwords.verify_password(password_hash(), PASSWORD + " ")


def test_a_hash_is_argon2id_and_salted() -> None:
    assert password_hash().startswith("$argon2id$")
    assert passwords.hash_password(PASSWORD) != password_hash()


def test_to_try_one_costs_what_the_library_says(real_hasher: PasswordHasher) -> None:
    assert real_hasher.hash(PASSWORD).startswith("$argon2id$v=19$m=65536,t=3,p=4$")


@pytest.mark.parametrize("password", ["", PASSWORD, "nobody's password"])
def test_nobody_signs_in_without_a_hash(password: str) -> None:
    assert not passwords.verify_password(None, password)


def test_an_unknown_user_costs_one_verification_like_a_known_one() -> None:
    passwords.verify_password(None, "first")  # the decoy is made once
    with patch.object(PasswordHasher, "verify", autospec=True, side_effect=PasswordHasher.verify) as verify:
        passwords.verify_password(None, "wrong")
    (call,) = verify.call_args_list
    assert call.args[1].split("$")[:4] == password_hash().split("$")[:4]


def test_a_broken_hash_lets_nobody_in() -> None:
    assert not passwords.verify_password("not a hash", PASSWORD)
