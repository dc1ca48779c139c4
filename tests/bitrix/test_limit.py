"""The rate all processes keep together, and what each keeps alone."""

import threading
import time
from collections.abc import Callable

import pytest
import redis

from bitrix.bucket import Bucket
from bitrix.errors import Throttled
from bitrix.limit import BUCKET_KEY, LONGEST_PAUSE, PAUSE_KEY, Limiter
from bitrix.shared import Shared, connect

IN_TIME_S = 20.0


def soon() -> float:
    return time.monotonic() + IN_TIME_S


def at_once() -> float:
    return time.monotonic()


def taken_at_once(limiter: Limiter, at_most: int = 100) -> int:
    """How many tokens can be had without waiting."""
    for taken in range(at_most):
        try:
            limiter.wait(at_once())
        except Throttled:
            return taken
    return at_most


class Clock:
    def __init__(self) -> None:
        self.now = 1000.0

    def __call__(self) -> float:
        return self.now


def test_the_burst_is_there_at_once_and_not_more(shared: Shared) -> None:
    assert taken_at_once(Limiter(shared, rate=0.01, burst=5, share=1)) == 5


def test_who_cannot_wait_is_told_how_long_it_would_take(shared: Shared) -> None:
    limiter = Limiter(shared, rate=0.1, burst=1, share=1)
    limiter.wait(at_once())
    with pytest.raises(Throttled) as caught:
        limiter.wait(time.monotonic() + 1)
    assert 9 < (caught.value.retry_after or 0) <= 10
    assert (caught.value.called, caught.value.permanent, caught.value.site_down) == (False, False, False)


def test_who_waits_gets_the_next_token(shared: Shared) -> None:
    limiter = Limiter(shared, rate=50, burst=1, share=1)
    for _ in range(4):
        limiter.wait(soon())


def test_a_pause_holds_everybody_off(shared: Shared) -> None:
    limiter = Limiter(shared, share=1)
    limiter.pause(60)
    with pytest.raises(Throttled) as caught:
        limiter.wait(time.monotonic() + 5)
    assert 55 < (caught.value.retry_after or 0) <= 60


def test_a_pause_ends(shared: Shared) -> None:
    limiter = Limiter(shared, share=1)
    limiter.pause(0.1)
    limiter.wait(soon())


def test_a_shorter_pause_does_not_cut_a_longer_one(shared: Shared) -> None:
    limiter = Limiter(shared, share=1)
    limiter.pause(60)
    limiter.pause(1)
    with pytest.raises(Throttled, match="no turn"):
        limiter.wait(time.monotonic() + 5)


def test_a_pause_of_a_year_is_five_minutes(shared: Shared) -> None:
    limiter = Limiter(shared, share=1)
    limiter.pause(31_536_000)
    with pytest.raises(Throttled) as caught:
        limiter.wait(at_once())
    assert (caught.value.retry_after or 0) <= LONGEST_PAUSE


def test_a_pause_of_one_process_is_a_pause_of_all(valkey: redis.Redis) -> None:
    Limiter(Shared(valkey)).pause(60)
    with pytest.raises(Throttled):
        Limiter(Shared(valkey)).wait(at_once())


def test_sixteen_clients_at_once_get_no_more_than_the_burst_and_the_rate(
    redis_url: str, valkey: redis.Redis
) -> None:
    rate, burst, each = 100.0, 10, 4
    barrier = threading.Barrier(16)
    started: list[float] = []

    def work() -> None:
        limiter = Limiter(Shared(connect(redis_url)), rate=rate, burst=burst)
        barrier.wait()
        started.append(time.monotonic())
        for _ in range(each):
            limiter.wait(soon())

    threads = [threading.Thread(target=work) for _ in range(16)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    # 64 tokens: 10 are there, the other 54 have to grow at 100 a second
    assert time.monotonic() - min(started) >= (16 * each - burst) / rate - 0.01


def test_nothing_of_the_rate_is_kept_for_ever(valkey: redis.Redis) -> None:
    limiter = Limiter(Shared(valkey))
    limiter.wait(soon())
    limiter.pause(5)
    assert 0 < valkey.pttl(BUCKET_KEY) <= 3_000
    assert 0 < valkey.pttl(PAUSE_KEY) <= 5_000


def test_without_redis_a_process_keeps_to_its_share() -> None:
    assert taken_at_once(Limiter(Shared(None), rate=0.04, burst=20, share=4)) == 5


def test_a_pause_is_kept_though_redis_has_gone(gone: redis.Redis) -> None:
    limiter = Limiter(Shared(gone))
    limiter.pause(60)
    with pytest.raises(Throttled):
        limiter.wait(at_once())


@pytest.mark.parametrize("trouble", ["gone", "frozen"])
def test_a_redis_in_trouble_is_asked_once_in_a_while(trouble: str, request: pytest.FixtureRequest) -> None:
    clock, asked = Clock(), Asked(request.getfixturevalue(trouble))
    shared = Shared(asked, rest=5.0, clock=clock)  # type: ignore[arg-type]
    limiter = Limiter(shared, rate=0.01, burst=8, share=1)
    for _ in range(3):
        limiter.wait(at_once())
    assert asked.times == 1
    clock.now += 5.0
    limiter.wait(at_once())
    assert asked.times == 2


class Asked:
    """A client that counts how often a script is really sent."""

    def __init__(self, client: redis.Redis) -> None:
        self._client = client
        self.times = 0

    def register_script(self, source: str) -> Callable[..., object]:
        script = self._client.register_script(source)

        def call(**kwargs: object) -> object:
            self.times += 1
            return script(**kwargs)  # type: ignore[arg-type]

        return call


def test_a_bucket_fills_with_time_and_never_above_its_burst() -> None:
    clock = Clock()
    bucket = Bucket(rate=2, burst=3, clock=clock)
    assert [bucket.take() for _ in range(4)] == [0, 0, 0, 0.5]
    clock.now += 0.5
    assert [bucket.take() for _ in range(2)] == [0, 0.5]
    clock.now += 100
    assert [bucket.take() for _ in range(4)] == [0, 0, 0, 0.5]
