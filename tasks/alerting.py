"""Tell people of trouble, and that it is over: by a webhook, by Telegram, each once through each channel."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, Protocol

import requests
import structlog
from sqlalchemy import bindparam, or_, select, text
from sqlalchemy.dialects.postgresql import JSONB

import settings
from models import Alert, begin
from models.base import autocommit
from sync.alerts import CONDITIONS, Terms, look, note, troubles

log = structlog.get_logger(__name__)

TIMEOUT = (3, 5)  # seconds to connect, and to answer
TELEGRAM = "https://api.telegram.org"
TEXTS = {condition.name: condition.text for condition in CONDITIONS}
LOCK = text("SELECT pg_try_advisory_lock(hashtextextended('alerts', 0))")
UNLOCK = text("SELECT pg_advisory_unlock(hashtextextended('alerts', 0))")
RECENT = text("over_at > clock_timestamp() - interval '24 hours'")  # later nobody cares that it was over
TOLD = text("UPDATE alert SET told = told || :told WHERE id = :id").bindparams(bindparam("told", type_=JSONB))


class NotDelivered(Exception):
    """The channel did not take it. Says how, never where: addresses hold secrets."""


class Channel(Protocol):
    @property
    def name(self) -> str: ...

    def tell(self, alert: Alert, state: str) -> None:
        """Raises NotDelivered."""


@dataclass(frozen=True)
class Webhook:
    url: str
    name: str = "webhook"

    def tell(self, alert: Alert, state: str) -> None:
        _post(self.url, body(alert, state))


@dataclass(frozen=True)
class Telegram:
    token: str
    chat: str
    base: str = TELEGRAM
    name: str = "telegram"

    def tell(self, alert: Alert, state: str) -> None:
        _post(f"{self.base}/bot{self.token}/sendMessage", {"chat_id": self.chat, "text": said(alert, state)})


def tick(channels: Sequence[Channel] | None = None) -> None:
    """Look, note, tell. One at a time: whoever comes while another one is at it leaves it to that one."""
    with _alone() as alone:
        if not alone:
            return
        terms = _terms()
        with begin() as session:
            note(session, troubles(look(session), terms), terms.quiet_s)
        for channel in _channels() if channels is None else channels:
            _catch_up(channel)


def said(alert: Alert, state: str) -> str:
    """For people: what it is in Russian, with the condition's name, under which the runbook has it."""
    what = TEXTS.get(alert.condition, alert.condition).format_map(_spelt(alert.detail))
    if state == "over":
        return f"Cvety, {alert.condition}: прошло ({what})"
    return f"Cvety, {alert.condition}: {what}. Что делать: docs/operations.md, раздел {alert.condition}"


def body(alert: Alert, state: str) -> dict[str, Any]:
    """For machines; `text` is what chat servers show."""
    return {
        "condition": alert.condition,
        "state": state,
        "since": alert.since.isoformat(),
        "over_at": alert.over_at.isoformat() if alert.over_at else None,
        "detail": alert.detail,
        "text": said(alert, state),
    }


def _catch_up(channel: Channel) -> None:
    """All this channel was not told yet. Its first failure ends it: the rest waits for the next minute."""
    with begin() as session:
        alerts = session.scalars(select(Alert).where(or_(Alert.over_at.is_(None), RECENT)).order_by(Alert.id)).all()
    for alert in alerts:
        state = alert.owes(channel.name)
        if state is None:
            continue
        try:
            channel.tell(alert, state)
        except NotDelivered as error:
            log.warning("alert_not_delivered", channel=channel.name, condition=alert.condition, why=str(error))
            return
        with begin() as session:
            session.execute(TOLD, {"id": alert.id, "told": {channel.name: state}})
        log.info("alert_told", channel=channel.name, condition=alert.condition, state=state)


def _post(url: str, document: dict[str, Any]) -> None:
    try:
        answer = requests.post(url, json=document, timeout=TIMEOUT, allow_redirects=False)
    except (requests.RequestException, ValueError) as error:
        raise NotDelivered(type(error).__name__) from None
    if answer.status_code // 100 != 2:  # a redirect is not followed: it could take the text anywhere
        raise NotDelivered(f"HTTP {answer.status_code}")


def _channels() -> list[Channel]:
    current = settings.current()
    channels: list[Channel] = []
    if current.alert_webhook_url:
        channels.append(Webhook(current.alert_webhook_url))
    if current.alert_telegram_token and current.alert_telegram_chat:
        channels.append(Telegram(current.alert_telegram_token, current.alert_telegram_chat))
    return channels


def _terms() -> Terms:
    durations = settings.current().durations
    return Terms(durations.alert_pending, durations.alert_no_success, durations.alert_quiet)


def _spelt(detail: dict[str, Any]) -> dict[str, str]:
    """Lists and mappings as people write them: `orders 3, products 1`."""
    return {name: _word(value) for name, value in detail.items()}


def _word(value: Any) -> str:
    if isinstance(value, dict):
        return ", ".join(f"{key} {number}" for key, number in value.items())
    return ", ".join(map(str, value)) if isinstance(value, list) else str(value)


@contextmanager
def _alone() -> Iterator[bool]:
    """A lock of the session, not of a transaction: nobody talks to a network inside a transaction."""
    with autocommit().connect() as connection:
        locked = bool(connection.execute(LOCK).scalar_one())
        try:
            yield locked
        finally:
            if locked:
                connection.execute(UNLOCK)
