"""Each test has servers of its own, so that it may break them, and builds its house on them."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path
from unittest.mock import Mock

import pytest

from dev.embedded import Valkey
from dev.simulator.control import Florist
from dev.simulator.process import SimulatorProcess
from tasks import doorbell
from tests.promises.house import House

Build = Callable[..., House]


@pytest.fixture
def valkey(valkey_server: Callable[..., Valkey]) -> Valkey:
    return valkey_server(persist=False)


@pytest.fixture
def site() -> Iterator[SimulatorProcess]:
    """The other side, empty."""
    with SimulatorProcess() as process:
        yield process


@pytest.fixture
def florist(site: SimulatorProcess) -> Florist:
    return site.florist


@pytest.fixture
def build(tmp_path: Path, fresh_database: str, valkey: Valkey) -> Iterator[Build]:
    """`build(site=..., redis_url=..., VERIFY_AFTER_S="30")`: a house, nothing of it started yet."""
    with ExitStack() as stack:

        def built(
            site: SimulatorProcess | None = None,
            database_url: str = fresh_database,
            redis_url: str = valkey.url(),
            **env: str,
        ) -> House:
            house = House(tmp_path, database_url, redis_url, site)
            house.env |= env
            stack.callback(house.close)
            stack.enter_context(house.in_this_process())
            return house

        yield built


@pytest.fixture
def house(build: Build) -> House:
    """Without a site to agree with."""
    return build()


@pytest.fixture
def unrung(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nobody hears this process's bells: the test itself says who works when."""
    monkeypatch.setattr(doorbell, "_ringer", Mock)
