"""Put a whole build in the place of the one that is served, under the eyes of those who use it.

A folder cannot be replaced in one step, but it need not be: assets have their content in their names. They come
first, the page that names them after them, and only then those go which neither it nor its predecessor names: a tab
that is open has the former page, and loads its parts as it comes to need them.
"""

import json
import shutil
from pathlib import Path
from typing import Any

ASSETS, PAGE, NOTE = "assets", "index.html", ".build.json"


def published(dist: Path) -> str | None:
    """The fingerprint of the sources of what is served."""
    return _note(dist).get("fingerprint")


def publish(new: Path, dist: Path, fingerprint: str) -> None:
    """Moves the files out of `new`, which is gone afterwards."""
    assets = sorted(file.name for file in (new / ASSETS).iterdir())
    former = _note(dist).get(ASSETS, [])
    (dist / ASSETS).mkdir(parents=True, exist_ok=True)
    names = {file.relative_to(new) for file in new.rglob("*") if file.is_file()}
    for name in sorted(names, key=lambda name: (name == Path(PAGE), name)):  # the page last
        (dist / name).parent.mkdir(parents=True, exist_ok=True)
        (new / name).replace(dist / name)
    note = dist / f"{NOTE}.new"
    note.write_text(json.dumps({"fingerprint": fingerprint, ASSETS: assets}))
    note.replace(dist / NOTE)
    for file in (dist / ASSETS).iterdir():
        if file.name not in {*assets, *former}:
            file.unlink()
    shutil.rmtree(new)


def _note(dist: Path) -> dict[str, Any]:
    try:
        note: dict[str, Any] = json.loads((dist / NOTE).read_text())
    except FileNotFoundError:
        return {}
    return note
