"""The panel is built beside the stack, which neither waits for it nor minds its end."""

import os
import signal

import psutil
import pytest

from tests.dev.checkout import Checkout, until
from tests.dev.panel import Panel
from tests.processes import Process, wait_until_gone

pytestmark = pytest.mark.promise


@pytest.fixture
def panel(checkout: Checkout) -> Panel:
    made = Panel(checkout.directory)
    made.prepare()
    checkout.env |= made.env
    checkout.write("dev/Procfile", "panel: nice -n 10 python -m dev.panel\n")
    return made


@pytest.fixture
def building(checkout: Checkout, panel: Panel) -> Process:
    """The stack, healthy, in the middle of a build that would take an hour."""
    panel.while_building("echo in the middle; sleep 3600")
    process = checkout.run()
    process.wait_for("| healthy")
    process.wait_for("panel    | in the middle")
    return process


def test_it_is_built_and_told(checkout: Checkout, panel: Panel) -> None:
    state = checkout.up()
    until(lambda: "panel    | the panel is ready" in checkout.log)
    assert panel.page() == "first"
    until(lambda: "panel" not in checkout.state["pids"])
    assert state["web"] == checkout.state["web"]


def test_a_build_that_fails_is_told_and_the_rest_runs(checkout: Checkout, panel: Panel) -> None:
    panel.while_building("echo wrong type; exit 3")
    checkout.up()
    until(lambda: "panel    | ended with code 1, the others go on" in checkout.log)
    assert "panel    | wrong type" in checkout.log
    until(lambda: set(checkout.state["pids"]) == {"runner", "web", "beat"})


@pytest.mark.parametrize("sig", [signal.SIGINT, signal.SIGKILL])
def test_no_process_of_a_build_outlives_the_runner(
    checkout: Checkout,
    building: Process,
    sig: signal.Signals,
) -> None:
    family = checkout.family()
    assert "sleep" in {psutil.Process(pid).name() for pid in family}
    with building:
        os.kill(building.pid, sig)
        building.wait()
        wait_until_gone(family)


def test_down_ends_a_build_too(checkout: Checkout, building: Process) -> None:
    family = checkout.family()
    with building:
        assert checkout.stack("down").returncode == 0
        wait_until_gone(family)
