"""Pictures that people send: received, kept, and shown by an address nobody can guess."""

import re
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from threading import Lock

import structlog
from flask import Response, after_this_request, request

from web import picture_format
from web.configuration import kept, settings
from web.errors import DETAILS, RETRY_AFTER_S, Problem
from web.storage.away import Away

log = structlog.get_logger()

PATH = "/api/v1/files"
CONTENT_TYPE = "image/jpeg"
KEY = re.compile(r"[0-9a-f]{32}\.jpg")
LARGEST = 10 * 1024 * 1024  # bytes of one picture
FORM = 16 * 1024  # what a form has around it
UNPACKING = Lock()  # a picture takes hundreds of megabytes while it is unpacked: one at a time in this process
PATIENCE_S = 5.0  # more would keep the process's threads from everybody else


def received(name: str = "file") -> bytes:
    """The picture in that field of the multipart body, as it is kept. Call it before anything reads the body.

    Raises Problem: 413 over 10 MB, 415 not a form or not a picture, 422 missing, broken or of too many pixels, 503
    while others are at it.
    """
    request.max_content_length = LARGEST + FORM  # of this request alone: all others keep BODY_LIMIT
    if request.mimetype != "multipart/form-data":
        raise Problem(415, "Content-Type must be multipart/form-data")
    sent = request.files.get(name)
    if sent is None:
        raise Problem(422, "Some fields are wrong", {name: ["Missing data for required field."]})
    with _unpacking():
        raw = sent.read(LARGEST + 1)
        if len(raw) > LARGEST:
            raise Problem(413, DETAILS[413])
        return picture_format.jpeg(raw)


def keep(data: bytes) -> str:
    """Stores what `received` gave; returns its key. Call it outside a transaction: it may ask the network.

    A request that fails afterwards keeps nothing. Raises Problem 503.
    """
    key = f"{secrets.token_hex(16)}.jpg"
    try:
        kept().put(key, data, CONTENT_TYPE)
    except Away as error:
        raise _away(error) from error
    _delete_after(key, succeeded=False)
    return key


def forget(key: str) -> None:
    """Deletes it once the request has succeeded; one that fails has changed no row, so it keeps its picture."""
    _delete_after(key, succeeded=True)


def read(key: str) -> bytes | None:
    """None: there is none. Raises Problem 503."""
    if not KEY.fullmatch(key):
        return None
    try:
        return kept().get(key)
    except Away as error:
        raise _away(error) from error


def url(key: str) -> str:
    return f"{settings().media_url or PATH}/{key}"


def key_of(url: str) -> str | None:
    """The key in an address made by `url`; None for anybody else's."""
    prefix, _, key = url.rpartition("/")
    return key if prefix in (PATH, settings().media_url or PATH) and KEY.fullmatch(key) else None


@contextmanager
def _unpacking() -> Iterator[None]:
    if not UNPACKING.acquire(timeout=PATIENCE_S):
        raise Problem(503, "Too many pictures at once", headers={"Retry-After": str(RETRY_AFTER_S)})
    try:
        yield
    finally:
        UNPACKING.release()


def _delete_after(key: str, succeeded: bool) -> None:
    @after_this_request
    def delete(response: Response) -> Response:
        if (response.status_code < 400) is succeeded:
            try:
                kept().delete(key)
            except Away as error:
                log.warning("picture_left_behind", key=key, error=str(error))
        return response


def _away(error: Away) -> Problem:
    log.error("storage_out_of_reach", error=str(error))
    return Problem(503, "Pictures out of reach", headers={"Retry-After": str(RETRY_AFTER_S)})
