"""The committed description is the contract: it is what the app says, and a client generated from it compiles."""

import json
import shutil
import subprocess

import pytest
from flask import Flask
from flask.testing import FlaskClient

from dev.reaper import ROOT

COMMITTED = ROOT / "docs" / "openapi.json"
CLIENT = ROOT / "dev" / "contract"


def test_the_committed_description_is_the_apps(client: FlaskClient) -> None:
    """A change of the API is seen in review. `make openapi` writes the file anew."""
    assert json.loads(COMMITTED.read_text()) == client.get("/api/v1/openapi.json").json


@pytest.mark.skipif(shutil.which("npm") is None, reason="generating a client takes Node")
@pytest.mark.timeout(300)
def test_a_client_generated_from_it_compiles(app: Flask) -> None:
    if not _installed():
        _done("npm", "ci", "--prefer-offline", "--no-audit", "--no-fund")
    _done("npm", "run", "generate")
    _done("npm", "run", "check")


def _installed() -> bool:
    """Whether npm has put there what the lock file says; it writes down what it did."""
    there, wanted = CLIENT / "node_modules" / ".package-lock.json", CLIENT / "package-lock.json"
    return there.exists() and there.stat().st_mtime >= wanted.stat().st_mtime


def _done(*command: str) -> None:
    done = subprocess.run(command, cwd=CLIENT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
