"""A florist at the site's own admin panel: the synchronous client of `/_sim/`."""

import json
import time
from collections.abc import Callable, Iterator
from typing import Any

import requests

TIMEOUT_S = 120  # seeding a million rows takes a while
POLL_S = 0.02


class Florist:
    """Each call raises `requests.HTTPError` for an answer that is no success."""

    def __init__(self, url: str) -> None:
        self.url = url.rstrip("/")
        self._session = requests.Session()

    def seed(self, orders: int = 0, products: int = 0, seed: int = 42, at_work: bool = False) -> None:
        """Replace all rows; ids ascend from 100001 (orders) and 600001 (products).

        `at_work`: what is under way is to be delivered around today, as in a shop that is open.
        """
        self._call("POST", "seed", {"orders": orders, "products": products, "seed": seed, "at_work": at_work})

    def reset(self) -> None:
        """Empty the site and put back its behaviour; addresses and secrets stay."""
        self._call("POST", "reset")

    def config(self, **options: Any) -> dict[str, Any]:
        """Change options, if any are given; returns all."""
        return self._call("POST", "config", options)

    # Orders and products

    def create_order(self, silent: bool = False, **fields: Any) -> dict[str, Any]:
        return self._call("POST", "orders", {"silent": silent, **fields})

    def change_order(self, order_id: int, silent: bool = False, **fields: Any) -> dict[str, Any]:
        """`status` is the site's code; other fields by the API's name or in snake case."""
        return self._call("POST", f"orders/{order_id}", {"silent": silent, **fields})

    def delete_order(self, order_id: int) -> None:
        self._call("DELETE", f"orders/{order_id}")

    def order(self, order_id: int) -> dict[str, Any]:
        """`{"id", "status", "version", "data": the detail}`."""
        return self._call("GET", f"orders/{order_id}")

    def create_product(self, silent: bool = False, **fields: Any) -> dict[str, Any]:
        return self._call("POST", "products", {"silent": silent, **fields})

    def change_product(self, product_id: int, silent: bool = False, **fields: Any) -> dict[str, Any]:
        """Values are stored raw; `missing=["video"]` leaves a key out of the answers."""
        return self._call("POST", f"products/{product_id}", {"silent": silent, **fields})

    def delete_product(self, product_id: int) -> None:
        self._call("DELETE", f"products/{product_id}")

    def product(self, product_id: int) -> dict[str, Any]:
        """`{"id", "version", "description", "data": the detail}`."""
        return self._call("GET", f"products/{product_id}")

    def bulk(self, changes: list[dict[str, Any]], silent: bool = False) -> None:
        """`{"order"|"product": id, ...fields}` each, or with `"create": True` or `"delete": True`."""
        self._call("POST", "bulk", {"changes": changes, "silent": silent})

    # Seeing

    def state(self) -> dict[str, Any]:
        """Counts of rows, webhooks and calls; `open`: calls that have no answer yet."""
        return self._call("GET", "state")

    def rows(self, kind: str, full: bool = False, page: int = 10_000, **query: Any) -> Iterator[dict[str, Any]]:
        """All `orders` or `products`, ascending ids; `since` (epoch seconds): only those changed after it."""
        after = 0
        while True:
            params = {"after": after, "limit": page, "full": int(full), **query}
            answer = self._session.get(f"{self.url}/_sim/state/{kind}", params=params, timeout=TIMEOUT_S)
            answer.raise_for_status()
            lines = answer.content.splitlines()
            yield from map(json.loads, lines)
            if len(lines) < page:
                return
            after = json.loads(lines[-1])["id"]

    def log(self, route: str = "*", limit: int = 1000) -> list[dict[str, Any]]:
        """The last calls received, oldest first; `route` is a pattern such as `PUT *`."""
        return self._call("GET", "log", params={"route": route, "limit": limit})["calls"]

    def calls(self) -> dict[str, dict[str, int]]:
        """Counts per route: `all`, per status answered, per kind of fault."""
        return self._call("GET", "log", params={"limit": 1})["counts"]

    def webhooks(self, limit: int = 1000, **query: Any) -> list[dict[str, Any]]:
        """The last events with the backend's answers, oldest first; narrowed by `entity`, `route`."""
        return self._call("GET", "webhooks", params={"limit": limit, **query})["events"]

    def webhook_counts(self) -> dict[str, int]:
        """`fired`, `ok`, `failed`, `no_backend` and the kinds of faults."""
        return self._call("GET", "webhooks", params={"limit": 1})["counts"]

    def settle(self, timeout_s: float = 30) -> None:
        """Wait until every webhook is answered; raises TimeoutError."""
        _poll(lambda: not self.state()["webhooks"]["pending"], timeout_s, "Webhooks are still pending")

    def wait_for_calls(self, count: int, timeout_s: float = 30) -> None:
        """Wait until that many calls have come and have no answer yet; raises TimeoutError."""
        _poll(lambda: self.state()["open"] >= count, timeout_s, f"Fewer than {count} calls are open")

    def clear_log(self) -> None:
        self._call("POST", "clear-log")

    # Faults

    def fault(self, kind: str, route: str | None = None, **params: Any) -> int:
        """Switch a fault on (`percent`, `count`, `seed` and its own parameters); returns its id."""
        return self._call("POST", "faults", {"kind": kind, "route": route, **params})["id"]

    def faults(self) -> list[dict[str, Any]]:
        return self._call("GET", "faults")["faults"]

    def clear_faults(self, fault_id: int | None = None) -> None:
        """One, or all; what they hold up goes on at once."""
        self._call("DELETE", "faults" if fault_id is None else f"faults/{fault_id}")

    def _call(self, method: str, path: str, body: Any = None, params: dict[str, Any] | None = None) -> Any:
        url = f"{self.url}/_sim/{path}"
        answer = self._session.request(method, url, json=body, params=params, timeout=TIMEOUT_S)
        if not answer.ok:
            raise requests.HTTPError(f"{answer.status_code}: {answer.text}", response=answer)
        return answer.json()


def _poll(holds: Callable[[], bool], timeout_s: float, otherwise: str) -> None:
    deadline = time.monotonic() + timeout_s
    while not holds():
        if time.monotonic() > deadline:
            raise TimeoutError(otherwise)
        time.sleep(POLL_S)
