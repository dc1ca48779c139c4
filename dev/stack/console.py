"""What the stack says: a file with everything, and a terminal with a coloured prefix per process."""

import os
import select
import time
from pathlib import Path

COLOURS = (36, 33, 32, 35, 34, 31)
NAME_WIDTH = 9
PIECE = 4096  # a terminal or pipe that is ready at all takes as much without blocking
LIMIT = 1 << 20
LOG_LIMIT = 10 << 20


def log_file(home: Path) -> Path:
    """Where the stack of this checkout logs. A big file is set aside, once."""
    file = home / "log" / "stack.log"
    file.parent.mkdir(parents=True, exist_ok=True)
    if file.exists() and file.stat().st_size > LOG_LIMIT:
        file.rename(file.with_suffix(".log.1"))
    file.touch(mode=0o600)
    return file


class Console:
    """`terminal` is a file descriptor, None in the background.

    Nothing here waits for a reader: one who stops reading (Ctrl-S, a full pipe) must not stop the stack.
    """

    def __init__(self, file: Path, terminal: int | None) -> None:
        self._file = file.open("a", buffering=1)
        self._terminal = terminal
        self._coloured = terminal is not None and os.isatty(terminal) and "NO_COLOR" not in os.environ
        self._colours: dict[str, int] = {}
        self._pending = b""

    def say(self, name: str, line: str) -> None:
        prefix = f"{time.strftime('%H:%M:%S')} {name:<{NAME_WIDTH}}| "
        print(prefix + line, file=self._file)
        if self._coloured:
            colour = self._colours.setdefault(name, COLOURS[len(self._colours) % len(COLOURS)])
            prefix = f"\x1b[{colour}m{prefix}\x1b[0m"
        if self._terminal is not None and len(self._pending) < LIMIT:
            self._pending += f"{prefix}{line}\n".encode()
            self.flush()

    def flush(self) -> None:
        """Write what the terminal takes at once."""
        while self._pending and self._terminal is not None:
            if not select.select([], [self._terminal], [], 0)[1]:
                return
            try:
                written = os.write(self._terminal, self._pending[:PIECE])
            except OSError:  # the reader has gone; the file has it all
                self._terminal = None
                return
            self._pending = self._pending[written:]
