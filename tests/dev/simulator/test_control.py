"""The control API: config, reset, log, state, and the process itself."""

import os
import signal
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor

import pytest
import requests

from dev.simulator.control import Florist
from dev.simulator.process import ROOT, SimulatorProcess
from tests.dev.simulator.visitor import Visitor
from tests.dev.simulator.waiting import wait_until


def test_a_reset_keeps_addresses_and_puts_back_behaviour(florist: Florist) -> None:
    florist.config(backend_url="http://backend.example/", latency_ms=5, dialect="body")
    florist.create_order(id=7, silent=True)
    florist.fault("slow")
    florist.reset()
    config = florist.config()
    assert (config["backend_url"], config["latency_ms"], config["dialect"]) == ("http://backend.example", 0, "path")
    assert florist.faults() == []
    assert florist.state()["orders"]["all"] == 0


@pytest.mark.parametrize("options", [{"nonsense": 1}, {"latency_ms": "5"}, {"dialect": "klingon"}])
def test_a_bad_option_changes_nothing(florist: Florist, options: dict[str, object]) -> None:
    with pytest.raises(requests.HTTPError, match="400"):
        florist.config(trim_titles=5, **options)
    assert florist.config()["trim_titles"] == 0


def test_the_log_keeps_what_was_received(site: Visitor, florist: Florist) -> None:
    florist.create_order(id=7)
    headers = {"X-Request-ID": "abc", "X-City": "almaty"}
    site.send("PATCH", "/orders/7/status/", json={"status": "PAID"}, headers=headers)
    site.get("/orders/", access_token="hidden")
    [entry] = florist.log("PATCH *")
    assert (entry["method"], entry["path"], entry["status"]) == ("PATCH", "/api/v2/orders/7/status/", 200)
    assert entry["body"] == {"status": "PAID"}
    assert (entry["headers"]["X-Request-ID"], entry["headers"]["X-City"]) == ("abc", "almaty")
    assert "hidden" not in str(florist.log())
    assert florist.calls()["PATCH /api/v2/orders/{id}/status/"] == {"all": 1, "200": 1}


def test_the_log_can_be_cleared(site: Visitor, florist: Florist) -> None:
    site.get("/orders/")
    florist.clear_log()
    assert (florist.log(), florist.calls()) == ([], {})


def test_rows_changed_since_a_moment_are_found(florist: Florist) -> None:
    florist.seed(orders=100)
    florist.change_order(100050, status="XX")
    assert [row["status"] for row in florist.rows("orders", since=1)] == ["XX"]


def test_rows_come_in_pages_of_any_size(florist: Florist) -> None:
    florist.seed(products=25)
    assert [row["id"] for row in florist.rows("products", page=10)] == list(range(600_001, 600_026))


def test_a_row_that_is_there_is_not_created_again(florist: Florist) -> None:
    florist.create_order(id=7)
    with pytest.raises(requests.HTTPError, match="400"):
        florist.create_order(id=7)


def test_what_is_not_there_cannot_be_changed(florist: Florist) -> None:
    with pytest.raises(requests.HTTPError, match="404"):
        florist.change_product(7, title="Розы")


def test_a_bulk_creates_changes_and_deletes(florist: Florist) -> None:
    florist.bulk([{"product": number, "create": True} for number in (1, 2)])
    florist.bulk([{"product": 1, "title": "Розы"}, {"product": 2, "delete": True}])
    assert [(row["id"], row["title"]) for row in florist.rows("products")] == [(1, "Розы")]


def test_a_constant_latency_delays_and_changes_nothing(site: Visitor, florist: Florist) -> None:
    florist.config(latency_ms=10)
    florist.create_order(id=7)
    assert site.ids("/orders/") == [7]


def test_hundreds_of_slow_answers_hold_nobody_up(site: Visitor, florist: Florist) -> None:
    florist.fault("slow", delay_ms=60_000)
    with ThreadPoolExecutor(200) as callers:
        answers = [callers.submit(site.get, "/orders/") for _ in range(200)]
        florist.wait_for_calls(200)
        florist.clear_faults()
        assert {answer.result().status_code for answer in answers} == {200}


def test_two_simulators_run_side_by_side() -> None:
    with SimulatorProcess(seed_orders=3) as one, SimulatorProcess(seed_products=4) as other:
        assert one.url != other.url
        assert one.florist.state()["orders"]["all"] == 3
        assert other.florist.state()["products"]["all"] == 4


def test_a_simulator_that_cannot_start_says_so() -> None:
    with pytest.raises(RuntimeError, match="code 2"):
        SimulatorProcess(dialect="klingon").start()


def test_a_simulator_dies_with_the_process_that_started_it() -> None:
    code = (
        "import time; from dev.simulator.process import SimulatorProcess\n"
        "simulator = SimulatorProcess().start(); print(simulator.url, flush=True); time.sleep(60)"
    )
    parent = subprocess.Popen([sys.executable, "-c", code], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    with parent:
        assert parent.stdout
        url = parent.stdout.readline().strip()
        assert Florist(url).state()
        os.kill(parent.pid, signal.SIGKILL)
    wait_until(lambda: not _answers(url))


def _answers(url: str) -> bool:
    try:
        return requests.get(f"{url}/_sim/config", timeout=5).ok
    except requests.ConnectionError:
        return False
