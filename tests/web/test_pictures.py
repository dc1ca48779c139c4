"""Pictures are received, kept for as long as their request succeeds, and shown."""

from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from time import sleep
from typing import Any

import pytest
from flask import Flask
from werkzeug.test import TestResponse

import settings
from models import Shop
from tests.photos import form, picture
from tests.web.conftest import Ask
from web import create_app, picture_format, pictures
from web.configuration import BODY_LIMIT, kept
from web.storage.away import Away


@pytest.fixture
def app() -> Flask:
    """With a route that keeps what it receives, and one that forgets a picture."""
    app = create_app(settings.current())

    def receive() -> Any:
        key = pictures.keep(pictures.received())
        return {"key": key, "url": pictures.url(key)}, 500 if "fail" in pictures.request.args else 200

    def forget(key: str) -> Any:
        pictures.forget(key)
        return {}, 500 if "fail" in pictures.request.args else 200

    app.view_functions["app.index"] = receive
    app.url_map.add(app.url_rule_class("/", methods=["POST"], endpoint="app.index"))
    app.view_functions["app.ready"] = forget
    app.url_map.add(app.url_rule_class("/forget/<key>", endpoint="app.ready"))
    return app


@pytest.fixture
def client(app: Flask, clean: None) -> Any:
    return app.test_client()


@pytest.fixture
def send(client: Any) -> Any:
    def send(raw: bytes, query: str = "", **options: Any) -> TestResponse:
        return client.post(f"/{query}", **{**form(raw), **options})

    return send


def files(app: Flask) -> Iterator[Any]:
    return (path for path in settings.current().media_dir.rglob("*") if path.is_file())


def test_one_is_kept_and_shown_for_ever(send: Any, client: Any) -> None:
    address = send(picture()).json["url"]
    shown = client.get(address)
    assert (shown.status_code, shown.content_type) == (200, "image/jpeg")
    assert shown.data.startswith(b"\xff\xd8")
    assert shown.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert shown.headers["X-Content-Type-Options"] == "nosniff"
    again = client.get(address, headers={"If-None-Match": shown.headers["ETag"]})
    assert (again.status_code, again.data) == (304, b"")


@pytest.mark.parametrize(
    "key",
    ["x", "../../etc/passwd", "..%2f..%2fetc%2fpasswd", "%2e%2e", "0" * 32, f"{'0' * 32}.jpg", f"{'0' * 32}.php"],
)
def test_nothing_else_is_ever_shown(ask: Ask, key: str) -> None:
    assert ask("GET", f"/files/{key}").status_code == 404


def test_the_name_a_file_came_with_means_nothing(client: Any) -> None:
    answer = client.post("/", **form(picture(), filename="../../evil.php"))
    assert pictures.KEY.fullmatch(answer.json["key"])


def test_a_request_that_fails_afterwards_keeps_nothing(send: Any, app: Flask) -> None:
    before = set(files(app))
    assert send(picture(), "?fail").status_code == 500
    assert set(files(app)) == before


def test_one_is_forgotten_when_the_request_has_succeeded(send: Any, client: Any) -> None:
    sent = send(picture()).json
    client.get(f"/forget/{sent['key']}?fail")
    assert client.get(sent["url"]).status_code == 200
    client.get(f"/forget/{sent['key']}")
    assert client.get(sent["url"]).status_code == 404
    assert client.get(f"/forget/{sent['key']}").status_code == 200


def test_ten_megabytes_are_read_and_one_byte_more_is_not(send: Any) -> None:
    raw = picture()
    assert send(raw + b"\0" * (pictures.LARGEST - len(raw))).status_code == 200
    assert send(raw + b"\0" * (pictures.LARGEST - len(raw) + 1)).status_code == 413
    assert send(raw + b"\0" * pictures.LARGEST * 2).status_code == 413


def test_all_other_routes_keep_their_limit(client: Any, shop: Shop, send: Any) -> None:
    assert send(picture()).status_code == 200
    answer = client.post("/api/v1/auth/login", data=b" " * (BODY_LIMIT + 1), content_type="application/json")
    assert answer.status_code == 413


def test_what_is_not_a_form_with_a_picture_is_refused(send: Any, client: Any) -> None:
    assert client.post("/", data=picture(), content_type="image/jpeg").status_code == 415
    assert client.post("/", json={}).status_code == 415
    assert send(b"<svg/>").status_code == 415
    for answer in (
        client.post("/", **form(picture(), name="photo")),
        client.post("/", data={"file": "text"}, content_type="multipart/form-data"),
        client.post("/", data=b"--x", content_type="multipart/form-data; boundary=x"),
        client.post("/", data=b"", content_type="multipart/form-data"),
    ):
        assert answer.status_code == 422
        assert list(answer.json["errors"]) == ["file"]


def test_a_storage_that_is_away_is_no_fault_of_the_caller(
    send: Any, client: Any, app: Flask, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = send(picture()).json["url"]

    def away(*_: Any) -> None:
        raise Away("canary: no route to host")

    with app.app_context():
        for name in ("put", "get"):
            monkeypatch.setattr(kept(), name, away)
    for answer in (send(picture()), client.get(address)):
        assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")
        assert "canary" not in answer.text


def test_pictures_are_unpacked_one_after_another(send: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    """Each takes hundreds of megabytes while it is."""
    at_once, most = 0, 0

    def unpack(_: bytes) -> bytes:
        nonlocal at_once, most
        at_once += 1
        most = max(most, at_once)
        sleep(0.02)
        at_once -= 1
        return b"jpeg"

    monkeypatch.setattr(picture_format, "jpeg", unpack)
    with ThreadPoolExecutor(8) as pool:
        answers = list(pool.map(lambda _: send(picture()), range(16)))
    assert ([answer.status_code for answer in answers], most) == ([200] * 16, 1)


def test_who_would_wait_too_long_for_that_is_asked_to_come_again(
    send: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pictures, "PATIENCE_S", 0.05)
    with pictures.UNPACKING:
        answer = send(picture())
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")
    assert send(picture()).status_code == 200


def test_a_picture_that_cannot_be_unpacked_makes_nobody_wait(send: Any) -> None:
    assert [send(b"not a picture").status_code for _ in range(3)] == [415] * 3
    assert send(picture()).status_code == 200


def test_an_address_of_ours_is_known_again(app: Flask) -> None:
    key = f"{'a' * 32}.jpg"
    with app.app_context():
        assert pictures.key_of(pictures.url(key)) == key
        assert pictures.key_of(f"https://shop.example/{key}") is None
        assert pictures.key_of("/api/v1/files/x") is None
        assert pictures.key_of(f"/{key}") is None
