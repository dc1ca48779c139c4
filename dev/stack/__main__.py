"""`python -m dev.stack COMMAND`, in the checkout to work on; the Makefile is the usual way in."""

import argparse
import os
import signal
import sys
from pathlib import Path

from dev.embedded import ServerError
from dev.parent import follow_parent
from dev.stack import background, instance, table
from dev.stack.console import Console, log_file
from dev.stack.runner import Failed, Stack
from dev.supervise import GaveUp

EXPECTED = (instance.AlreadyRunning, background.NotUp, Failed, GaveUp, ServerError, TimeoutError)


def run(directory: Path, terminal: int | None) -> None:
    console = Console(log_file(directory / ".dev"), terminal)
    try:
        Stack(directory, os.environ, console).run()
    finally:
        console.flush()


def foreground(directory: Path) -> None:
    follow_parent(signal.SIGTERM)  # `make` killed is no reason to stay
    run(directory, sys.stdout.fileno())


def up(directory: Path) -> None:
    for line in table.lines(background.up(directory)):
        print(line)


COMMANDS = {
    "run": foreground,
    "background": lambda directory: run(directory, None),
    "up": up,
    "down": lambda directory: instance.stop(directory / ".dev"),
    "logs": background.logs,
    "reset": background.reset,
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("command", choices=COMMANDS)
    try:
        COMMANDS[parser.parse_args().command](Path.cwd())
    except EXPECTED as error:
        sys.exit(str(error))


if __name__ == "__main__":
    main()
