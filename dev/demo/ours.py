"""Our side, as the admin panel uses it."""

from typing import Any

import requests

TIMEOUT_S = 20


class Ours:
    """Signed in. Each call raises `requests.HTTPError` for an answer that is no success."""

    def __init__(self, url: str, phone: str, password: str) -> None:
        self._url = f"{url}/api/v1"
        self._session = requests.Session()
        signed_in = self._call("POST", "/auth/login", {"phone": phone, "password": password})
        self._session.headers["Authorization"] = f"Bearer {signed_in['access_token']}"
        self.shop_id: int = signed_in["user"]["shop_id"]

    def place_order(self, order: dict[str, Any]) -> dict[str, Any]:
        return self._call("POST", "/orders/with-items", order)

    def order(self, order_id: int) -> dict[str, Any]:
        return self._call("GET", f"/orders/{order_id}")

    def status_history(self, order_id: int) -> list[dict[str, Any]]:
        """Every change of its status, oldest first."""
        rows = self._call("GET", f"/orders/{order_id}/history?limit=100")["items"]
        return [row for row in reversed(rows) if row["field"] == "status"]

    def product(self, product_id: int) -> dict[str, Any]:
        return self._call("GET", f"/products/{product_id}")

    def set_price(self, product_id: int, price: int) -> dict[str, Any]:
        """`price` in minor units."""
        return self._call("PUT", f"/products/{product_id}", {"price": price})

    def _call(self, method: str, path: str, body: Any = None) -> Any:
        answer = self._session.request(method, self._url + path, json=body, timeout=TIMEOUT_S)
        if not answer.ok:
            raise requests.HTTPError(f"{method} {path}: {answer.status_code} {answer.text}", response=answer)
        return answer.json()
