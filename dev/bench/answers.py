"""HTTP answers out of a stream of bytes: as little work as possible, for the load generator shares the cores."""

END_OF_HEAD = b"\r\n\r\n"
LENGTH = b"\r\ncontent-length:"


class NotUnderstood(ValueError):
    """An answer without a length, or no HTTP at all."""


class Answers:
    """What one connection receives. A caller sends its next request after the answer, so there is one at a time."""

    def __init__(self) -> None:
        self._received = b""

    def feed(self, data: bytes) -> int | None:
        """The status of the answer that `data` completes, None while it is not complete. Raises NotUnderstood."""
        self._received += data
        end = self._received.find(END_OF_HEAD)
        if end < 0:
            return None
        head = self._received[:end]
        total = end + len(END_OF_HEAD) + _length(head)
        if len(self._received) < total:
            return None
        self._received = self._received[total:]
        return _status(head)


def _status(head: bytes) -> int:
    version, _, rest = head.partition(b" ")
    if not version.startswith(b"HTTP/1.") or not rest[:3].isdigit():
        raise NotUnderstood(head[:80])
    return int(rest[:3])


def _length(head: bytes) -> int:
    _, found, rest = head.lower().partition(LENGTH)
    value = rest.partition(b"\r\n")[0].strip()
    if not found or not value.isdigit():
        raise NotUnderstood("an answer without Content-Length")
    return int(value)
