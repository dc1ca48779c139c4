"""Make `.venv` hold exactly what the requirements files pin. Needs Python 3.11 and nothing else.

A second run finds the stamp of the first and costs nothing. Several at once take turns.
"""

import fcntl
import hashlib
import os
import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
REQUIREMENTS = ("requirements.txt", "requirements-dev.txt")
UV = "uv==0.13.9"
TOOL = ROOT / ".venv-tool"
VENV = ROOT / ".venv"
STAMP = VENV / "requirements.sha256"


def main() -> None:
    if sys.version_info < (3, 11):  # noqa: UP036 - run by whatever `python3` happens to be
        sys.exit(f"Python 3.11 or newer is needed, this is {sys.version.split()[0]}: make PYTHON=python3.x ...")
    wanted = _fingerprint()
    if _installed(wanted):
        return
    (ROOT / ".dev").mkdir(exist_ok=True)
    with (ROOT / ".dev" / "bootstrap.lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not _installed(wanted):  # or somebody else did it while we waited
            _install()
            STAMP.write_text(wanted)


def _fingerprint() -> str:
    digest = hashlib.sha256(f"{UV} {sys.version} {ROOT}".encode())
    for name in REQUIREMENTS:
        digest.update((ROOT / name).read_bytes())
    return digest.hexdigest()


def _installed(wanted: str) -> bool:
    return STAMP.exists() and STAMP.read_text() == wanted


def _install() -> None:
    print("Installing the requirements into .venv ...", flush=True)
    uv = _uv()
    # The interpreter is the one that runs this; uv shall not go and fetch another.
    env = {**os.environ, "UV_PYTHON_DOWNLOADS": "never", "VIRTUAL_ENV": str(VENV)}
    _run(uv, "venv", "--quiet", "--allow-existing", "--python", sys.executable, str(VENV), env=env)
    _run(uv, "pip", "sync", "--quiet", "--require-hashes", *REQUIREMENTS, env=env)


def _uv() -> str:
    """Path of uv, in a virtual environment of its own: the system's Python may refuse installations."""
    python = TOOL / "bin" / "python"
    marker = TOOL / "tools.txt"
    if not marker.exists() or marker.read_text() != UV:
        try:
            venv.create(TOOL, with_pip=True, clear=True)
        except subprocess.CalledProcessError:
            sys.exit(
                "This Python cannot make virtual environments: it lacks the module ensurepip.\n"
                "On Debian and Ubuntu install the package python3-venv, then try again."
            )
        _run(str(python), "-m", "pip", "install", "--quiet", "--disable-pip-version-check", UV)
        marker.write_text(UV)
    return str(TOOL / "bin" / "uv")


def _run(*command: str, env: dict[str, str] | None = None) -> None:
    done = subprocess.run(command, cwd=ROOT, env=env, check=False)
    if done.returncode:
        sys.exit(f"This ended with code {done.returncode}: {' '.join(command)}")


if __name__ == "__main__":
    main()
