"""What each side said, line by line: time, side, how long it took, words."""

import time

from rich.console import Console
from rich.text import Text

STYLES = {"ours": "green", "theirs": "magenta", "fate": "red"}


class Narrator:
    def __init__(self, console: Console) -> None:
        self._console = console

    def scene(self, title: str) -> None:
        self._console.print()
        self._console.print(Text(title, "bold"))

    def ours(self, words: str, ms: float | None = None) -> None:
        self._line("ours", words, ms)

    def theirs(self, words: str, ms: float | None = None) -> None:
        self._line("theirs", words, ms)

    def fate(self, words: str) -> None:
        """What neither side did."""
        self._line("fate", words, None)

    def _line(self, side: str, words: str, ms: float | None) -> None:
        now = time.time()
        clock = f"{time.strftime('%H:%M:%S', time.localtime(now))}.{int(now * 1000) % 1000:03d}"
        took = "" if ms is None else f"{ms:,.0f} ms"
        line = Text.assemble((clock, "dim"), "  ", (f"{side:<6}", STYLES[side]), f"  {took:>9}  ", words)
        self._console.print(line, soft_wrap=True)
