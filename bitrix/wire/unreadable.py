"""A value of the wire that cannot be read is refused with a reason, never guessed."""

import json
from typing import Any

LONGEST_SHOWN = 80


class Unreadable(ValueError):
    """`value` as it came, `why` as the end of the sentence `"<value>" <why>`."""

    def __init__(self, value: Any, why: str) -> None:
        self.value = value
        self.why = why
        super().__init__(f"{shown(value)} {why}")


def shown(value: Any) -> str:
    """`value` as JSON would write it, cut to a readable length; a mark for what is nested too deeply for that."""
    try:
        text = json.dumps(value, ensure_ascii=False, default=str)
    except RecursionError:
        return "[…]"
    return text if len(text) <= LONGEST_SHOWN else text[: LONGEST_SHOWN - 1] + "…"
