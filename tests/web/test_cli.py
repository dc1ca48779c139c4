"""`flask sync ...` and `flask db ...`."""

from collections.abc import Callable

import pytest
from click.testing import Result
from flask import Flask
from sqlalchemy import select

from models import Outbox, Shop, WebhookEvent, begin
from tasks.heartbeat import beat
from tests.shopfloor import make_conflict, make_link, make_product
from tests.traffic import make_debt
from web.cli import again

Run = Callable[..., Result]


@pytest.fixture
def run(app: Flask, clean: None, monkeypatch: pytest.MonkeyPatch) -> Run:
    monkeypatch.setenv("COLUMNS", "200")

    def command(*words: str) -> Result:
        return app.test_cli_runner().invoke(args=words)

    return command


def event(shop: Shop, state: str, kind: str = "order.status", **columns: object) -> WebhookEvent:
    return WebhookEvent(
        shop_id=shop.id, entity="order", bitrix_id=77, kind=kind, payload={}, state=state, **columns
    )


@pytest.fixture
def trouble(shop: Shop) -> None:
    with begin() as session:
        session.add_all(event(shop, "dead", error="broke", attempts=5) for _ in range(3))
        session.add(event(shop, "parked", reason="unknown order"))
        session.add(event(shop, "dead", "product.updated"))
        session.add(event(shop, "applied"))
        session.add(
            Outbox(shop_id=shop.id, kind="product", key="668826", reason="edit", state="dead", error="http_404")
        )
        session.add(Outbox(shop_id=shop.id, kind="new_order", key="abc", reason="placed", state="dead"))
        link = make_link(session, make_product(session, shop), rejected={"price": "по запросу"})
        make_conflict(session, link, why="no_base")
    beat("worker:inbox", ok=True)


def states(model: type[WebhookEvent] | type[Outbox]) -> list[str]:
    with begin() as session:
        return list(session.scalars(select(model.state).order_by(model.id)))


def test_status_shows_all_there_is(run: Run, trouble: None) -> None:
    result = run("sync", "status")
    assert result.exit_code == 0, result.output
    for word in (
        "Inbox",
        "Outbox",
        "order.status",
        "parked",
        "unknown order",
        "broke",
        "668826",
        "http_404",
        "no_base",
        "price",
        "worker:inbox",
    ):
        assert word in result.output


def test_status_says_why_no_order_is_imported(run: Run, shop: Shop) -> None:
    with begin() as session:
        make_debt(session, shop, "5f0c", kind="new_order", state="dead", in_doubt=True, error="timeout")
    assert "no unknown order is imported" in " ".join(run("sync", "status").output.split())


def test_status_of_an_empty_house(run: Run) -> None:
    assert run("sync", "status").exit_code == 0


def test_replay_takes_the_dead_ones_in_batches(run: Run, trouble: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(again, "BATCH", 2)
    result = run("sync", "replay")
    assert result.exit_code == 0
    assert "4 events replayed" in result.output
    assert states(WebhookEvent) == ["pending", "pending", "pending", "parked", "pending", "applied"]


@pytest.mark.parametrize(
    ("options", "replayed"),
    [
        (["--kind", "product.updated"], {4}),
        (["--state", "parked"], {3}),
        (["--state", "applied"], {5}),
        (["--id", "1", "--id", "6"], {0, 5}),
        (["--id", "1", "--id", "6", "--state", "applied"], {5}),
        (["--id", "999"], set()),
    ],
)
def test_replay_of_some_only(run: Run, trouble: None, options: list[str], replayed: set[int]) -> None:
    assert run("sync", "replay", *options).exit_code == 0
    assert {index for index, state in enumerate(states(WebhookEvent)) if state == "pending"} == replayed


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        (["--all"], ["pending", "pending"]),
        (["--kind", "new_order"], ["dead", "pending"]),
        (["--id", "1"], ["pending", "dead"]),
    ],
)
def test_retry_gives_dead_letters_another_life(
    run: Run, trouble: None, options: list[str], expected: list[str]
) -> None:
    assert run("sync", "retry", *options).exit_code == 0
    assert states(Outbox) == expected


def test_retry_wants_to_know_which(run: Run, trouble: None) -> None:
    result = run("sync", "retry")
    assert result.exit_code == 2
    assert states(Outbox) == ["dead", "dead"]


def test_the_schema_can_be_asked_for(run: Run) -> None:
    assert run("db", "current").exit_code == 0
