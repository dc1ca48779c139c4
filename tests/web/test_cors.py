"""Browsers of the configured origins may call, others not."""

from dataclasses import replace

import pytest
from flask.testing import FlaskClient

import settings
from web import create_app

ADMIN = "https://admin.example"


@pytest.fixture
def browser(client: FlaskClient) -> FlaskClient:
    return create_app(replace(settings.current(), cors_origins=(ADMIN,))).test_client()


def test_a_known_origin_is_permitted_before_and_after(browser: FlaskClient) -> None:
    for method, path in (("OPTIONS", "/api/v1/products/"), ("GET", "/"), ("GET", "/nowhere")):
        headers = browser.open(path, method=method, headers={"Origin": ADMIN}).headers
        assert headers["Access-Control-Allow-Origin"] == ADMIN
        assert "Authorization" in headers["Access-Control-Allow-Headers"]
        assert "Origin" in headers["Vary"]


def test_an_unknown_origin_gets_no_permission(browser: FlaskClient) -> None:
    answer = browser.get("/", headers={"Origin": "https://elsewhere.example"})
    assert answer.status_code == 200
    assert "Access-Control-Allow-Origin" not in answer.headers


def test_with_no_origins_configured_nobody_is_permitted(client: FlaskClient) -> None:
    assert "Access-Control-Allow-Origin" not in client.get("/", headers={"Origin": ADMIN}).headers
