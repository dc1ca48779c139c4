"""Build the panel into admin/dist, unless what is there is of the same sources. Several at once take turns.

Without Node it says so and goes on: the product works without its panel.
"""

import argparse
import fcntl
import signal
import sys
import time
from contextlib import suppress
from pathlib import Path

from dev.panel import node
from dev.panel.places import Places
from dev.panel.publish import publish, published
from dev.panel.sources import fingerprint


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--required", action="store_true", help="fail without Node: for a release")
    options = parser.parse_args()
    places = Places(Path.cwd())
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(128 + signal.SIGTERM))
    places.work.mkdir(exist_ok=True)
    with (places.work / "lock").open("w") as lock, suppress(KeyboardInterrupt):
        fcntl.flock(lock, fcntl.LOCK_EX)
        sys.exit(build(places, options.required))
    sys.exit(128 + signal.SIGINT)


def build(places: Places, required: bool) -> int:
    """The exit code of the command."""
    wanted = fingerprint(places)
    if published(places.dist) == wanted:
        _say("is up to date")
        return 0
    if missing := node.missing():
        places.state.write_text("no-node")
        _say(f"is not built: {missing}. Install it (https://nodejs.org), then `make panel`")
        return int(required)
    places.state.write_text("building")
    outcome = ""  # of one that is interrupted nothing is left to say
    try:
        began = time.monotonic()
        node.build(places.admin, places.new, _say)
        publish(places.new, places.dist, wanted)
        _say(f"is ready, built in {time.monotonic() - began:.0f} s")
    except node.Failed as error:
        outcome = "failed"
        _say(f"is not built: {error}. What was there before is served on")
        return 1
    finally:
        places.state.write_text(outcome)
    return 0


def _say(text: str) -> None:
    print(f"the panel {text}", flush=True)


if __name__ == "__main__":
    main()
