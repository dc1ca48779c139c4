"""Promise 8: what is owed to the site is written in the transaction of the change that owes it."""

import os
import signal
from collections.abc import Callable
from typing import Any

import pytest
from sqlalchemy import event
from sqlalchemy.orm import Session

import settings
from dev.simulator.control import Florist
from dev.simulator.process import SimulatorProcess
from models import Shop, begin, engine
from tests.people import MIRRORED, make_user
from tests.promises import mirror, rows
from tests.promises.conftest import Build
from web import create_app, tokens

PRICE = 654_300


@pytest.mark.promise
def test_an_edit_killed_at_any_point_is_there_with_its_debt_or_not_at_all(
    build: Build, site: SimulatorProcess, florist: Florist
) -> None:
    """SIGKILL after each single statement, before the commit and after it."""
    build(site)
    rows.mirrored_shop()
    (rose,) = mirror.known_products(florist, 1)
    path = f"/api/v1/products/{mirror.product(rose).id}"
    seen = _die_everywhere(
        "PUT",
        path,
        {"price": PRICE},
        lambda: (mirror.product(rose).price == PRICE, rows.value("SELECT count(*) FROM outbox")),
    )
    assert seen == {(False, 0), (True, 1)}


@pytest.mark.promise
def test_an_order_killed_at_any_point_is_there_with_its_debt_or_not_at_all(
    build: Build, site: SimulatorProcess, florist: Florist
) -> None:
    build(site)
    rows.mirrored_shop()
    (rose,) = mirror.known_products(florist, 1)
    body = {
        "customer_name": "Алия",
        "phone": "87000000101",
        "delivery_type": "pickup",
        "items": [{"product_id": mirror.product(rose).id, "quantity": 1}],
    }
    seen = _die_everywhere(
        "POST",
        "/api/v1/orders/with-items",
        body,
        lambda: (rows.value('SELECT count(*) FROM "order"'), rows.value("SELECT count(*) FROM outbox")),
    )
    assert seen >= {(0, 0), (1, 1)}
    assert all(orders == debts for orders, debts in seen)


def _die_everywhere(method: str, path: str, body: dict[str, Any], look: Callable[[], Any]) -> set[Any]:
    """Send the request again and again, killed one step later each time, until it is through; what was seen."""
    with begin() as session:
        token = tokens.issue(make_user(session, session.get_one(Shop, MIRRORED)).id, settings.current())
    app, seen = create_app(), set()

    def send() -> None:
        app.test_client().open(path, method=method, json=body, headers={"Authorization": f"Bearer {token}"})

    for step in range(1, 100):
        killed = _killed_after(step, send)
        seen.add(look())
        if not killed:
            return seen
    raise AssertionError("it never came through")


def _killed_after(steps: int, work: Callable[[], None]) -> bool:
    """Do it in a child process that is killed after so many statements and commits; whether it was."""
    pid = os.fork()
    if pid == 0:
        engine().dispose(close=False)
        _kill_me_after(steps)
        work()
        os._exit(0)
    return os.WIFSIGNALED(os.waitpid(pid, 0)[1])


def _kill_me_after(steps: int) -> None:
    left = iter(range(steps - 1))

    def step(*_: Any) -> None:
        if next(left, None) is None:
            os.kill(os.getpid(), signal.SIGKILL)

    event.listen(engine(), "after_cursor_execute", step)
    event.listen(Session, "after_commit", step)
