"""One JSON object per line, with the id of the request, from the house and from libraries alike."""

import io
import json
import logging
from collections.abc import Iterator
from contextvars import copy_context
from typing import Any

import pytest
import structlog

from settings import load
from tasks import logs

SETTINGS = load({"WEBHOOK_SECRET": "canary-webhook-secret", "JWT_SECRET": "canary-jwt-secret-of-some-length"})


@pytest.fixture
def stream() -> Iterator[io.StringIO]:
    root, kept = logging.getLogger(), structlog.get_config()
    handlers, level = root.handlers[:], root.level
    written = io.StringIO()
    logs.configure(SETTINGS, written)
    yield written
    root.handlers[:], root.level = handlers, level
    structlog.configure(**kept)


def lines(stream: io.StringIO) -> list[dict[str, Any]]:
    return [json.loads(line) for line in stream.getvalue().splitlines()]


def test_the_house_writes_json(stream: io.StringIO) -> None:
    structlog.get_logger().info("drained", events=5, order="Розы")
    (line,) = lines(stream)
    assert (line["event"], line["events"], line["order"], line["level"]) == ("drained", 5, "Розы", "info")
    assert line["timestamp"].endswith("Z")


def test_a_library_writes_the_same_json(stream: io.StringIO) -> None:
    logging.getLogger("celery.worker").warning("lost %s", "connection")
    (line,) = lines(stream)
    assert (line["event"], line["logger"], line["level"]) == ("lost connection", "celery.worker", "warning")


def test_chatty_libraries_are_quiet(stream: io.StringIO) -> None:
    logging.getLogger("urllib3.connectionpool").info("GET /?access_token=...")
    structlog.get_logger().debug("detail")
    assert lines(stream) == []


@pytest.mark.parametrize("log", [structlog.get_logger(), logging.getLogger("lib")])
def test_an_exception_is_one_line_without_secrets(stream: io.StringIO, log: Any) -> None:
    try:
        raise ValueError("given canary-webhook-secret for +77001234567")
    except ValueError:
        log.exception("failed")
    (line,) = lines(stream)
    assert "ValueError" in line["exception"]
    assert "test_logs.py" in line["exception"]
    assert "canary" not in stream.getvalue()
    assert "123" not in line["exception"]


def test_the_request_id_goes_with_every_line_of_its_work(stream: io.StringIO) -> None:
    with logs.working_for("abc"):
        assert logs.request_id() == "abc"
        structlog.get_logger().info("ours")
        logging.getLogger("lib").warning("theirs")
    structlog.get_logger().info("after")
    assert [line.get("request_id") for line in lines(stream)] == ["abc", "abc", None]


def test_one_request_does_not_see_the_id_of_another() -> None:
    copy_context().run(logs.bind_request_id, "mine")
    assert logs.request_id() is None


def test_configuring_twice_does_not_write_twice(stream: io.StringIO) -> None:
    logs.configure(SETTINGS, stream)
    logging.getLogger("lib").warning("once")
    assert len(lines(stream)) == 1


def test_what_json_does_not_know_is_written_as_text(stream: io.StringIO) -> None:
    structlog.get_logger().info("odd", value={1, 2}, kind=ValueError)
    (line,) = lines(stream)
    assert line["value"] == [1, 2]
    assert "ValueError" in line["kind"]


@pytest.mark.parametrize(
    ("given", "kept"), [("abc-1", True), (None, False), ("", False), ("a b", False), ("x" * 65, False)]
)
def test_a_request_id_is_taken_only_where_it_is_safe(given: str | None, kept: bool) -> None:
    assert (logs.usable_request_id(given) == given) is kept
