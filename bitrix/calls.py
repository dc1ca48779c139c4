"""How the calls of all processes went, minute by minute, for whoever draws it.

Counted in Redis, which is not waited for: what it did not take is not counted.
"""

from dataclasses import dataclass
from datetime import UTC, datetime

from bitrix.shared import Shared

ANSWERED, FAILED, TURNED_AWAY = HOWS = ("answered", "failed", "turned_away")
KEPT_S = 900  # whoever keeps the numbers comes every minute

# ARGV: how it went, its seconds, kept for.
NOTE = """
redis.call('HINCRBY', KEYS[1], ARGV[1], 1)
if ARGV[1] == 'answered' then redis.call('HINCRBYFLOAT', KEYS[1], 'seconds', ARGV[2]) end
return redis.call('EXPIRE', KEYS[1], ARGV[3])
"""
READ = "return redis.call('HMGET', KEYS[1], 'answered', 'failed', 'turned_away', 'seconds')"


@dataclass(frozen=True)
class Minute:
    """`seconds` is how long those took that were answered, together; `turned_away` met an open circuit."""

    answered: int = 0
    failed: int = 0
    turned_away: int = 0
    seconds: float = 0.0


class Calls:
    def __init__(self, shared: Shared) -> None:
        self._note = shared.script(NOTE)
        self._read = shared.script(READ)

    def note(self, how: str, seconds: float, at: datetime | None = None) -> None:
        """`how` is one of HOWS. Never raises."""
        self._note([_key(at or datetime.now(UTC))], [how, f"{seconds:.6f}", KEPT_S])

    def of(self, minute: datetime) -> Minute | None:
        """What was noted in that minute; None where Redis cannot be asked."""
        answer = self._read([_key(minute)], [])
        if answer is None:
            return None
        answered, failed, turned_away, seconds = (float(number or 0) for number in answer)
        return Minute(int(answered), int(failed), int(turned_away), seconds)


def _key(at: datetime) -> str:
    return f"bitrix:calls:{int(at.timestamp() // 60)}"
