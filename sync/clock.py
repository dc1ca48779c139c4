"""Newer handlers of the site number their saves and say when they were; both are compared only with themselves."""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from bitrix.wire.dates import parse_moment
from bitrix.wire.unreadable import Unreadable
from models import SyncLink


def is_older(link: SyncLink, payload: Mapping[str, Any]) -> bool:
    """Whether the event is of an earlier save than the last one noted; False where the site does not say."""
    version, changed_at = payload.get("version"), _moment(payload.get("changed_at"))
    if version is not None and link.site_version is not None:
        return int(version) < link.site_version
    return changed_at is not None and link.site_changed_at is not None and changed_at < link.site_changed_at


def note_save(link: SyncLink, payload: Mapping[str, Any]) -> None:
    """The event's save is the newest we know of."""
    if payload.get("version") is not None:
        link.site_version = int(payload["version"])
    link.site_changed_at = _moment(payload.get("changed_at")) or link.site_changed_at


def _moment(raw: Any) -> datetime | None:
    try:
        return None if raw is None else parse_moment(raw)
    except Unreadable:
        return None
