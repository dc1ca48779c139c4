"""`python -m dev.fuzz [--minutes 20] [--seed N] [--role ROLE]`: print what is wrong, end with 1 if anything is.

Each role asks in turns of a few minutes, with another seed each time, until the time is over.
"""

import argparse
import secrets
import sys
import time
from collections.abc import Iterator
from itertools import count

import settings
from dev.fuzz.asking import Effort, Finding, ask
from dev.fuzz.house import opened
from dev.fuzz.serving import served
from dev.fuzz.visitors import ROLES, let_in, token_of
from web import create_app

TURN_S = 180
EXAMPLES = 30


def main() -> None:
    options = _options()
    found: set[tuple[str, str]] = set()
    for finding in _all(options.minutes * 60, options.seed, [options.role] if options.role else list(ROLES)):
        if (finding.operation, finding.what) not in found:
            found.add((finding.operation, finding.what))
            print(finding, flush=True)
    print(f"{len(found)} found, seed {options.seed}")
    sys.exit(bool(found))


def _all(seconds: float, seed: int, roles: list[str]) -> Iterator[Finding]:
    until = time.monotonic() + seconds
    turn_s = min(TURN_S, seconds / len(roles))
    with opened(), served(create_app()) as url:
        for turn in count():
            for who in roles:
                if time.monotonic() + turn_s / 2 > until:
                    return
                effort = Effort(seed + turn, EXAMPLES, int(turn_s))
                print(f"{time.strftime('%H:%M:%S')} {who}: {effort}", file=sys.stderr)
                yield from ask(url, who, token_of(let_in(who), settings.current()), effort)


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m dev.fuzz", description="Ask the API for anything at all.")
    parser.add_argument("--minutes", type=float, default=20)
    parser.add_argument("--seed", type=int, default=secrets.randbelow(10**6))
    parser.add_argument("--role", choices=ROLES, help="only this one; all of them by default")
    return parser.parse_args()


if __name__ == "__main__":
    main()
