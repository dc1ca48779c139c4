"""Runs against the simulated site, in this very process."""

from collections.abc import Iterator

import pytest

from dev.simulator.control import Florist
from dev.simulator.process import SimulatorProcess
from models import Shop
from tests.sync.reconcile.runner import Runner


@pytest.fixture(scope="package")
def site() -> Iterator[SimulatorProcess]:
    with SimulatorProcess() as process:
        yield process


@pytest.fixture
def florist(site: SimulatorProcess) -> Florist:
    """The other side, empty and well."""
    site.florist.clear_faults()
    site.florist.reset()
    return site.florist


@pytest.fixture
def runner(shop: Shop, site: SimulatorProcess, florist: Florist) -> Iterator[Runner]:
    runner = Runner(site)
    yield runner
    runner.there.close()
