"""Promise 17: canaries prove that a worker hears; one that does not ends itself and is started anew."""

import pytest
import requests

from dev.embedded import Valkey
from tasks.worker import DEAF
from tests.promises import rows
from tests.promises.conftest import Build
from tests.promises.house import House
from tests.proxy import TcpProxy


@pytest.mark.promise
def test_a_worker_with_a_half_open_connection_shows_in_health_ends_itself_and_hears_again(
    build: Build, valkey: Valkey
) -> None:
    """The connection takes everything and delivers nothing, which no ping and no process list would show."""
    _go_deaf(build, valkey)


@pytest.mark.long
@pytest.mark.timeout(300)
def test_a_deaf_worker_is_noticed_at_full_length(build: Build, valkey: Valkey) -> None:
    _go_deaf(build, valkey, TIME_SCALE="1")


def _go_deaf(build: Build, valkey: Valkey, **env: str) -> None:
    with TcpProxy(valkey.port) as proxy:
        house = build(**env)
        rows.mirrored_shop()
        house.start("web", "beat")
        house.start("inbox", REDIS_URL=valkey.url().replace(f":{valkey.port}/", f":{proxy.port}/"))
        house.until(lambda: _hears(house), 60)

        house.restarting = False
        proxy.swallow()

        house.until(lambda: not house.processes["inbox"].running, 60)
        assert house.processes["inbox"].wait() == DEAF
        house.until(lambda: not _hears(house), 90)
        house.restarting = True
        house.until(lambda: _hears(house), 60)


def _hears(house: House) -> bool:
    """What health says of the worker of the inbox."""
    answer = requests.get(f"{house.url}/health", timeout=5)
    assert answer.status_code == 200
    workers = answer.json()["checks"]["workers"]
    assert workers["ok"] is False, "there are no other workers"
    return bool(workers["queues"]["inbox"]["ok"])
