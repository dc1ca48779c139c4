"""Ids, flags, texts and addresses as the site sends them."""

import re
from functools import lru_cache
from typing import Any
from urllib.parse import urljoin, urlsplit

from bitrix.wire.unreadable import Unreadable

LARGEST_ID = 2**63 - 1
_FLAGS = {"true": True, "false": False, "y": True, "n": False, "1": True, "0": False}
_DIGITS = re.compile(r"[0-9]{1,19}")
_PLAIN_PATH = re.compile(r"(?:/(?!\.)[A-Za-z0-9._~-]+)+")  # neither a host nor dots that lead upwards
_PLAIN_URL = re.compile(r"https?://[A-Za-z0-9][A-Za-z0-9.-]*(?::[0-9]+)?/[A-Za-z0-9._~/-]*")
_UNSTORABLE = re.compile("[\x00\ud800-\udfff]")


def parse_id(raw: Any) -> int:
    """A positive id, sent as a number or as a digit string. Raises Unreadable."""
    if isinstance(raw, str) and _DIGITS.fullmatch(raw.strip()):
        raw = int(raw)
    if isinstance(raw, bool) or not isinstance(raw, int) or not 0 < raw <= LARGEST_ID:
        raise Unreadable(raw, "is not an id")
    return raw


def parse_count(raw: Any) -> int:
    """A whole number from 0: 3, "3", 3.0, "3.0000". Raises Unreadable."""
    if type(raw) is int and 0 <= raw < 10**9:
        return raw
    if isinstance(raw, str) and re.fullmatch(r"[0-9]{1,9}(\.0+)?", raw.strip()):
        raw = int(raw.split(".")[0])
    if isinstance(raw, float) and raw.is_integer():
        raw = int(raw)
    if isinstance(raw, bool) or not isinstance(raw, int) or not 0 <= raw < 10**9:
        raise Unreadable(raw, "is not a count")
    return raw


def parse_flag(raw: Any) -> bool:
    """true/false, "Y"/"N", 1/0 and their strings. Raises Unreadable, for an empty value too."""
    if raw is True or raw is False:
        return bool(raw)
    if isinstance(raw, bool | int | str):
        flag = _FLAGS.get(str(raw).strip().lower())
        if flag is not None:
            return flag
    raise Unreadable(raw, "is neither yes nor no")


def parse_text(raw: Any) -> str:
    """The text exactly as sent, a number as its digits. Raises Unreadable for what no database can keep."""
    if type(raw) is str and raw.isprintable():
        return raw
    if isinstance(raw, bool) or not isinstance(raw, str | int | float):
        raise Unreadable(raw, "is not a text")
    text = str(raw)
    if not text.isprintable() and _UNSTORABLE.search(text):
        raise Unreadable(ascii(text), "holds a character that cannot be stored")
    return text


def absolute_url(raw: Any, base_url: str) -> str:
    """A web address; one relative to the site is joined to `base_url`. Raises Unreadable."""
    text = parse_text(raw).strip()
    if _PLAIN_URL.fullmatch(text):  # joined, it would be itself
        return text
    if _PLAIN_PATH.fullmatch(text) and (origin := _origin(base_url)):
        return origin + text
    url = _joined(text, base_url)
    if not text or url is None:
        raise Unreadable(raw, "is not an address")
    return url


def _joined(text: str, base_url: str) -> str | None:
    """The web address that `text` is on the site, None where it is none."""
    try:
        url = urljoin(base_url.rstrip("/") + "/", text)
        parts = urlsplit(url)
    except ValueError:
        return None
    return url if parts.scheme in ("http", "https") and parts.hostname else None


@lru_cache(maxsize=16)
def _origin(base_url: str) -> str | None:
    """What comes before the path in every address of the site."""
    root = _joined("/", base_url)
    return root and root.removesuffix("/")
