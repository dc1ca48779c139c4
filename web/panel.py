"""The admin panel under /admin/, as `make panel` built it into PANEL_DIR: files only, it talks to /api/v1.

Whatever is not a file there is a route of the panel's own, so it gets index.html. That is asked for anew each
time, and says which assets belong to it; their names carry a hash of what is in them: browsers may keep them.
"""

from collections.abc import Mapping
from pathlib import Path

from flask import Blueprint, Response, request, send_file
from werkzeug.exceptions import NotFound
from werkzeug.utils import safe_join

from web import panel_absent
from web.configuration import settings
from web.errors import DETAILS, Problem

blueprint = Blueprint("panel", __name__, url_prefix="/admin")

KEPT_FOR_EVER = "public, max-age=31536000, immutable"
ENCODINGS = {"br": ".br", "gzip": ".gz"}  # the better one first; written beside the file by the build
CONTENT_TYPES = {
    ".css": "text/css",
    ".html": "text/html",
    ".ico": "image/x-icon",
    ".jpg": "image/jpeg",
    ".js": "text/javascript",
    ".json": "application/json",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".webmanifest": "application/manifest+json",
    ".webp": "image/webp",
    ".woff2": "font/woff2",
}
# MUI writes its styles into the page; products' pictures are wherever the site or the bucket is.
POLICY = (
    "default-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob: http: https:;"
    " font-src 'self' data:; object-src 'none'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
)
GUARDS = {
    "Content-Security-Policy": POLICY,
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "same-origin",
}


@blueprint.get("", strict_slashes=True)
def door() -> Response:
    """A relative address: behind a proxy this process does not know its own."""
    return Response(status=308, headers={"Location": "/admin/"})


@blueprint.get("/", defaults={"route": ""})
@blueprint.get("/<path:route>")
def page(route: str) -> Response:
    folder = settings().panel_dir
    file = _file(folder, route) if "/" not in route and not route.startswith(".") else None
    if file is not None and file.name != "index.html":
        return _sent(file, "no-cache")
    try:
        body = (folder / "index.html").read_bytes()
    except OSError:
        return panel_absent.page(folder)
    response = _guarded(Response(body, mimetype=CONTENT_TYPES[".html"]), "no-cache")
    response.add_etag()  # of its bytes: all builds are of one length, and an image may give all files one date
    response.make_conditional(request)
    return response


@blueprint.get("/assets/<path:name>")
def asset(name: str) -> Response:
    """Raises Problem 404, which nobody may remember: the next deployment may have it."""
    file = _file(settings().panel_dir / "assets", name)
    if file is None:
        raise Problem(404, DETAILS[404], headers={"Cache-Control": "no-store"})
    return _sent(file, KEPT_FOR_EVER)


def _file(folder: Path, name: str) -> Path | None:
    """None: there is no such file in the folder."""
    path = safe_join(str(folder), name)
    return Path(path) if path and Path(path).is_file() else None


def _sent(file: Path, cached: str) -> Response:
    """Compressed, where the browser takes it and the build has it so."""
    encoding, body = _encoded(file, {name: request.accept_encodings[name] for name in ENCODINGS})
    try:
        response = send_file(body, CONTENT_TYPES.get(file.suffix, "application/octet-stream"), conditional=True)
    except OSError:  # a build has replaced it this very moment
        raise NotFound from None
    response.headers.pop("Content-Disposition", None)  # it would name the packed file
    if encoding:
        response.headers["Content-Encoding"] = encoding
    response.vary.add("Accept-Encoding")
    return _guarded(response, cached)


def _encoded(file: Path, wanted: Mapping[str, float]) -> tuple[str | None, Path]:
    for name, suffix in ENCODINGS.items():
        if wanted[name] > 0 and (packed := file.with_name(file.name + suffix)).is_file():
            return name, packed
    return None, file


def _guarded(response: Response, cached: str) -> Response:
    response.headers.update(GUARDS)
    response.headers["Cache-Control"] = cached
    return response
