"""What may not leave the house in a log line: secrets, phones, names, and what errors quote of them."""

import re
from collections.abc import Iterable, Mapping
from functools import lru_cache
from types import TracebackType
from typing import Any

from structlog.typing import EventDict

HIDDEN = "[hidden]"
SECRET_KEYS = re.compile(
    r"(?i)(?:^|_|-)(?:name|phone|email|address|password|token|secret|secrets|authorization|cookie|auth|payload)$"
)
SAFE_KEYS = frozenset({"logger_name", "task_name", "schedule_name"})
PHONE = r"(?<![\w.+])(?:\+\s?7|[78])[\s(-]{0,2}7\d{2}[\s)-]{0,2}\d{3}[\s-]?\d{2}[\s-]?\d{2}(?!\w)"
CREDENTIALS = (
    r"(?i:bearer\s+\S+)|eyJ[\w-]+\.[\w-]+\.[\w-]*|(?<=://)[^/\s:@]*:[^/\s@]+(?=@)|(?<=access_token=)[^&\s]+"
    r"|(?<=/by-tracking/)[^/\s]+"  # all it takes to see an order and to change where it goes
)
DEEPEST = 6


class Redaction:
    """A structlog processor. It knows the secrets in force, so that it finds them inside longer texts too."""

    def __init__(self, secrets: Iterable[str] = ()) -> None:
        known = sorted({re.escape(secret) for secret in secrets if len(secret) >= 6}, key=len, reverse=True)
        self._pattern = re.compile("|".join([*known, CREDENTIALS, PHONE]))

    def __call__(self, _logger: Any, _method: str, event: EventDict) -> EventDict:
        for key, value in event.items():
            if value is None or type(value) in (int, float, bool):
                continue
            event[key] = self.value(key, value)
        return event

    def text(self, text: str) -> str:
        return self._pattern.sub(HIDDEN, text)

    def value(self, key: str, value: Any, depth: int = 0) -> Any:
        if _is_private(key):
            return HIDDEN
        if isinstance(value, str):
            return self._pattern.sub(HIDDEN, value)
        if value is None or isinstance(value, (int, float)):
            return value
        if depth == DEEPEST:
            return HIDDEN
        if isinstance(value, Mapping):
            return {str(k): self.value(str(k), v, depth + 1) for k, v in value.items()}
        if isinstance(value, (list, tuple, set, frozenset)):
            return [self.value("", item, depth + 1) for item in value]
        return self._pattern.sub(HIDDEN, str(value))


@lru_cache(maxsize=1024)  # there are few keys, and they come with every line
def _is_private(key: str) -> bool:
    return key not in SAFE_KEYS and SECRET_KEYS.search(key) is not None


def describe(error: BaseException) -> str:
    """An exception as a log may show it: types, messages and where, but no values of locals.

    Database errors quote the row ("Key (phone)=(...)") and the parameters, so theirs shrink to type and code.
    """
    parts = []
    seen: set[int] = set()
    current: BaseException | None = error
    while current is not None and id(current) not in seen:
        seen.add(id(current))
        parts.append("\n".join([*_frames(current.__traceback__), _summary(current)]))
        current = current.__cause__ or (None if current.__suppress_context__ else current.__context__)
    return "\ncaused by\n".join(parts)


def _summary(error: BaseException) -> str:
    kind = f"{type(error).__module__}.{type(error).__qualname__}"
    original = getattr(error, "orig", error)
    if hasattr(original, "pgcode"):
        return f"{kind} ({type(original).__qualname__}, code {original.pgcode})"
    return f"{kind}: {error}"


def _frames(traceback: TracebackType | None) -> Iterable[str]:
    while traceback is not None:
        code = traceback.tb_frame.f_code
        yield f"  {code.co_filename}:{traceback.tb_lineno} {code.co_qualname}"
        traceback = traceback.tb_next
