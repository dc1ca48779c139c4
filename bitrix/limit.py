"""The site's rate limit, kept by all processes together."""

import math
import time
from collections.abc import Callable

from bitrix.bucket import Bucket
from bitrix.errors import Throttled
from bitrix.shared import Shared

BUCKET_KEY = "bitrix:bucket"
PAUSE_KEY = "bitrix:pause"
LONGEST_PAUSE = 300.0
"""Seconds; whatever Retry-After says, the site is asked again after five minutes."""
LONGEST_STEP = 0.25

# Redis counts the time: clocks of machines differ. Answers microseconds to wait, 0 with a token taken.
TAKE = """
local time = redis.call('TIME')
local now = time[1] * 1000000 + time[2]
local pause = redis.call('PTTL', KEYS[2])
if pause > 0 then return pause * 1000 end
local rate, burst = tonumber(ARGV[1]), tonumber(ARGV[2])
local saved = redis.call('HMGET', KEYS[1], 'tokens', 'at')
local tokens = tonumber(saved[1]) or burst
local elapsed = math.max(0, now - (tonumber(saved[2]) or now))
tokens = math.min(burst, tokens + elapsed * rate / 1000000)
local wait = 0
if tokens >= 1 then tokens = tokens - 1 else wait = math.ceil((1 - tokens) * 1000000 / rate) end
redis.call('HSET', KEYS[1], 'tokens', string.format('%.6f', tokens), 'at', string.format('%.0f', now))
redis.call('PEXPIRE', KEYS[1], math.ceil(burst / rate * 1000) + 1000)
return wait
"""

PAUSE = """
if redis.call('PTTL', KEYS[1]) < tonumber(ARGV[1]) then redis.call('SET', KEYS[1], '1', 'PX', ARGV[1]) end
return 1
"""


class Limiter:
    """`rate` calls a second over all processes, `burst` saved up.

    Without Redis each process allows itself one part in `share` of that: set it to the number of processes.
    """

    def __init__(
        self,
        shared: Shared,
        rate: float = 20.0,
        burst: int = 40,
        share: int = 4,
        sleep: Callable[[float], None] = time.sleep,
    ) -> None:
        self._take = shared.script(TAKE)
        self._pause = shared.script(PAUSE)
        self._rate = rate
        self._burst = burst
        self._alone = Bucket(rate / share, burst / share)
        self._sleep = sleep

    def wait(self, deadline: float) -> None:
        """Return with a token before `deadline` (time.monotonic()). Raises Throttled where none can come."""
        while wait := self._ask():
            if time.monotonic() + wait > deadline:
                raise Throttled("no turn within the deadline", retry_after=wait)
            self._sleep(min(wait, LONGEST_STEP))

    def pause(self, seconds: float) -> None:
        """Nobody calls for that long: the site asked for it."""
        capped = min(seconds, LONGEST_PAUSE)
        self._alone.pause(capped)
        self._pause([PAUSE_KEY], [math.ceil(capped * 1000)])

    def _ask(self) -> float:
        micros = self._take([BUCKET_KEY, PAUSE_KEY], [self._rate, self._burst])
        return self._alone.take() if micros is None else micros / 1_000_000
