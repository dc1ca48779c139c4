"""The sync's tests work on this worker's database, with the simulated site as the other side."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from bitrix.breaker import Breaker
from bitrix.client import Bitrix
from bitrix.config import BitrixConfig
from dev.simulator.control import Florist
from dev.simulator.process import SimulatorProcess
from models import Shop, begin
from sync.rules import Rules
from tests.bound import bound
from tests.people import make_shop
from tests.sync.clerk import Clerk

Connect = Callable[..., Bitrix]


@pytest.fixture(scope="package", autouse=True)
def _bound(database_url: str) -> Iterator[None]:
    with bound(database_url):
        yield


@pytest.fixture
def shop(clean: None) -> Shop:
    """The mirrored one, alone in an empty database."""
    with begin() as session:
        return make_shop(session)


@pytest.fixture
def rules() -> Rules:
    """As they are in production."""
    return Rules()


@pytest.fixture(scope="package")
def simulator() -> Iterator[SimulatorProcess]:
    """The site. It sends no webhooks: a test that wants one hands it over itself."""
    with SimulatorProcess() as process:
        yield process


@pytest.fixture
def florist(simulator: SimulatorProcess) -> Florist:
    """The site's own hands, on an empty site that works."""
    florist = simulator.florist
    florist.reset()
    return florist


@pytest.fixture
def connect(simulator: SimulatorProcess, florist: Florist) -> Iterator[Connect]:
    """Make a client of the site; keywords go to its config, `breaker` to the client."""
    made: list[Bitrix] = []

    def connect(breaker: Breaker | None = None, **changes: Any) -> Bitrix:
        given = {"token": simulator.token, "railway_token": simulator.railway_token, "city": "almaty", **changes}
        made.append(Bitrix(BitrixConfig(simulator.url, **given), breaker=breaker))
        return made[-1]

    yield connect
    for site in made:
        site.close()


@pytest.fixture
def clerk(shop: Shop, connect: Connect, rules: Rules) -> Clerk:
    """Our own hands: works the shop's debts when the test says so."""
    return Clerk(shop, connect(), rules)
