"""What the panel is built from, in one word."""

import hashlib
import os
from collections.abc import Iterator
from pathlib import Path

from dev.panel.places import Places


def fingerprint(places: Places) -> str:
    """Another one as soon as a source, the contract or a pinned package is another."""
    digest = hashlib.sha256()
    for file in (places.contract, *_files(places)):
        content = file.read_bytes()
        digest.update(f"{file.relative_to(places.checkout)} {len(content)}\n".encode() + content)
    return digest.hexdigest()


def _files(places: Places) -> Iterator[Path]:
    made = {places.admin / "node_modules", places.dist, places.work}
    generated = places.admin / "src" / "api" / "schema.d.ts"  # of the contract, which counts itself
    for folder, folders, names in os.walk(places.admin):
        here = Path(folder)
        folders[:] = sorted(name for name in folders if here / name not in made)
        yield from (file for name in sorted(names) if (file := here / name) != generated)
