"""What Node does for the panel."""

import json
import os
import re
import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

OLDEST = (20, 19)  # of Vite
QUIET = {"npm_config_update_notifier": "false", "npm_config_loglevel": "error", "NO_COLOR": "1"}


class Failed(RuntimeError):
    """A command of the build did not work; it has said why itself."""


def missing() -> str | None:
    """What of Node is not on this machine."""
    wanted = f"Node {'.'.join(map(str, OLDEST))} or newer with npm"
    if not (shutil.which("node") and shutil.which("npm")):
        return f"{wanted} is not here"
    said = subprocess.run(["node", "--version"], capture_output=True, text=True, check=False).stdout.strip()
    version = re.match(r"v(\d+)\.(\d+)", said)
    if version is None or tuple(map(int, version.groups())) < OLDEST:
        return f"{wanted} is needed, this is {said or 'broken'}"
    return None


def build(admin: Path, folder: Path, say: Callable[[str], None]) -> None:
    """The panel of `admin` into this folder, which is emptied first. Raises Failed."""
    if not installed(admin):
        say("needs its packages: npm ci")
        _run(admin, "npm", "ci", "--prefer-offline")
    say("is being built")
    _run(
        admin,
        "npm",
        "run",
        "--silent",
        "build",
        "--",
        "--outDir",
        str(folder),
        "--emptyOutDir",
        "--logLevel",
        "warn",
    )


def installed(admin: Path) -> bool:
    """Whether node_modules holds what the lock pins, whoever put it there."""
    try:
        there = _packages(admin / "node_modules" / ".package-lock.json")
    except FileNotFoundError:
        return False
    pinned = _packages(admin / "package-lock.json")
    pinned.pop("", None)  # the project itself
    needed = {name: one.get("version") for name, one in pinned.items() if not one.get("optional")}
    return there.keys() <= pinned.keys() and all(
        there.get(name, {}).get("version") == version for name, version in needed.items()
    )


def _packages(lock: Path) -> dict[str, dict[str, Any]]:
    packages: dict[str, dict[str, Any]] = json.loads(lock.read_text())["packages"]
    return packages


def _run(admin: Path, *command: str) -> None:
    if code := subprocess.run(command, cwd=admin, env={**os.environ, **QUIET}, check=False).returncode:
        raise Failed(f"`{' '.join(command[:4])}` ended with code {code}")
