"""Circuit, rate and observer around the calls of the client."""

import time
from typing import Any

import pytest
import redis

from bitrix.breaker import Breaker
from bitrix.circuit import Terms
from bitrix.client import Bitrix
from bitrix.errors import BitrixError, CircuitOpen, NotFound, Throttled, Unavailable
from bitrix.guard import Guard
from bitrix.limit import Limiter
from bitrix.shared import Shared
from tests.bitrix.conftest import Connect
from tests.bitrix.scripted_site import Script, ScriptedSite, answer, reset, silence

DONE = answer({"status": True})
DOWN = answer("<html>down</html>", 503)
ALONE = Shared(None)
TERMS = Terms(threshold=2, base=60.0)


def write(bitrix: Bitrix, times: int = 1, **options: Any) -> list[str]:
    """Outcomes of that many updates."""
    outcomes = []
    for _ in range(times):
        try:
            bitrix.update_product(7, {"enabled": True}, **options)
            outcomes.append("ok")
        except BitrixError as error:
            outcomes.append(error.outcome)
    return outcomes


@pytest.mark.parametrize(
    ("script", "outcome"),
    [(DOWN, "http_503"), (reset, "reset"), (answer("<html>", 200), "html"), (answer("", 500), "http_500")],
)
def test_a_site_that_is_down_opens_the_circuit(
    site: ScriptedSite, connected: Connect, script: Script, outcome: str
) -> None:
    site.says(script)
    outcomes = write(connected(breaker=Breaker(ALONE, TERMS)), 4)
    assert outcomes == [outcome, outcome, "open_circuit", "open_circuit"]
    assert len(site.requests) == 2


def test_a_silent_site_opens_the_circuit(site: ScriptedSite, connected: Connect) -> None:
    site.says(silence)
    assert write(connected(breaker=Breaker(ALONE, TERMS), read_timeout=0.05), 3)[-1] == "open_circuit"


def test_hasty_callers_do_not_open_the_circuit(site: ScriptedSite, connected: Connect) -> None:
    site.says(silence)
    bitrix = connected(breaker=Breaker(ALONE, TERMS))
    outcomes = [write(bitrix, deadline=time.monotonic() + 0.05) for _ in range(3)]
    assert outcomes == [["timeout"]] * 3


@pytest.mark.parametrize(
    "script",
    [answer("", status) for status in (400, 401, 404, 405, 429, 302)]
    + [answer({"status": False}), answer({}), answer([])],
)
def test_a_no_is_a_sign_of_life(site: ScriptedSite, connected: Connect, script: Script) -> None:
    breaker = Breaker(ALONE, TERMS)
    site.says(DOWN, script, DOWN, DONE)
    assert "open_circuit" not in write(connected(breaker=breaker), 4)
    assert breaker.state().name == "closed"


def test_a_call_that_is_not_made_is_no_sign_of_anything(site: ScriptedSite, connected: Connect) -> None:
    breaker = Breaker(ALONE, TERMS)
    site.says(DOWN)
    bitrix = connected(breaker=breaker)
    write(bitrix)
    write(bitrix, deadline=time.monotonic() - 1)
    assert breaker.state().failures == 1


def test_a_probe_held_up_by_the_rate_makes_room_for_the_next(site: ScriptedSite, connected: Connect) -> None:
    breaker = Breaker(ALONE, Terms(threshold=1, base=0.0, probe_timeout=60))
    breaker.failed(breaker.check())
    limiter = Limiter(ALONE, share=1)
    limiter.pause(60)
    with pytest.raises(Throttled):
        connected(limiter, breaker).product(7)
    breaker.check()


def test_a_worker_interrupted_in_a_probe_makes_room_for_the_next() -> None:
    breaker = Breaker(ALONE, Terms(threshold=1, base=0.0, probe_timeout=60))
    breaker.failed(breaker.check())

    def interrupted() -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        Guard(None, breaker, None).run("product", time.monotonic() + 1, interrupted)
    breaker.check()


def test_an_open_circuit_takes_no_token(site: ScriptedSite, connected: Connect) -> None:
    breaker, limiter = Breaker(ALONE, TERMS), Limiter(ALONE, rate=0.001, burst=1, share=1)
    for _ in range(2):
        breaker.failed(breaker.check())
    with pytest.raises(CircuitOpen):
        connected(limiter, breaker).product(7)
    limiter.wait(time.monotonic())


@pytest.mark.parametrize("status", [429, 503])
def test_a_site_that_asks_for_a_pause_gets_it_from_everybody(
    site: ScriptedSite, connected: Connect, valkey: redis.Redis, status: int
) -> None:
    site.says(answer("", status, [("Retry-After", "60")]))
    assert write(connected(Limiter(Shared(valkey)))) == [f"http_{status}"]
    assert write(connected(Limiter(Shared(valkey))), deadline=time.monotonic() + 1) == ["throttled"]
    assert len(site.requests) == 1


def test_waiting_for_a_turn_leaves_half_of_the_time_for_the_call(site: ScriptedSite, connected: Connect) -> None:
    limiter = Limiter(ALONE, share=1)
    limiter.pause(6)
    with pytest.raises(Throttled):
        connected(limiter).product(7, deadline=time.monotonic() + 10)


def test_every_call_is_observed_with_its_route_outcome_and_seconds(site: ScriptedSite, connected: Connect) -> None:
    seen: list[tuple[str, str, float]] = []
    site.says(answer({"success": False}, 404), DONE, DOWN)
    bitrix = connected(breaker=Breaker(ALONE, Terms(threshold=1)), observe=lambda *call: seen.append(call))
    with pytest.raises(NotFound):
        bitrix.product(7)
    write(bitrix, 3)
    assert [(route, outcome) for route, outcome, _ in seen] == [
        ("product", "http_404"),
        ("update_product", "ok"),
        ("update_product", "http_503"),
        ("update_product", "open_circuit"),
    ]
    assert all(seconds >= 0 for _, _, seconds in seen)


def test_a_broken_observer_breaks_no_call(site: ScriptedSite, connected: Connect) -> None:
    def broken(*call: Any) -> None:
        raise RuntimeError("no metrics today")

    site.says(DONE, DOWN)
    bitrix = connected(observe=broken)
    bitrix.update_product(7, {"enabled": True})
    with pytest.raises(Unavailable):
        bitrix.update_product(7, {"enabled": True})


def test_our_own_waiting_is_no_slowness_of_the_site(valkey: redis.Redis) -> None:
    seen: list[float] = []
    limiter = Limiter(Shared(valkey), rate=5, burst=1)
    guard = Guard(limiter, None, lambda _route, _outcome, seconds: seen.append(seconds))
    began = time.monotonic()
    for _ in range(2):
        guard.run("product", time.monotonic() + 10, lambda: None)
    assert time.monotonic() - began > 0.15
    assert max(seen) < 0.1
