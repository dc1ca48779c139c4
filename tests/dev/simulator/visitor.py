"""A caller of the site's API."""

from typing import Any

import requests

TIMEOUT_S = 20


class Visitor:
    def __init__(self, url: str, token: str) -> None:
        self.url = f"{url}/api/v2"
        self._headers = {"Authorization": f"Bearer {token}"}

    def get(self, path: str, headers: dict[str, str] | None = None, **params: Any) -> requests.Response:
        return self.send("GET", path, params=params, headers=headers)

    def page(self, path: str, **params: Any) -> dict[str, Any]:
        """`{"success", "data", "pagination"}` of a list that was answered."""
        answer = self.get(path, **params)
        assert answer.status_code == 200, answer.text
        return answer.json()

    def ids(self, path: str, **params: Any) -> list[int]:
        return [int(row["id"]) for row in self.page(path, **params)["data"]]

    def send(
        self, method: str, path: str, headers: dict[str, str] | None = None, **options: Any
    ) -> requests.Response:
        """One request without following redirects."""
        return requests.request(
            method,
            self.url + path,
            headers=self._headers | (headers or {}),
            timeout=TIMEOUT_S,
            allow_redirects=False,
            **options,
        )
