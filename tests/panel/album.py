"""The pictures of docs/panel/: taken when asked for, in few colours, so that the repository stays small."""

import os
from io import BytesIO
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page

from dev.reaper import ROOT

ASKED = "CVETY_PANEL_PICTURES"
FOLDER = ROOT / "docs" / "panel"
COLORS, MOST_BYTES = 256, 120_000
DRAWN = """() => [...document.images].every(image =>
    image.getBoundingClientRect().top > innerHeight || (image.complete && image.naturalWidth))"""


def keep(page: Page, name: str) -> None:
    """What the window shows now, as docs/panel/NAME.png, if pictures are asked for."""
    if os.environ.get(ASKED) == "1":
        page.wait_for_load_state("networkidle")
        page.wait_for_function(DRAWN)
        FOLDER.mkdir(exist_ok=True)
        _save(page.screenshot(animations="disabled", caret="hide"), FOLDER / f"{name}.png")


def _save(png: bytes, file: Path) -> None:
    picture = Image.open(BytesIO(png)).convert("RGB").quantize(COLORS, kmeans=2, dither=Image.Dither.NONE)
    picture.save(file, optimize=True)
    assert file.stat().st_size <= MOST_BYTES, f"{file.name} has {file.stat().st_size} bytes"
