"""The API asked for anything at all, in short; `make fuzz` does it at length."""

import os
from collections.abc import Iterator
from pathlib import Path
from unittest.mock import patch

import pytest
from flask import jsonify

import settings
from dev.fuzz.asking import Effort, ask
from dev.fuzz.serving import served
from dev.fuzz.visitors import NOBODY, ROLES, SUPERADMIN, THEIRS, let_in, token_of
from tests.bound import bound
from web import create_app
from web.rights import Right

# Each asks what nobody below may: so every operation is asked once by somebody who may.
OWN = {
    NOBODY: (Right.PUBLIC, Right.WEBHOOK),
    "courier": (Right.USER, Right.COURIER),
    "florist": (Right.STAFF,),
    "manager": (Right.MANAGER,),
    "director": (Right.DIRECTOR,),
    SUPERADMIN: (Right.SUPERADMIN,),
}


@pytest.fixture(scope="module")
def url(database_url: str, redis_url: str, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """An app whose database may be emptied at any time."""
    media: Path = tmp_path_factory.mktemp("media")
    given = {"JWT_SECRET": "s" * 32, "WEBHOOK_SECRET": "s" * 32, "RATE_LIMITS": "off", "MEDIA_DIR": str(media)}
    with patch.dict(os.environ, given), bound(database_url, redis_url), served(create_app()) as url:
        yield url


@pytest.mark.parametrize("who", ROLES)
def test_nothing_fails_surprises_or_tells_of_another_shop(clean: None, url: str, who: str) -> None:
    assert found_as(who, url, examples=3) == []


@pytest.mark.long
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("who", ROLES)
def test_the_same_at_full_length(clean: None, url: str, who: str) -> None:
    assert found_as(who, url, examples=20) == []


def found_as(who: str, url: str, examples: int) -> list[str]:
    effort = Effort(seed=4, examples=examples, phases=("fuzzing",), rights=OWN[who])
    token = token_of(let_in(who), settings.current())
    return [str(finding) for finding in ask(url, who, token, effort)]


def test_it_finds_what_fails_and_what_tells_of_another_shop(clean: None, url: str) -> None:
    app = create_app()
    app.view_functions["sync.list_events"] = lambda: 1 / 0
    app.view_functions["audit.list_entries"] = lambda: jsonify(items=[{"product_id": THEIRS}], total=1, next=None)
    effort = Effort(seed=1, examples=1, phases=("fuzzing",), rights=(Right.MANAGER, Right.DIRECTOR))
    token = token_of(let_in("director"), settings.current())
    with served(app) as broken:
        found = {(finding.operation, finding.what) for finding in ask(broken, "director", token, effort)}
    assert ("GET /api/v1/sync/events", "Server error") in found
    assert ("GET /api/v1/audit", "a row of another shop") in found
    assert ("GET /api/v1/audit", "Response violates schema") in found
