"""Debian's Chromium. Playwright's own builds are not used: none is downloaded, and everybody has the same one."""

import os
import shutil

from playwright.sync_api import Browser, Playwright

NAMES = ("chromium", "chromium-browser", "google-chrome")
REQUIRED = "CVETY_REQUIRE_BROWSER"


def path() -> str | None:
    return next(filter(None, map(shutil.which, NAMES)), None)


def lacking() -> str | None:
    """What of the browser is not on this machine."""
    return None if path() else "there is no Chromium (apt-get install chromium)"


def required() -> bool:
    """Whether a missing browser is a failure."""
    return os.environ.get(REQUIRED) == "1"


def launch(playwright: Playwright) -> Browser:
    root = ["--no-sandbox"] if os.geteuid() == 0 else []  # as root it refuses to start with one
    return playwright.chromium.launch(executable_path=path(), args=root)
