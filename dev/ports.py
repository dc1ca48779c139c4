"""Which port of the loopback a server may take."""

import random
import socket
import zlib
from collections.abc import Iterator

# Below every system's range of ephemeral ports, so no outgoing connection can be sitting on one of these.
LOWEST, HIGHEST = 20_000, 32_000


def is_free(port: int) -> bool:
    """Whether nobody listens on `port`, on any address of this machine."""
    with socket.socket() as probe:
        # Connections that linger after a restart are no reason to move to another port.
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind(("", port))
        except OSError:
            return False
    return True


class Reservation:
    """The first port from `first` on that is free, and kept from other stacks as long as this object lives.

    A server takes its port seconds after it was chosen, and two stacks may start at once. The mark is the UDP
    port of the same number: every process of the machine sees it, and it goes with the one who set it.
    """

    def __init__(self, first: int) -> None:
        self.port = first
        while not (self._mark() and is_free(self.port)):
            self._socket.close()
            self.port += 1

    def _mark(self) -> bool:
        self._socket = socket.socket(type=socket.SOCK_DGRAM)
        try:
            self._socket.bind(("127.0.0.1", self.port))
        except OSError:
            return False
        return True


def any_free() -> int:
    """A free port chosen at random: two processes asking at the same moment hardly get the same."""
    return next(port for port in _random() if is_free(port))


def stable(name: str) -> int:
    """Always the same port for the same name, free or not."""
    return LOWEST + zlib.crc32(name.encode()) % (HIGHEST - LOWEST)


def _random() -> Iterator[int]:
    while True:
        yield random.randrange(LOWEST, HIGHEST)
