"""The circuit breaker of all processes: while the site is down, one probe instead of a storm."""

import math
import uuid
from dataclasses import dataclass

from bitrix.circuit import OPEN, PROBE, Circuit, Terms
from bitrix.errors import CircuitOpen
from bitrix.shared import Shared

CIRCUIT_KEY = "bitrix:circuit"
PROBE_KEY = "bitrix:probe"
KEYS = [CIRCUIT_KEY, PROBE_KEY]
FORGOTTEN_AFTER_MS = 3_600_000
"""Failures an hour apart are not in a row, and a circuit nobody asked about for an hour is closed."""

NOW = "local time = redis.call('TIME') local now = time[1] * 1000 + math.floor(time[2] / 1000)\n"

# ARGV: token, probe time-out. Answers {0, failures}, {1, 0} with the probe granted, or {2, ms to wait}.
CHECK = (
    NOW
    + """
local open_until = redis.call('HGET', KEYS[1], 'until')
if not open_until then return {0, tonumber(redis.call('HGET', KEYS[1], 'failures') or 0)} end
local left = tonumber(open_until) - now
if left > 0 then return {2, left} end
if redis.call('SET', KEYS[2], ARGV[1], 'NX', 'PX', ARGV[2]) then return {1, 0} end
return {2, math.max(1, redis.call('PTTL', KEYS[2]))}
"""
)

# ARGV: token, threshold, base, cap, forgotten after.
FAIL = (
    NOW
    + """
local open = redis.call('HEXISTS', KEYS[1], 'until') == 1
if open and redis.call('GET', KEYS[2]) ~= ARGV[1] then return 0 end
local failures = redis.call('HINCRBY', KEYS[1], 'failures', 1)
redis.call('PEXPIRE', KEYS[1], ARGV[5])
if not open and failures < tonumber(ARGV[2]) then return 0 end
local trips = redis.call('HINCRBY', KEYS[1], 'trips', 1)
local rest = math.min(tonumber(ARGV[4]), tonumber(ARGV[3]) * 2 ^ math.min(trips - 1, 62))
redis.call('HSET', KEYS[1], 'until', string.format('%.0f', now + rest))
redis.call('DEL', KEYS[2])
return 1
"""
)

SUCCEED = """
if redis.call('HEXISTS', KEYS[1], 'until') == 1 and redis.call('GET', KEYS[2]) ~= ARGV[1] then return 0 end
redis.call('DEL', KEYS[1], KEYS[2])
return 1
"""

ABANDON = """
if redis.call('GET', KEYS[1]) == ARGV[1] then redis.call('DEL', KEYS[1]) end
return 1
"""

# Answers {ms to the next probe or -1 when closed, failures}.
PEEK = (
    NOW
    + """
local circuit = redis.call('HMGET', KEYS[1], 'until', 'failures')
local left = circuit[1] and math.max(0, tonumber(circuit[1]) - now) or -1
return {left, tonumber(circuit[2] or 0)}
"""
)


@dataclass(frozen=True)
class Permit:
    """Leave for one call. `clean`: nothing to reset if it succeeds."""

    token: str
    clean: bool


@dataclass(frozen=True)
class State:
    """`name` is closed, open or half_open (a probe is due or under way); `retry_after` in seconds, 0 if closed."""

    name: str
    failures: int
    retry_after: float


class Breaker:
    def __init__(self, shared: Shared, terms: Terms = Terms()) -> None:
        self._terms = terms
        self._alone = Circuit(terms)
        self._check = shared.script(CHECK)
        self._fail = shared.script(FAIL)
        self._succeed = shared.script(SUCCEED)
        self._abandon = shared.script(ABANDON)
        self._peek = shared.script(PEEK)

    def check(self) -> Permit:
        """Leave for a call, to be settled by failed, succeeded or abandon. Raises CircuitOpen."""
        token = uuid.uuid4().hex
        answer = self._check(KEYS, [token, _ms(self._terms.probe_timeout)])
        if answer is None:
            verdict, number = self._alone.check(token)
        else:
            verdict, number = answer[0], answer[1] / 1000 if answer[0] == OPEN else answer[1]
        if verdict == OPEN:
            raise CircuitOpen("the site is down, the circuit is open", retry_after=number)
        return Permit(token, clean=verdict != PROBE and not number)

    def failed(self, permit: Permit) -> None:
        terms = self._terms
        args = [permit.token, terms.threshold, _ms(terms.base), _ms(terms.cap), FORGOTTEN_AFTER_MS]
        if self._fail(KEYS, args) is None:
            self._alone.fail(permit.token)

    def succeeded(self, permit: Permit) -> None:
        if not permit.clean and self._succeed(KEYS, [permit.token]) is None:
            self._alone.succeed(permit.token)

    def abandon(self, permit: Permit) -> None:
        """The call was not made, or taught nothing."""
        if not permit.clean and self._abandon([PROBE_KEY], [permit.token]) is None:
            self._alone.abandon(permit.token)

    def state(self) -> State:
        """For health and metrics; changes nothing."""
        answer = self._peek([CIRCUIT_KEY], [])
        if answer is None:
            left, failures = self._alone.peek()
        else:
            left, failures = (None if answer[0] < 0 else answer[0] / 1000), answer[1]
        if left is None:
            return State("closed", failures, 0.0)
        return State("open" if left else "half_open", failures, left)


def _ms(seconds: float) -> int:
    return math.ceil(seconds * 1000)
