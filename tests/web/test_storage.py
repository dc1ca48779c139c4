"""Both places for files behave the same; the bucket is seen through a small server that speaks S3."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from threading import Thread

import pytest
from werkzeug import Request, Response
from werkzeug.serving import BaseWSGIServer, make_server

import settings
from web import storage
from web.storage import Storage
from web.storage.away import Away
from web.storage.folder import Folder

KEY = f"{'ab' * 16}.jpg"
MISSING = "<Error><Code>NoSuchKey</Code></Error>"


class Bucket:
    """Holds {path: (bytes, content type)}, and refuses all while `broken`."""

    def __init__(self) -> None:
        self.files: dict[str, tuple[bytes, str]] = {}
        self.broken = False

    @Request.application
    def __call__(self, request: Request) -> Response:
        if self.broken or "canary-id" not in request.headers["Authorization"]:
            return Response("<Error><Code>AccessDenied</Code></Error>", 403)
        if request.method == "PUT":
            self.files[request.path] = (request.get_data(), request.content_type)
            return Response()
        if request.method == "DELETE":
            self.files.pop(request.path, None)
            return Response(status=204)
        if request.path not in self.files:
            return Response(MISSING, 404)
        return Response(self.files[request.path][0])


@pytest.fixture
def bucket() -> Bucket:
    return Bucket()


@pytest.fixture
def server(bucket: Bucket) -> Iterator[BaseWSGIServer]:
    server = make_server("127.0.0.1", 0, bucket)
    thread = Thread(target=server.serve_forever)
    thread.start()
    yield server
    server.shutdown()
    thread.join()


def named(port: int) -> Storage:
    return storage.chosen(
        replace(
            settings.load({}),
            media_bucket="pictures",
            media_endpoint=f"http://127.0.0.1:{port}",
            media_key_id="canary-id",
            media_secret="canary-secret",
        )
    )


@pytest.fixture(params=["folder", "bucket"])
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Storage:
    if request.param == "folder":
        return storage.chosen(replace(settings.load({}), media_dir=tmp_path / "new" / "media"))
    return named(request.getfixturevalue("server").port)


def test_what_was_put_is_got_until_it_is_deleted(place: Storage) -> None:
    assert place.get(KEY) is None
    place.put(KEY, b"picture", "image/jpeg")
    assert place.get(KEY) == b"picture"
    place.put(KEY, b"another", "image/jpeg")
    assert place.get(KEY) == b"another"
    place.delete(KEY)
    place.delete(KEY)
    assert place.get(KEY) is None


def test_a_bucket_is_told_the_type(server: BaseWSGIServer, bucket: Bucket) -> None:
    named(server.port).put(KEY, b"picture", "image/jpeg")
    assert bucket.files == {f"/pictures/{KEY}": (b"picture", "image/jpeg")}


def test_a_bucket_that_refuses_is_away(server: BaseWSGIServer, bucket: Bucket) -> None:
    bucket.broken = True
    is_away(named(server.port))


def test_a_bucket_nobody_serves_is_away(server: BaseWSGIServer) -> None:
    server.server_close()
    is_away(named(server.port))


def test_a_folder_that_cannot_be_one_is_away(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    is_away(Folder(tmp_path / "file"))


def is_away(place: Storage) -> None:
    for ask in (lambda: place.put(KEY, b"", ""), lambda: place.get(KEY), lambda: place.delete(KEY)):
        with pytest.raises(Away):
            ask()


def test_a_folder_keeps_nothing_half_written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_descriptor: int) -> None:
        raise OSError("no space left on device")

    monkeypatch.setattr("os.fsync", full)
    place = Folder(tmp_path)
    with pytest.raises(Away):
        place.put(KEY, b"picture", "image/jpeg")
    assert [path for path in tmp_path.rglob("*") if path.is_file()] == []
