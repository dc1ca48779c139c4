"""`python -m dev.demo`, in the checkout whose stack runs.

Exit code 0 if every expectation held, 1 if one did not, 2 if there is no stack to play on.
"""

import sys
from pathlib import Path

from rich.console import Console

from dev.demo.clock import Stopwatch
from dev.demo.day import play
from dev.demo.narrator import Narrator
from dev.demo.scenes import DAY
from dev.demo.stage import CannotPlay, build

WIDTH_OF_A_FILE = 140


def main() -> int:
    console = Console(width=None if sys.stdout.isatty() else WIDTH_OF_A_FILE, highlight=False)
    watch = Stopwatch()
    try:
        stage = build(Path.cwd() / ".dev", Narrator(console), len(DAY))
    except CannotPlay as error:
        print(error, file=sys.stderr)
        return 2
    play(DAY, stage)
    console.print()
    console.print(stage.expect.table())
    console.print(stage.expect.summary(watch.s))
    return stage.expect.exit_code


if __name__ == "__main__":
    sys.exit(main())
