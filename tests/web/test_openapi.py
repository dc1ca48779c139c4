"""The API's description is whole: every route, its right, its errors, and nothing that points nowhere."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from flask import Flask
from flask.testing import FlaskClient

from web.rights import RIGHTS

# Public, and of no one shop; or of the shop that the path names.
OF_NO_SHOP = tuple(
    f"/api/v1/{path}" for path in ("auth/", "files/", "orders/by-tracking/", "reviews/platform", "shops/")
)
METHODS = {"get", "post", "put", "patch", "delete"}


@pytest.fixture
def spec(client: FlaskClient) -> dict[str, Any]:
    answer = client.get("/api/v1/openapi.json")
    assert answer.status_code == 200
    return answer.json


def operations(spec: dict[str, Any]) -> Iterator[tuple[str, str, dict[str, Any], list[dict[str, Any]]]]:
    for path, item in spec["paths"].items():
        for method in METHODS & item.keys():
            parameters = item.get("parameters", []) + item[method].get("parameters", [])
            yield path, method, item[method], parameters


def test_every_route_of_the_api_is_described(app: Flask, spec: dict[str, Any]) -> None:
    routes = {
        (re.sub(r"<(?:[^:>]+:)?(\w+)>", r"{\1}", str(rule)), method.lower())
        for rule in app.url_map.iter_rules()
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}
        if str(rule).startswith("/api/v1/") and not rule.endpoint.startswith(("api-docs", "swagger_ui"))
    }
    assert {(path, method) for path, method, *_ in operations(spec)} == routes


def test_each_says_which_right_it_needs(spec: dict[str, Any]) -> None:
    for path, method, operation, _ in operations(spec):
        assert operation["x-right"] in set(RIGHTS.values()), f"{method} {path}"
        assert (operation["security"] == []) == (operation["x-right"] == "P"), f"{method} {path}"
        for scheme in operation["security"]:
            assert set(scheme) <= set(spec["components"]["securitySchemes"])


def test_each_public_one_of_a_shop_says_that_it_may_be_named(spec: dict[str, Any]) -> None:
    for path, method, operation, parameters in operations(spec):
        if operation["x-right"] == "P" and not path.startswith(OF_NO_SHOP):
            assert ("shop_id", "query") in {(one["name"], one["in"]) for one in parameters}, f"{method} {path}"


def test_each_has_a_summary_and_answers_of_which_errors_are_one(spec: dict[str, Any]) -> None:
    for path, method, operation, _ in operations(spec):
        assert operation["summary"], f"{method} {path}"
        assert any(status.startswith("2") for status in operation["responses"]), f"{method} {path}"
        assert operation["responses"]["default"] == {"$ref": "#/components/responses/DEFAULT_ERROR"}
    error = spec["components"]["responses"]["DEFAULT_ERROR"]["content"]["application/json"]["schema"]
    assert error == {"$ref": "#/components/schemas/Error"}
    assert set(spec["components"]["schemas"]["Error"]["properties"]) == {"detail", "errors", "request_id"}


def test_each_parameter_of_a_path_is_declared(spec: dict[str, Any]) -> None:
    for path, method, _, parameters in operations(spec):
        declared = {one["name"] for one in parameters if one["in"] == "path"}
        assert declared == set(re.findall(r"{(\w+)}", path)), f"{method} {path}"


def test_each_body_has_an_example(spec: dict[str, Any]) -> None:
    text = json.dumps(spec)
    for path, method, operation, _ in operations(spec):
        for media in operation.get("requestBody", {}).get("content", {}).values():
            name = media["schema"].get("$ref", "").rpartition("/")[2]
            shown = "example" in media or any(
                "example" in field for field in spec["components"]["schemas"][name]["properties"].values()
            )
            assert shown, f"{method} {path}"
    assert '"$ref"' in text


def test_each_that_can_be_asked_about_a_shop_says_that_there_may_be_none(spec: dict[str, Any]) -> None:
    names_none = {"/api/v1/colors"}  # the same for all shops, takes `shop_id` as its neighbours do
    for path, method, operation, _ in operations(spec):
        asked = {parameter.get("name") for parameter in operation.get("parameters", [])}
        if "shop_id" in asked and path not in names_none and "/superadmin/" not in path:
            assert "404" in operation["responses"], f"{method} {path}"


def test_each_that_takes_a_picture_says_how_it_may_be_refused(spec: dict[str, Any]) -> None:
    for path, method, operation, _ in operations(spec):
        if "multipart/form-data" in operation.get("requestBody", {}).get("content", {}):
            assert {"413", "415", "422", "503"} <= operation["responses"].keys(), f"{method} {path}"


def test_the_paths_are_those_that_callers_use(spec: dict[str, Any]) -> None:
    assert {"/api/v1/audit", "/api/v1/client_profile", "/api/v1/clients/", "/api/v1/orders/"} <= spec[
        "paths"
    ].keys()


def test_every_reference_leads_somewhere(spec: dict[str, Any]) -> None:
    for reference in set(re.findall(r'"\$ref": "#/([^"]+)"', json.dumps(spec))):
        found: Any = spec
        for step in reference.split("/"):
            found = found[step]


def test_the_pages_ask_nobody_else(client: FlaskClient) -> None:
    for path in ("/api/v1/docs", "/api/v1/docs/"):
        page = client.get(path)
        assert page.status_code == 200
        assert "/api/v1/openapi.json" in page.text
        assert not re.search(r"""(?:src|href)=["'](?:https?:)?//""", page.text)
    for asset in re.findall(r"""(?:src|href)=["']([^"']+)["']""", page.text):
        assert client.get(asset).status_code == 200, asset
