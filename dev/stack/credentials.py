"""Passwords of the development stack: generated once for each checkout, never in the code."""

import json
import secrets
from pathlib import Path

NAMES = ("WEBHOOK_SECRET", "BITRIX_TOKEN", "RAILWAY_API_TOKEN", "JWT_SECRET")


def load(file: Path) -> dict[str, str]:
    """Values by the name of their environment variable; those the file lacks are made and kept there."""
    known = json.loads(file.read_text()) if file.exists() else {}
    made = {name: secrets.token_urlsafe(24) for name in NAMES}
    made["FLOWER_BASIC_AUTH"] = f"flower:{secrets.token_urlsafe(12)}"
    values = made | known
    if values != known:
        file.touch(mode=0o600)
        file.write_text(json.dumps(values, indent=2))
    return values
