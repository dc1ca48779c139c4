"""The panel's files: every route is its page, assets are kept for ever, and until it is built a page says so."""

import gzip
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from settings import current
from web import create_app
from web.configuration import SETTINGS

INDEX = b"<!doctype html><title>Cvety</title>"
SCRIPT = b"export const greeting = 'salem'\n" * 20


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where the panel is looked for; nothing is there."""
    return tmp_path / "admin" / "dist"


@pytest.fixture(scope="module")
def own_app() -> Flask:
    return create_app()


@pytest.fixture
def visitor(own_app: Flask, folder: Path) -> FlaskClient:
    own_app.config[SETTINGS] = type(current())(**{**vars(current()), "panel_dir": folder})
    return own_app.test_client()


@pytest.fixture
def built(folder: Path, visitor: FlaskClient) -> FlaskClient:
    files = {
        "index.html": INDEX,
        "favicon.svg": b"<svg/>",
        ".fingerprint": b"of the sources",
        "assets/app-1a2b.js": SCRIPT,
        "assets/app-1a2b.js.gz": gzip.compress(SCRIPT),
        "assets/app-1a2b.js.br": b"as brotli",
        "assets/app-3c4d.css": b"a{}",
        "assets/font-5e6f.woff2": b"letters",
        "assets/made-7a8b.odd": b"?",
    }
    for name, content in files.items():
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_bytes(content)
    (folder.parent / "package.json").write_text("{}")
    return visitor


@pytest.mark.parametrize("route", ["", "index.html", "orders", "orders/12/show", "sync/runs", "assets"])
def test_every_route_of_the_panel_is_its_page_and_asked_for_anew(built: FlaskClient, route: str) -> None:
    answer = built.get(f"/admin/{route}")
    assert (answer.status_code, answer.data) == (200, INDEX)
    assert answer.content_type == "text/html; charset=utf-8"
    assert answer.headers["Cache-Control"] == "no-cache"


def test_a_page_that_did_not_change_is_not_sent_again(built: FlaskClient, folder: Path) -> None:
    seen = {"If-None-Match": built.get("/admin/").headers["ETag"]}
    assert built.get("/admin/orders", headers=seen).status_code == 304
    (folder / "index.html").write_bytes(INDEX.replace(b"C", b"K"))
    assert built.get("/admin/orders", headers=seen).status_code == 200


def test_the_address_without_its_slash_leads_there(built: FlaskClient) -> None:
    answer = built.get("/admin")
    assert (answer.status_code, answer.headers["Location"]) == (308, "/admin/")


@pytest.mark.parametrize(
    ("name", "content_type"),
    [
        ("app-1a2b.js", "text/javascript; charset=utf-8"),
        ("app-3c4d.css", "text/css; charset=utf-8"),
        ("font-5e6f.woff2", "font/woff2"),
        ("made-7a8b.odd", "application/octet-stream"),
    ],
)
def test_an_asset_is_kept_for_ever(built: FlaskClient, name: str, content_type: str) -> None:
    answer = built.get(f"/admin/assets/{name}")
    assert answer.status_code == 200
    assert answer.content_type == content_type
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert "Accept-Encoding" in answer.vary


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [
        ("gzip, deflate, br, zstd", "br"),
        ("gzip", "gzip"),
        ("br;q=0, gzip", "gzip"),
        ("identity", None),
        ("gzip;q=0, *;q=0", None),
        ("", None),
    ],
)
def test_it_is_compressed_for_who_takes_it(built: FlaskClient, accepted: str, encoding: str | None) -> None:
    answer = built.get("/admin/assets/app-1a2b.js", headers={"Accept-Encoding": accepted})
    assert answer.headers.get("Content-Encoding") == encoding
    assert answer.content_type.startswith("text/javascript")
    read = {"gzip": gzip.decompress, "br": lambda _: SCRIPT, None: bytes}[encoding]
    assert read(answer.data) == SCRIPT


def test_what_the_build_did_not_compress_is_sent_as_it_is(built: FlaskClient) -> None:
    answer = built.get("/admin/assets/app-3c4d.css", headers={"Accept-Encoding": "gzip, br"})
    assert (answer.data, answer.headers.get("Content-Encoding")) == (b"a{}", None)


def test_an_asset_of_another_build_is_absent_and_nobody_remembers_that(built: FlaskClient) -> None:
    answer = built.get("/admin/assets/app-0000.js")
    assert (answer.status_code, answer.json["detail"]) == (404, "Not found")
    assert answer.headers["Cache-Control"] == "no-store"


@pytest.mark.parametrize(
    "name", ["../../package.json", "..%2f..%2fpackage.json", "%2e%2e/%2e%2e/package.json", "//etc/passwd", "", "."]
)
def test_no_path_leads_out_of_the_folder(built: FlaskClient, name: str) -> None:
    for path in (f"/admin/assets/{name}", f"/admin/{name}"):
        answer = built.get(path)
        assert answer.status_code in (200, 308, 404)
        assert b"{}" not in answer.data
        assert answer.status_code != 200 or answer.data == INDEX


def test_a_file_beside_the_page_is_sent_and_asked_for_anew(built: FlaskClient) -> None:
    answer = built.get("/admin/favicon.svg")
    assert (answer.data, answer.content_type) == (b"<svg/>", "image/svg+xml; charset=utf-8")
    assert answer.headers["Cache-Control"] == "no-cache"
    assert built.get("/admin/.fingerprint").data == INDEX


def test_page_and_assets_are_guarded(built: FlaskClient) -> None:
    for path in ("/admin/", "/admin/assets/app-1a2b.js"):
        headers = built.get(path).headers
        policy = headers["Content-Security-Policy"]
        assert "frame-ancestors 'none'" in policy
        assert "script-src" not in policy
        assert policy.startswith("default-src 'self'")
        assert headers["X-Content-Type-Options"] == "nosniff"
        assert headers["Referrer-Policy"] == "same-origin"


@pytest.mark.parametrize(
    ("state", "said"),
    [
        ("building", ("Панель собирается", "is being built")),
        ("failed", ("не собралась", "build failed", "make logs")),
        ("no-node", ("Установите Node 20", "Install Node 20", "make panel")),
        ("", ("не собрана", "not built", "make panel")),
        ("anything", ("не собрана",)),
    ],
)
def test_while_it_is_not_there_a_page_says_why_and_reloads(
    visitor: FlaskClient, folder: Path, state: str, said: tuple[str, ...]
) -> None:
    if state:
        (folder.parent / ".build").mkdir(parents=True)
        (folder.parent / ".build" / "state").write_text(state)
    answer = visitor.get("/admin/orders/12")
    assert answer.status_code == 200
    assert answer.headers["Cache-Control"] == "no-store"
    assert '<meta http-equiv="refresh" content="2">' in answer.text
    assert all(words in answer.text for words in said)
    assert "//" not in answer.text.replace("https://nodejs.org", "")  # it asks nobody for anything


def test_while_it_is_not_there_it_has_no_assets(visitor: FlaskClient) -> None:
    assert visitor.get("/admin/assets/app-1a2b.js").status_code == 404


def test_what_the_build_puts_there_is_seen_at_once(visitor: FlaskClient, folder: Path) -> None:
    assert b"refresh" in visitor.get("/admin/").data
    folder.mkdir(parents=True)
    (folder / "index.html").write_bytes(INDEX)
    assert visitor.get("/admin/").data == INDEX
