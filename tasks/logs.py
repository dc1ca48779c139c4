"""One JSON object per line on stdout, for the house and for the libraries, with the id of the request.

The request id travels from the webhook to the task and to the call to the site: whoever starts a piece of
work binds it, whoever stores a row or calls out asks `request_id()`.
"""

import logging
import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from typing import Any, TextIO
from uuid import uuid4

import structlog
from structlog.typing import EventDict, Processor

from settings import Settings
from tasks.redaction import Redaction, describe

SAFE_ID = re.compile(r"[A-Za-z0-9._:-]{1,64}")
# Chatty at INFO, or apt to quote URLs and headers at DEBUG.
QUIET = ("werkzeug", "urllib3", "kombu", "amqp", "sqlalchemy", "celery.bootsteps", "flask-limiter")

_request_id: ContextVar[str | None] = ContextVar("request_id", default=None)


def request_id() -> str | None:
    """The id of the request this work began with; None outside of any."""
    return _request_id.get()


def new_request_id() -> str:
    return uuid4().hex


def usable_request_id(given: str | None) -> str:
    """The caller's id where it is 1-64 safe characters, else a new one: it goes into logs and headers."""
    return given if given and SAFE_ID.fullmatch(given) else new_request_id()


def bind_request_id(value: str | None) -> None:
    _request_id.set(value)


@contextmanager
def working_for(value: str | None) -> Iterator[None]:
    """Everything inside the block is done for this request."""
    token = _request_id.set(value)
    try:
        yield
    finally:
        _request_id.reset(token)


def configure(settings: Settings, stream: TextIO | None = None) -> None:
    """Set structlog and the standard library's logging up; calling it again replaces the former setup."""
    out = stream or sys.stdout
    level = logging.getLevelNamesMapping().get(settings.log_level, logging.INFO)
    before: list[Processor] = [_add_request_id, _exception, structlog.processors.TimeStamper(fmt="iso", utc=True)]
    last: list[Processor] = [
        _redaction(settings),
        structlog.processors.JSONRenderer(ensure_ascii=False, default=str),
    ]
    structlog.configure(
        processors=[structlog.processors.add_log_level, *before, *last],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.WriteLoggerFactory(file=out),
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(out)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=[structlog.stdlib.add_log_level, structlog.stdlib.add_logger_name, *before],
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, *last],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level)
    for name in QUIET:
        logging.getLogger(name).setLevel(max(level, logging.WARNING))


def _redaction(settings: Settings) -> Redaction:
    return Redaction(
        [
            settings.jwt_secret,
            settings.bitrix_token,
            settings.railway_api_token,
            settings.metrics_token,
            settings.flower_basic_auth,
            settings.alert_webhook_url,
            settings.alert_telegram_token,
            *settings.webhook_secrets,
        ]
    )


def _add_request_id(_logger: Any, _method: str, event: EventDict) -> EventDict:
    if (value := _request_id.get()) is not None:
        event.setdefault("request_id", value)
    return event


def _exception(_logger: Any, _method: str, event: EventDict) -> EventDict:
    given = event.pop("exc_info", None)
    error = sys.exc_info()[1] if given is True else given[1] if isinstance(given, tuple) else given
    if isinstance(error, BaseException):
        event["exception"] = describe(error)
    return event
