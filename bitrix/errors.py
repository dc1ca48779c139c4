"""What can go wrong when the site is called; each error carries its own verdict.

BitrixError
├── NotCalled            nothing was sent
│   ├── CircuitOpen      the site is down, the next probe is due in `retry_after`
│   ├── Throttled        no token of our rate limit before the deadline, or the site asked for a pause
│   └── DeadlineSpent    the caller had no time left
├── Timeout              no whole answer in time
├── Unreachable          no connection, or it broke before the answer was whole
├── Unavailable          5xx, 408: the site or what stands before it is in trouble
├── TooManyRequests      429
├── NotUnderstood        an answer that is not what the contract promises
│   ├── NotJson          HTML (maintenance page, PHP warning) or noise
│   ├── TooLarge         more bytes than we are ready to hold
│   └── Malformed        JSON of another shape
├── Refused              200 with `"status": false` or `"success": false`
├── Redirected           3xx: a slash, a scheme or a host is wrong
└── Rejected             a retry cannot help, an operator must look
    ├── BadPayload       400 and the 4xx that have no class of their own
    ├── BadToken         401, 403
    ├── NotFound         404
    └── WrongMethod      405: the site speaks another dialect

`AnsweredError` is the common base of those that are named by an HTTP status.
"""

from typing import ClassVar


class BitrixError(Exception):
    """`permanent`: a retry cannot help. `retry_after`: seconds the site (or we) asked to wait, or None.

    `outcome`: a label for metrics. `in_doubt`: the write may have happened, so read before writing again.
    `status`: the HTTP status, or None where no answer came.
    """

    called: ClassVar[bool] = True
    """Whether a request left this process."""
    site_down: bool = False
    """Whether it counts towards opening the circuit."""
    permanent: bool = False
    outcome: str = "error"

    def __init__(
        self,
        message: str,
        *,
        status: int | None = None,
        retry_after: float | None = None,
        in_doubt: bool = False,
    ) -> None:
        super().__init__(message)
        self.status = status
        self.retry_after = retry_after
        self.in_doubt = in_doubt


class NotCalled(BitrixError):
    called = False


class CircuitOpen(NotCalled):
    outcome = "open_circuit"


class Throttled(NotCalled):
    outcome = "throttled"


class DeadlineSpent(NotCalled):
    outcome = "deadline"


class Timeout(BitrixError):
    """`hasty`: the caller left less time than the site is usually given, which proves nothing about the site."""

    outcome = "timeout"

    def __init__(self, message: str, *, in_doubt: bool = False, hasty: bool = False) -> None:
        super().__init__(message, in_doubt=in_doubt)
        self.site_down = not hasty


class Unreachable(BitrixError):
    """`outcome` is `refused` while nothing had been sent, else `reset`."""

    site_down = True

    def __init__(self, message: str, *, sent: bool, in_doubt: bool = False) -> None:
        super().__init__(message, in_doubt=in_doubt)
        self.outcome = "reset" if sent else "refused"


class AnsweredError(BitrixError):
    """An error answer with a status; the outcome is `http_<status>`."""

    status: int

    def __init__(
        self, message: str, *, status: int, retry_after: float | None = None, in_doubt: bool = False
    ) -> None:
        super().__init__(message, status=status, retry_after=retry_after, in_doubt=in_doubt)
        self.outcome = f"http_{status}"


class Unavailable(AnsweredError):
    site_down = True


class TooManyRequests(AnsweredError):
    pass


class NotUnderstood(BitrixError):
    pass


class NotJson(NotUnderstood):
    site_down = True
    outcome = "html"


class TooLarge(NotUnderstood):
    outcome = "too_large"


class Malformed(NotUnderstood):
    outcome = "malformed"


class Refused(BitrixError):
    """The site said no without a reason we can act on; it may say yes later, so the attempts decide."""

    outcome = "rejected"


class Redirected(AnsweredError):
    """301 and 308 say "for ever", the others may be a maintenance page."""

    def __init__(self, message: str, *, status: int) -> None:
        super().__init__(message, status=status)
        self.permanent = status in (301, 308)


class Rejected(AnsweredError):
    permanent = True


class BadPayload(Rejected):
    pass


class BadToken(Rejected):
    pass


class NotFound(Rejected):
    pass


class WrongMethod(Rejected):
    pass
