"""A forged webhook has no effect; during a rotation both secrets are good."""

from dataclasses import replace

import pytest
from flask.testing import FlaskClient

import settings
from models import Shop
from tests.web.conftest import OLD_SECRET, SECRET, Ask
from tests.web.inbox import events
from web import create_app

BODIES = {
    "order-status-sync": {"order_id": 77, "status": "AP"},
    "product-sync": {"event_type": "product.updated", "product_data": {"id": 77}},
}
each_kind = pytest.mark.parametrize("kind", BODIES)


@each_kind
@pytest.mark.parametrize("secret", [None, "", "wrong", SECRET + "x", SECRET.upper(), "секрет", "\xff\xfe"])
def test_a_missing_or_wrong_secret_leaves_no_row(notify: Ask, shop: Shop, kind: str, secret: str | None) -> None:
    as_sent = secret.encode().decode("latin-1") if secret else secret
    answer = notify(kind, BODIES[kind], secret=as_sent)
    assert answer.status_code == 401
    assert answer.json["detail"] == "Invalid webhook secret"
    assert events() == []


@each_kind
@pytest.mark.parametrize("secret", [SECRET, OLD_SECRET])
def test_during_a_rotation_both_secrets_are_good(notify: Ask, shop: Shop, kind: str, secret: str) -> None:
    assert notify(kind, BODIES[kind], secret=secret).status_code == 200


@pytest.fixture
def rotated(client: FlaskClient) -> FlaskClient:
    """An app for which the rotation is over."""
    return create_app(replace(settings.current(), webhook_secrets=(SECRET,))).test_client()


@each_kind
def test_a_retired_secret_is_wrong(rotated: FlaskClient, shop: Shop, kind: str) -> None:
    headers = {"X-Webhook-Secret": OLD_SECRET}
    assert rotated.post(f"/api/v1/webhooks/{kind}", json=BODIES[kind], headers=headers).status_code == 401
    assert events() == []


@each_kind
def test_the_secret_is_checked_before_the_body_is_read(client: FlaskClient, shop: Shop, kind: str) -> None:
    assert client.post(f"/api/v1/webhooks/{kind}", data=b"not json").status_code == 401


@each_kind
def test_a_token_is_no_secret(ask: Ask, shop: Shop, kind: str) -> None:
    assert ask("POST", f"/webhooks/{kind}", as_role="superadmin", json=BODIES[kind]).status_code == 401
