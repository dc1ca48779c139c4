"""A scripted site and a client that talks to it; Valkey for what is shared."""

import socket
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import hypothesis
import pytest
import redis

from bitrix.client import Bitrix
from bitrix.config import BitrixConfig
from bitrix.shared import Shared, connect
from tests.bitrix.scripted_site import ScriptedSite

Connect = Callable[..., Bitrix]

# A busy machine makes an example slow, not wrong.
hypothesis.settings.register_profile("untimed", deadline=None)
hypothesis.settings.load_profile("untimed")


@pytest.fixture
def site() -> Iterator[ScriptedSite]:
    with ScriptedSite() as scripted:
        yield scripted


@pytest.fixture
def config(site: ScriptedSite) -> BitrixConfig:
    return BitrixConfig(site.url, token="read-token", railway_token="write-token", city="almaty")


@pytest.fixture
def connected(config: BitrixConfig) -> Iterator[Connect]:
    """Make a client; keywords `limiter`, `breaker` and `observe` go to it, the others to its config."""
    made: list[Bitrix] = []

    def connect_to_site(limiter: Any = None, breaker: Any = None, observe: Any = None, **changes: Any) -> Bitrix:
        made.append(Bitrix(replace(config, **changes), limiter, breaker, observe))
        return made[-1]

    yield connect_to_site
    for client in made:
        client.close()


@pytest.fixture
def bitrix(connected: Connect) -> Bitrix:
    return connected()


@pytest.fixture
def valkey(redis_url: str) -> Iterator[redis.Redis]:
    """A client of an empty database."""
    client = connect(redis_url)
    client.flushdb()
    yield client
    client.close()


@pytest.fixture(params=["shared", "alone"])
def shared(request: pytest.FixtureRequest) -> Shared:
    """State in Valkey, and the same in this process alone: both must behave alike."""
    return Shared(request.getfixturevalue("valkey") if request.param == "shared" else None)


@pytest.fixture
def gone() -> redis.Redis:
    """A Redis that refuses every connection."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        port = listener.getsockname()[1]
    return connect(f"redis://127.0.0.1:{port}/0")


@pytest.fixture
def frozen() -> Iterator[redis.Redis]:
    """A Redis that takes connections and never answers."""
    with socket.create_server(("127.0.0.1", 0)) as listener:
        client = connect(f"redis://127.0.0.1:{listener.getsockname()[1]}/0")
        yield client
        client.close()
