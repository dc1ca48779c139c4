"""One role asks all operations, with every phase and every check of schemathesis."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import schemathesis
from flask import Flask
from schemathesis.config import SchemathesisConfig
from schemathesis.engine import Status, from_schema
from schemathesis.engine.events import FatalError, NonFatalError, ScenarioFinished

from dev.fuzz.visitors import MARK, OURS, SUPERADMIN, THEIRS
from web.openapi import SPEC
from web.rights import Right

# What is meant to be seen of every open shop, and by whoever has the number of an order.
MEANT = ("/api/v1/shops", "/api/v1/reviews/platform", "/api/v1/orders/by-tracking/")


@dataclass(frozen=True)
class Finding:
    who: str
    operation: str
    what: str
    how: str  # a curl command, and what was said


def ask(
    app: Flask, who: str, token: str | None, *, seed: int, examples: int, seconds: int, phases: tuple[str, ...]
) -> Iterator[Finding]:
    """What was found wrong; each only once."""
    schema = schemathesis.openapi.from_wsgi(SPEC, app, config=_config(token, seed, examples, seconds, phases))
    seen: set[tuple[str, str]] = set()
    for event in from_schema(schema).execute():
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
                yield Finding(who, operation, failure.title, f"{check.failure_info.code_sample}\n{failure.message}")


def _leaked(event: ScenarioFinished, who: str) -> Iterator[Finding]:
    for case_id, interaction in event.recorder.interactions.items():
        case = event.recorder.cases[case_id].value
        told = interaction.response is not None and MARK in (interaction.response.text or "")
        if told and not _is_meant(case):
            yield Finding(who, case.operation.label, "a row of another shop", case.as_curl_command())


def _is_meant(case: Any) -> bool:
    """A customer may look into the window of any shop, by its id."""
    is_public = case.operation.definition.raw["x-right"] == Right.PUBLIC
    named = str((case.query or {}).get("shop_id")) == str(THEIRS)
    return case.operation.path.startswith(MEANT) or (is_public and named)


def _config(
    token: str | None, seed: int, examples: int, seconds: int, phases: tuple[str, ...]
) -> SchemathesisConfig:
    """Half of the ids asked for are there, in our shop or in the other."""
    return SchemathesisConfig.from_dict(
        {
            "seed": seed,
            "max-time": seconds,
            "continue-on-failure": True,
            "headers": {"Authorization": f"Bearer {token}"} if token else {},
            "dictionaries": {"ids": {"values": [OURS, THEIRS]}},
            "generation": {
                "mode": "all",
                "max-examples": examples,
                "database": "none",
                "dictionaries": {"integer": {"dictionary": "ids", "probability": 0.5}},
            },
            "phases": {
                name: {"enabled": name in phases} for name in ("examples", "coverage", "fuzzing", "stateful")
            },
        }
    )
