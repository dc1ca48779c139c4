"""Every error has one shape, whoever makes it and on whatever route."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient
from werkzeug.routing import Rule
from werkzeug.test import TestResponse

import settings
from models import Shop
from shop.errors import Conflict, Forbidden, ForbiddenTransition, Invalid, Lack, NotFound, Shortage
from tests.web.conftest import SECRET, Ask, Staff, bearer
from web import create_app
from web.errors import Problem, flatten
from web.json_body import DEEPEST

BODY = "application/json"
WITHOUT_BODY = {
    "auth.logout",
    "products.set_status",
    "orders.take",
    "orders.add_photo",  # a form
    "inventory.apply",
    "warehouse.add_photo",  # a form
    "superadmin.block_shop",
    "superadmin.block_user",
    "superadmin.reset_password",
    "superadmin.toggle_product",
    "superadmin.unblock_shop",
    "superadmin.unblock_user",
    "sync.replay_event",
    "sync.retry_debt",
    "sync.agree",
    "sync.approve_run",
    "sync.stop_run",
    "sync.run_job",
}


def is_the_shape(answer: TestResponse, status: int) -> None:
    assert answer.status_code == status, answer.text
    assert answer.mimetype == "application/json"
    assert set(answer.json) - {"errors"} == {"detail", "request_id"}
    assert answer.json["detail"]
    assert answer.json["request_id"] == answer.headers["X-Request-ID"]
    for field, messages in answer.json.get("errors", {}).items():
        assert isinstance(field, str)
        assert all(isinstance(message, str) for message in messages)


def path_of(rule: Rule) -> str:
    return "".join("1" if is_dynamic else part for is_dynamic, part in rule._trace).partition("|")[2]


@pytest.fixture
def writing(app: Flask, staff: Staff, client: FlaskClient) -> Iterator[Any]:
    """Every route that takes a JSON body, asked by somebody with the right."""
    headers = {**bearer(staff("superadmin")), "X-Webhook-Secret": SECRET}
    routes = [
        (method, path_of(rule))
        for rule in app.url_map.iter_rules()
        for method in sorted((rule.methods or set()) & {"POST", "PUT", "PATCH"})
        if rule.endpoint not in WITHOUT_BODY
    ]
    assert len(routes) >= 8

    def ask_all(**options: Any) -> Iterator[TestResponse]:
        for method, path in routes:
            given = headers | options.get("headers", {})
            yield client.open(path, method=method, **{**options, "headers": given})

    return ask_all


def test_an_unknown_route(client: FlaskClient) -> None:
    is_the_shape(client.get("/api/v1/nowhere"), 404)
    is_the_shape(client.get("/nowhere"), 404)


def test_an_id_no_row_can_have(ask: Ask) -> None:
    for path in ("/products/0", f"/products/{2**53}", f"/orders/{10**30}", "/orders/x"):
        is_the_shape(ask("GET", path, as_role="director"), 404)


def test_a_method_the_route_has_not(app: Flask, client: FlaskClient) -> None:
    for rule in app.url_map.iter_rules():
        if str(rule).startswith("/api/v1/docs"):
            continue
        answer = client.open(path_of(rule), method="TRACE")
        is_the_shape(answer, 405)
        assert answer.headers["Allow"]


def test_broken_json_on_every_route_that_takes_a_body(writing: Any) -> None:
    for body in (b"{", b"", b"\xff", b'{"a": NaN}', b'{"a": 1e999}', b"[" * 60_000, b'{"a": "\n"}', b"9" * 5000):
        for answer in writing(data=body, content_type=BODY):
            is_the_shape(answer, 422)
            assert answer.json["errors"]


def test_a_body_that_is_no_object(writing: Any) -> None:
    for body in (b"[]", b"null", b"5", b'"text"', b"[{}]"):
        for answer in writing(data=body, content_type=BODY):
            is_the_shape(answer, 422)
            assert answer.json["errors"]


def test_text_that_no_database_keeps_is_named(writing: Any) -> None:
    for text in ("\\u0000", "a\\ud800b", "\\uDFFF"):
        for answer in writing(data=b'{"deep": [{"er": "%s"}]}' % text.encode(), content_type=BODY):
            is_the_shape(answer, 422)
            assert list(answer.json["errors"]) == ["deep.0.er"]
        for answer in writing(data=b'{"%s": 1}' % text.encode(), content_type=BODY):
            is_the_shape(answer, 422)


@pytest.mark.parametrize("inmost", [b"1", b'"\\u0000"'])
@pytest.mark.parametrize("depth", [DEEPEST, DEEPEST + 1, 900])
def test_a_body_is_nested_only_so_deeply(writing: Any, depth: int, inmost: bytes) -> None:
    """Who works an event later has less of a stack left than who kept it."""
    lists, objects = depth // 2, depth - depth // 2
    body = b'{"a":' * objects + b"[" * lists + inmost + b"]" * lists + b"}" * objects
    for answer in writing(data=body, content_type=BODY):
        is_the_shape(answer, 422)
        assert ("Nested too deeply." in answer.json["errors"].get("json", [])) == (depth > DEEPEST)


def test_the_wrong_media_type(writing: Any) -> None:
    for kind in ("text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"):
        for answer in writing(data=b"{}", content_type=kind):
            takes_it = kind.startswith("multipart") and answer.request.path.endswith("/images")
            is_the_shape(answer, 422 if takes_it else 415)


def test_a_body_that_is_too_large(writing: Any) -> None:
    for answer in writing(data=b'{"a": "' + b"x" * 70_000 + b'"}', content_type=BODY):
        is_the_shape(answer, 413)


def test_a_body_of_almost_the_limit_is_read(writing: Any) -> None:
    for answer in writing(data=b'{"a": "' + b"x" * 65_000 + b'"}', content_type=BODY):
        is_the_shape(answer, 422)


def test_nul_in_a_query(ask: Ask, shop: Shop) -> None:
    answer = ask("GET", "/products/?search=a%00b")
    is_the_shape(answer, 422)
    assert list(answer.json["errors"]) == ["search"]


def test_no_token_a_bad_one_and_another_scheme(client: FlaskClient) -> None:
    for header in (
        {},
        {"Authorization": "Bearer nonsense"},
        {"Authorization": "Basic eDp5"},
        {"Authorization": ""},
    ):
        answer = client.get("/api/v1/auth/me", headers=header)
        is_the_shape(answer, 401)
        assert answer.headers["WWW-Authenticate"] == "Bearer"


@pytest.fixture
def failing(client: FlaskClient) -> Any:
    """An app whose root fails as it is told."""
    app = create_app(replace(settings.current()))

    def ask(error: Exception) -> TestResponse:
        def fail() -> None:
            raise error

        app.view_functions["app.index"] = fail
        return app.test_client().get("/")

    return ask


@pytest.mark.parametrize(
    ("error", "status", "fields"),
    [
        (Invalid("Bad", {"price": ["no"]}), 422, ["price"]),
        (Shortage([Lack("items.0.quantity", "Розы", 3, 1)]), 400, ["items.0.quantity"]),
        (Conflict("Not now"), 409, []),
        (Forbidden("Not you"), 403, []),
        (ForbiddenTransition("new", "delivered"), 409, ["status"]),
        (NotFound("Gone"), 404, []),
        (Problem(429, "Slowly", headers={"Retry-After": "7"}), 429, []),
        (ZeroDivisionError("+77001234567"), 500, []),
    ],
)
def test_what_the_business_refuses(failing: Any, error: Exception, status: int, fields: list[str]) -> None:
    answer = failing(error)
    is_the_shape(answer, status)
    assert list(answer.json.get("errors", {})) == fields


def test_an_unexpected_failure_tells_nothing(failing: Any) -> None:
    assert failing(ValueError("postgresql://secret@host")).json["detail"] == "Internal error"


def test_nested_messages_become_dotted_fields() -> None:
    nested = {"json": {"items": {0: {"quantity": ["No."]}}, "_schema": ["Bad."]}, "query": {"limit": ["Too big."]}}
    assert flatten(nested) == {"items.0.quantity": ["No."], "json": ["Bad."], "limit": ["Too big."]}
