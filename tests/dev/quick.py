"""A bench in small, in a process of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

from dev.reaper import ROOT


def quick(module: str, kept: str, directory: Path) -> dict[str, Any]:
    """The figures it prints, which must be those it keeps in `.dev/` of this directory."""
    command = [sys.executable, "-m", module, "--quick", "--json"]
    env = {**os.environ, "PYTHONPATH": str(ROOT)}
    done = subprocess.run(command, cwd=directory, env=env, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    figures: dict[str, Any] = json.loads(done.stdout)
    assert json.loads((directory / ".dev" / kept).read_text()) == figures
    return figures
