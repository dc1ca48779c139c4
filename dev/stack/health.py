"""Whether the product says it is well."""

import http.client
import json
import urllib.error
import urllib.request

TIMEOUT_S = 3


def healthy(web: str) -> bool:
    """`web` is a base URL without a trailing slash."""
    try:
        with urllib.request.urlopen(f"{web}/health", timeout=TIMEOUT_S) as response:
            return bool(json.load(response)["status"] == "healthy")
    except (OSError, http.client.HTTPException, ValueError, KeyError):
        return False
