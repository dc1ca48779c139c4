"""One role asks all operations, with the phases and checks of schemathesis, and nothing may be amiss."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import schemathesis
from schemathesis.config import SchemathesisConfig
from schemathesis.engine import Status, from_schema
from schemathesis.engine.events import FatalError, NonFatalError, ScenarioFinished

from dev.fuzz.visitors import OURS, SUPERADMIN, THEIRS
from web.openapi import SPEC
from web.rights import Right

PHASES = ("examples", "coverage", "fuzzing", "stateful")
# What is meant to be seen of every open shop, and by whoever has the number of an order.
MEANT = ("/api/v1/shops", "/api/v1/reviews/platform", "/api/v1/orders/by-tracking/")
# A schema cannot say all: that a cursor is one of ours, that a phone is of the country, that there is stock.
TAKEN = ["2xx", "400", "401", "403", "404", "409", "415", "422", "429"]
REFUSED = ["400", "401", "403", "404", "405", "409", "413", "415", "422", "429"]
# What became of an item that was taken off the list stays to be read.
MEANT_TO_BE = {("GET /api/v1/warehouse/{item_id}/operations", "Deleted resource still available")}
ID_OF_THEIRS = re.compile(rf'"(?!bitrix)(\w+_)?id": ?{THEIRS}\b')


@dataclass(frozen=True)
class Finding:
    who: str
    operation: str
    what: str
    how: str  # a curl command, and what was said

    def __str__(self) -> str:
        return f"{self.who}, {self.operation}: {self.what}\n{self.how}\n"


@dataclass(frozen=True)
class Effort:
    seed: int
    examples: int  # of each operation, more if there is time
    seconds: int | None = None
    phases: tuple[str, ...] = PHASES
    rights: tuple[Right, ...] = tuple(Right)  # only operations for which one of these is needed


def ask(url: str, who: str, token: str | None, effort: Effort) -> Iterator[Finding]:
    """What was found wrong in the app at that address; the same of one operation only once."""
    schema = schemathesis.openapi.from_url(f"{url}{SPEC}", config=_config(token, effort))
    chosen = schema.include(lambda context: context.operation.definition.raw["x-right"] in effort.rights)
    seen: set[tuple[str, str]] = set()
    for event in from_schema(chosen).execute():
        for finding in _found(event, who):
            if (finding.operation, finding.what) not in seen:
                seen.add((finding.operation, finding.what))
                yield finding


def _found(event: Any, who: str) -> Iterator[Finding]:
    if isinstance(event, NonFatalError):
        yield Finding(who, event.label, type(event.value).__name__, str(event.value))
    elif isinstance(event, FatalError):
        raise RuntimeError("schemathesis gave up") from event.exception
    elif isinstance(event, ScenarioFinished):
        yield from _failed(event, who)
        if who != SUPERADMIN:
            yield from _leaked(event, who)


def _failed(event: ScenarioFinished, who: str) -> Iterator[Finding]:
    for case_id, checks in event.recorder.checks.items():
        operation = event.recorder.cases[case_id].value.operation.label
        for check in checks:
            if check.status is Status.FAILURE and check.failure_info:
                failure = check.failure_info.failure
                if (operation, failure.title) not in MEANT_TO_BE:
                    yield Finding(
                        who, operation, failure.title, f"{check.failure_info.code_sample}\n{failure.message}"
                    )


def _leaked(event: ScenarioFinished, who: str) -> Iterator[Finding]:
    """Nobody can give a row an id, so an answer with one of theirs tells of a row of theirs."""
    for case_id, interaction in event.recorder.interactions.items():
        case, answer = event.recorder.cases[case_id].value, interaction.response
        if answer and answer.status_code < 300 and not _is_meant(case) and ID_OF_THEIRS.search(answer.text):
            yield Finding(who, case.operation.label, "a row of another shop", case.as_curl_command())


def _is_meant(case: Any) -> bool:
    """A customer may look into the window of any shop, by its id."""
    is_public = case.operation.definition.raw["x-right"] == Right.PUBLIC
    named = str(THEIRS) in str((case.query or {}).get("shop_id"))
    return case.operation.path.startswith(MEANT) or (is_public and named)


def _config(token: str | None, effort: Effort) -> SchemathesisConfig:
    """Half of the ids asked for are there, in our shop or in the other."""
    return SchemathesisConfig.from_dict(
        {
            "seed": effort.seed,
            **({"max-time": effort.seconds} if effort.seconds else {}),
            "continue-on-failure": True,
            "headers": {"Authorization": f"Bearer {token}"} if token else {},
            "dictionaries": {"ids": {"values": [OURS, THEIRS]}},
            "generation": {
                "max-examples": effort.examples,
                "database": "none",
                "dictionaries": {"integer": {"dictionary": "ids", "probability": 0.5}},
            },
            "checks": {
                "positive_data_acceptance": {"expected-statuses": TAKEN},
                "negative_data_rejection": {"expected-statuses": REFUSED},
                # It takes the `ids` a run is asked for as the id of the run, and finds none of that id.
                "ensure_resource_availability": {"enabled": False},
            },
            "phases": {name: {"enabled": name in effort.phases} for name in PHASES},
        }
    )
