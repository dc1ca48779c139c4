"""What the day should have shown, beside what it did show."""

from dataclasses import dataclass
from typing import Any

from rich.table import Table
from rich.text import Text


@dataclass(frozen=True)
class Expectation:
    what: str
    expected: str
    seen: str
    ok: bool


class Expectations:
    def __init__(self) -> None:
        self.all: list[Expectation] = []

    def equal(self, what: str, expected: Any, seen: Any) -> None:
        self.holds(what, expected, seen, expected == seen)

    def holds(self, what: str, expected: Any, seen: Any, ok: object) -> None:
        """`expected` and `seen` are for people; `ok` is the verdict."""
        self.all.append(Expectation(what, str(expected), str(seen), bool(ok)))

    @property
    def exit_code(self) -> int:
        """0 only if something was expected and all of it held."""
        return 0 if self.all and all(one.ok for one in self.all) else 1

    def table(self) -> Table:
        table = Table("", "expectation", "expected", "seen", "ok", show_lines=False)
        for number, one in enumerate(self.all, 1):
            verdict = Text("yes", "green") if one.ok else Text("NO", "bold red")
            table.add_row(str(number), *map(Text, (one.what, one.expected, one.seen)), verdict)
        return table

    def summary(self, seconds: float) -> str:
        held = sum(one.ok for one in self.all)
        return f"{held} of {len(self.all)} expectations held, in {seconds:.0f} s"
