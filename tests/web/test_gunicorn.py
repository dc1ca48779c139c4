"""The server itself: several workers of one import, one log, one set of numbers."""

import json
import os
import re
import signal
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from dev import ports
from models import Shop
from tests.processes import Process
from tests.web.conftest import ENVIRONMENT, SECRET
from tests.web.inbox import events

REQUESTS = 24


@pytest.fixture
def url(tmp_path: Path, database_url: str, redis_url: str, shop: Shop) -> Iterator[str]:
    """Of a gunicorn with two workers."""
    port = ports.any_free()
    env = {
        **ENVIRONMENT,
        "DATABASE_URL": database_url,
        "REDIS_URL": redis_url,
        "PROMETHEUS_MULTIPROC_DIR": str(tmp_path / "numbers"),
    }
    command = [
        "python",
        "-m",
        "gunicorn",
        "--config",
        "gunicorn.conf.py",
        "--bind",
        f"127.0.0.1:{port}",
        "wsgi:app",
    ]
    with Process(command, env, tmp_path / "log") as server:
        server.wait_for("Booting worker", times=2)
        yield f"http://127.0.0.1:{port}"
        os.kill(server.pid, signal.SIGTERM)
        assert server.wait(20) == 0
        said = [json.loads(line) for line in server.output().splitlines()]
    assert len([line for line in said if line["event"] == "request"]) >= REQUESTS
    assert SECRET not in server.output()


def test_workers_share_numbers_and_log_and_lose_nothing(url: str) -> None:
    for number in range(REQUESTS):
        answer = requests.post(
            f"{url}/api/v1/webhooks/order-status-sync",
            json={"order_id": number + 1, "status": "AP"},
            headers={"X-Webhook-Secret": SECRET, "X-Request-ID": f"request-{number}"},
            timeout=10,
        )
        assert answer.status_code == 200
    assert [event.request_id for event in events()] == [f"request-{number}" for number in range(REQUESTS)]
    for _ in range(4):  # whichever worker is asked
        text = requests.get(f"{url}/metrics", timeout=10).text
        counted = re.search(r'cvety_webhooks_total\{answer="skipped",kind="order_status"\} (\S+)', text)
        assert counted
        assert float(counted[1]) == REQUESTS
        assert f'cvety_inbox_events{{kind="order.status",state="pending"}} {REQUESTS}.0' in text


def test_chunks_are_read_and_limited(url: str) -> None:
    headers = {"X-Webhook-Secret": SECRET, "Content-Type": "application/json"}
    path = f"{url}/api/v1/webhooks/order-status-sync"
    for _ in range(REQUESTS):
        small = requests.post(
            path, data=iter([b'{"order_id": 1,', b'"status": "AP"}']), headers=headers, timeout=10
        )
        assert small.status_code == 200
    large = requests.post(path, data=iter([b"x" * 1000] * 100), headers=headers, timeout=10)
    assert large.status_code == 413
    assert large.json()["request_id"] == large.headers["X-Request-ID"]
