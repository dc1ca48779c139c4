"""The circuit: closed, open, one probe at a time; shared by all, and the same for a process alone."""

import time

import pytest
import redis

from bitrix.breaker import Breaker, Permit
from bitrix.circuit import Terms
from bitrix.errors import CircuitOpen
from bitrix.shared import Shared

LONG = Terms(threshold=3, base=60.0, cap=300.0, probe_timeout=60.0)
QUICK = Terms(threshold=1, base=0.02, cap=0.08, probe_timeout=60.0)


def fail(breaker: Breaker, times: int) -> None:
    for _ in range(times):
        breaker.failed(breaker.check())


def probe(breaker: Breaker) -> Permit:
    """The permit of the next probe, as soon as it is due."""
    until = time.monotonic() + 10
    while time.monotonic() < until:
        try:
            return breaker.check()
        except CircuitOpen:
            time.sleep(0.005)
    raise AssertionError("no probe was ever let through")


def refusal(breaker: Breaker) -> CircuitOpen:
    with pytest.raises(CircuitOpen) as caught:
        breaker.check()
    return caught.value


def test_a_closed_circuit_lets_everybody_through(shared: Shared) -> None:
    breaker = Breaker(shared, LONG)
    fail(breaker, 2)
    breaker.check()
    assert breaker.state().name == "closed"
    assert breaker.state().failures == 2


def test_enough_failures_in_a_row_open_it(shared: Shared) -> None:
    breaker = Breaker(shared, LONG)
    fail(breaker, 3)
    error = refusal(breaker)
    assert 55 < (error.retry_after or 0) <= 60
    assert (error.permanent, error.called, error.outcome) == (False, False, "open_circuit")
    assert breaker.state().name == "open"


def test_a_success_in_between_starts_the_count_anew(shared: Shared) -> None:
    breaker = Breaker(shared, LONG)
    fail(breaker, 2)
    breaker.succeeded(breaker.check())
    fail(breaker, 2)
    assert breaker.state().name == "closed"


def test_an_abandoned_call_counts_neither_way(shared: Shared) -> None:
    breaker = Breaker(shared, LONG)
    fail(breaker, 2)
    breaker.abandon(breaker.check())
    assert breaker.state().failures == 2


def test_after_its_time_one_probe_goes_through_and_the_others_wait(shared: Shared) -> None:
    breaker = Breaker(shared, QUICK)
    fail(breaker, 1)
    probe(breaker)
    assert (refusal(breaker).retry_after or 0) > 0
    assert breaker.state().name == "half_open"


def test_a_good_probe_closes_it(shared: Shared) -> None:
    breaker = Breaker(shared, QUICK)
    fail(breaker, 1)
    breaker.succeeded(probe(breaker))
    assert breaker.state().name == "closed"
    assert breaker.state().failures == 0


def test_a_bad_probe_opens_it_again_at_once(shared: Shared) -> None:
    breaker = Breaker(shared, Terms(threshold=3, base=0.02, cap=300, probe_timeout=60))
    fail(breaker, 3)
    breaker.failed(probe(breaker))
    assert breaker.state().name != "closed"


def test_an_abandoned_probe_makes_room_for_the_next(shared: Shared) -> None:
    breaker = Breaker(shared, QUICK)
    fail(breaker, 1)
    breaker.abandon(probe(breaker))
    probe(breaker)


def test_a_probe_that_never_reports_back_makes_room_after_its_time(shared: Shared) -> None:
    breaker = Breaker(shared, Terms(threshold=1, base=0.02, cap=0.08, probe_timeout=0.05))
    fail(breaker, 1)
    probe(breaker)
    probe(breaker)


def test_calls_that_left_before_it_opened_change_nothing_any_more(shared: Shared) -> None:
    breaker = Breaker(shared, LONG)
    early, late = breaker.check(), breaker.check()
    fail(breaker, 3)
    before = breaker.state().retry_after
    breaker.failed(early)
    breaker.succeeded(late)
    assert breaker.state().name == "open"
    assert breaker.state().retry_after <= before


@pytest.mark.parametrize(("cap", "seconds"), [(300.0, 40), (25.0, 25)])
def test_each_failed_probe_doubles_the_wait_up_to_the_cap(valkey: redis.Redis, cap: float, seconds: float) -> None:
    impatient = Breaker(Shared(valkey), Terms(threshold=1, base=0.0))
    fail(impatient, 2)
    patient = Breaker(Shared(valkey), Terms(base=10.0, cap=cap))
    patient.failed(impatient.check())
    assert seconds - 5 < patient.state().retry_after <= seconds


@pytest.mark.parametrize(("trips", "seconds"), [(1, 5), (2, 10), (3, 20), (7, 300), (10_000, 300)])
def test_the_wait_doubles_to_its_cap(trips: int, seconds: float) -> None:
    assert Terms(base=5, cap=300).rest(trips) == seconds


def test_what_one_process_learns_all_know(valkey: redis.Redis) -> None:
    fail(Breaker(Shared(valkey), LONG), 3)
    assert refusal(Breaker(Shared(valkey), LONG))


def test_only_one_of_many_processes_gets_the_probe(valkey: redis.Redis) -> None:
    breakers = [Breaker(Shared(valkey), QUICK) for _ in range(8)]
    fail(breakers[0], 1)
    probe(breakers[0])
    for breaker in breakers:
        refusal(breaker)


def test_nothing_of_the_circuit_is_kept_for_ever(valkey: redis.Redis) -> None:
    breaker = Breaker(Shared(valkey), QUICK)
    fail(breaker, 1)
    probe(breaker)
    assert all(valkey.pttl(key) > 0 for key in valkey.scan_iter("bitrix:*"))


def test_a_frozen_redis_does_not_keep_the_circuit_from_opening(frozen: redis.Redis) -> None:
    breaker = Breaker(Shared(frozen, rest=60), LONG)
    fail(breaker, 3)
    assert refusal(breaker)
    assert breaker.state().name == "open"
