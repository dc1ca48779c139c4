"""People are told of trouble once, and once that it is over, by every channel they have."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from unittest.mock import patch

import pytest
from structlog.testing import capture_logs

import settings
from models import Alert, Shop, WebhookEvent, begin
from models.base import autocommit
from tasks import alerting, default
from tasks.alerting import LOCK, UNLOCK, Telegram, Webhook, tick
from tests.people import make_shop
from tests.tasks.alert_receiver import Receiver, listening
from tests.traffic import make_event, make_run

TOKEN = "123456:only-for-tests"


@pytest.fixture
def receiver() -> Iterator[Receiver]:
    with listening() as receiver:
        yield receiver


@pytest.fixture
def shop(clean: None) -> Shop:
    """Mirrored, and compared just now."""
    with begin() as session:
        shop = make_shop(session)
        for kind in ("orders", "products"):
            make_run(session, shop, kind)
        return shop


@pytest.fixture
def _soon_over() -> Iterator[None]:
    """Trouble is over as soon as it is not seen."""
    current = settings.current()
    with patch.object(
        settings, "current", lambda: replace(current, durations=replace(current.durations, alert_quiet=0))
    ):
        yield


def dead_event(shop: Shop) -> None:
    with begin() as session:
        make_event(session, shop, "dead", payload={"phone": "+77000000001"}, error="Алия, +77000000001")


def forgive() -> None:
    with begin() as session:
        session.query(WebhookEvent).delete()


@pytest.mark.usefixtures("_soon_over")
def test_trouble_is_told_once_and_so_is_its_end(shop: Shop, receiver: Receiver) -> None:
    hook = [Webhook(f"{receiver.url}/hook")]
    dead_event(shop)
    for _ in range(3):
        tick(hook)
    forgive()
    for _ in range(3):
        tick(hook)
    assert receiver.states() == [("dead_letters", "open"), ("dead_letters", "over")]


@pytest.mark.usefixtures("_soon_over")
def test_a_night_of_trouble_is_one_alert_and_one_recovery(shop: Shop, receiver: Receiver) -> None:
    hook = [Webhook(receiver.url)]
    for _ in range(50):
        with begin() as session:
            make_run(session, shop, "orders", "failed", active_only=True)
        tick(hook)
    assert receiver.states() == [("run_failed_twice", "open")]
    with begin() as session:
        make_run(session, shop, "orders", active_only=True)
    tick(hook)
    assert receiver.states() == [("run_failed_twice", "open"), ("run_failed_twice", "over")]


def test_the_webhook_says_what_and_how_much(shop: Shop, receiver: Receiver) -> None:
    dead_event(shop)
    tick([Webhook(f"{receiver.url}/hook")])
    ((path, document),) = receiver.heard
    assert (path, document["detail"]) == ("/hook", {"events": 1, "debts": 0})
    assert set(document) == {"condition", "state", "since", "over_at", "detail", "text"}
    assert "dead_letters" in document["text"]
    assert "событий 1" in document["text"]


def test_telegram_is_told_in_its_own_words(shop: Shop, receiver: Receiver) -> None:
    dead_event(shop)
    tick([Telegram(TOKEN, "-100", base=receiver.url)])
    ((path, document),) = receiver.heard
    assert path == f"/bot{TOKEN}/sendMessage"
    assert document["chat_id"] == "-100"
    assert "dead_letters" in document["text"]


def test_nothing_about_people_is_told(shop: Shop, receiver: Receiver) -> None:
    dead_event(shop)
    tick([Webhook(receiver.url)])
    assert "7000000" not in str(receiver.heard)
    assert "Алия" not in str(receiver.heard)


@pytest.mark.parametrize("status", [500, 403, 302])
def test_what_was_not_taken_is_told_again_next_time(shop: Shop, receiver: Receiver, status: int) -> None:
    dead_event(shop)
    receiver.refusing = status
    tick([Webhook(receiver.url)])
    receiver.refusing = None
    tick([Webhook(receiver.url)])
    assert receiver.states() == [("dead_letters", "open")]


def test_a_channel_that_fails_does_not_make_the_other_repeat_itself(shop: Shop, receiver: Receiver) -> None:
    channels = [Webhook("http://127.0.0.1:1/"), Telegram(TOKEN, "-100", base=receiver.url)]
    dead_event(shop)
    for _ in range(3):
        tick(channels)
    assert len(receiver.heard) == 1


@pytest.mark.usefixtures("_soon_over")
def test_who_never_heard_of_it_need_not_hear_that_it_is_over(shop: Shop, receiver: Receiver) -> None:
    dead_event(shop)
    tick([])
    forgive()
    tick([Webhook(receiver.url)])
    assert receiver.heard == []
    with begin() as session:
        assert session.query(Alert).one().over_at is not None


def test_a_failure_names_neither_address_nor_token(shop: Shop, receiver: Receiver) -> None:
    dead_event(shop)
    receiver.refusing = 500
    with capture_logs() as logs:
        tick([Telegram(TOKEN, "-100", base=receiver.url), Webhook(f"http://127.0.0.1:1/{TOKEN}")])
    failures = [line for line in logs if line["event"] == "alert_not_delivered"]
    assert [line["why"] for line in failures] == ["HTTP 500", "ConnectionError"]
    assert TOKEN not in str(logs)


def test_only_one_at_a_time_tells(shop: Shop, receiver: Receiver) -> None:
    dead_event(shop)
    with autocommit().connect() as other:
        other.execute(LOCK)
        tick([Webhook(receiver.url)])
        assert receiver.heard == []
        other.execute(UNLOCK)
    tick([Webhook(receiver.url)])
    assert len(receiver.heard) == 1


@pytest.mark.parametrize(
    ("given", "names"),
    [
        ({}, []),
        ({"alert_webhook_url": "https://chat.example/hook"}, ["webhook"]),
        ({"alert_telegram_token": TOKEN, "alert_telegram_chat": "-100"}, ["telegram"]),
        ({"alert_telegram_token": TOKEN}, []),
    ],
)
def test_the_settings_say_which_channels_there_are(given: dict[str, Any], names: list[str]) -> None:
    with patch.object(settings, "current", lambda given=replace(settings.load({}), **given): given):
        assert [channel.name for channel in alerting._channels()] == names


def test_the_task_notes_trouble_without_any_channel(shop: Shop) -> None:
    dead_event(shop)
    default.alerts()  # a task among a test module's own names would read the broker's address too early
    with begin() as session:
        assert session.query(Alert).one().condition == "dead_letters"


def test_settings_hide_where_alerts_go() -> None:
    known = settings.load({"ALERT_WEBHOOK_URL": "https://chat.example/secret", "ALERT_TELEGRAM_TOKEN": TOKEN})
    assert "secret" not in repr(known)
    assert TOKEN not in repr(known)
