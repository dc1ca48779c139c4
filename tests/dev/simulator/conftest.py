"""One simulator for all tests of a worker, emptied before each; a backend that takes its webhooks."""

from collections.abc import Iterator

import pytest

from dev.simulator.control import Florist
from dev.simulator.process import SimulatorProcess
from tests.dev.simulator.receiver import Receiver
from tests.dev.simulator.visitor import Visitor


@pytest.fixture(scope="session")
def simulator() -> Iterator[SimulatorProcess]:
    with SimulatorProcess(webhook_secret="hush") as process:
        yield process


@pytest.fixture(scope="session")
def receiver() -> Iterator[Receiver]:
    with Receiver() as running:
        yield running


@pytest.fixture
def florist(simulator: SimulatorProcess) -> Florist:
    florist = simulator.florist
    florist.config(backend_url="")
    florist.reset()
    return florist


@pytest.fixture
def site(simulator: SimulatorProcess, florist: Florist) -> Visitor:
    """The API as the backend's token sees it."""
    return Visitor(simulator.url, simulator.token)


@pytest.fixture
def railway(simulator: SimulatorProcess, florist: Florist) -> Visitor:
    """The API as the token of the product PUT sees it."""
    return Visitor(simulator.url, simulator.railway_token)


@pytest.fixture
def backend(receiver: Receiver, florist: Florist) -> Receiver:
    """A backend that answers 200 to every webhook and has received none yet."""
    receiver.clear()
    florist.config(backend_url=receiver.url)
    return receiver
