"""Promise 21: only who knows a secret in force is heard; during a rotation there are two."""

import secrets

import pytest

from tests.promises import rows
from tests.promises.conftest import Build
from tests.promises.posting import post, status_event


@pytest.mark.promise
def test_wrong_missing_and_retired_secrets_are_refused_and_both_are_taken_during_a_rotation(build: Build) -> None:
    before, after = secrets.token_hex(16), secrets.token_hex(16)
    house = build(WEBHOOK_SECRET=after, WEBHOOK_SECRET_PREVIOUS=before)
    (order,) = rows.linked_orders(1)
    event = status_event(order, "AP")

    house.start("web")
    assert [post(house, event, secret=each).status for each in (before, after)] == [200, 200]
    taken = rows.value("SELECT count(*) FROM webhook_event")
    assert taken == 2

    house.kill("web")
    house.start("web", WEBHOOK_SECRET_PREVIOUS="")
    forged = ("", "wrong", before, after[:-1], f"{after}x", "é")
    assert [post(house, event, secret=each).status for each in forged] == [401] * len(forged)
    assert [post(house, event, "product-sync", secret=each).status for each in forged] == [401] * len(forged)
    assert rows.value("SELECT count(*) FROM webhook_event") == taken
    assert post(house, event, secret=after).ok
