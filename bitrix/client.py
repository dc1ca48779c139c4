"""Every call the house makes to the site, one method each."""

import time
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, TypeVar

from bitrix.answer import require_done, understand
from bitrix.breaker import Breaker
from bitrix.config import BitrixConfig
from bitrix.errors import Malformed
from bitrix.guard import Guard, Observe
from bitrix.limit import Limiter
from bitrix.page import ListedRow, Page, parse_page
from bitrix.transport import Transport
from bitrix.wire.creation import Created, CreateOrder, parse_created
from bitrix.wire.order import SiteOrder, parse_order, parse_order_id
from bitrix.wire.product import SiteProduct, parse_product, parse_product_id, product_payload
from bitrix.wire.unreadable import Unreadable

T = TypeVar("T")
Document = dict[str, Any]
LARGEST_PAGE = 100


class Bitrix:
    """The site. Safe to share between threads; make one per process, after the fork.

    Every call takes `request_id` (sent as X-Request-ID) and `deadline`, an instant of time.monotonic() by which
    it is over: waiting for a turn, connecting and reading together. Every call raises a BitrixError or succeeds.
    `observe(route, outcome, seconds)` is told of each; outcomes are those of the errors, and `ok`.
    """

    def __init__(
        self,
        config: BitrixConfig,
        limiter: Limiter | None = None,
        breaker: Breaker | None = None,
        observe: Observe | None = None,
    ) -> None:
        self._config = config
        self._transport = Transport(config)
        self._guard = Guard(limiter, breaker, observe)

    def product(self, id: int, *, request_id: str | None = None, deadline: float | None = None) -> SiteProduct:
        """Raises NotFound for a product the site does not have."""
        return self._read(
            "product",
            "/products/detail",
            {"id": id},
            lambda document: self._parse_product(_data(document)),
            request_id,
            deadline,
        )

    def products(
        self,
        type: str | None = None,
        available: bool | None = None,
        limit: int = LARGEST_PAGE,
        offset: int = 0,
        *,
        request_id: str | None = None,
        deadline: float | None = None,
    ) -> Page[SiteProduct]:
        """A page of `vitrina` or `catalog` products; with `available` None the site lists the active ones."""
        return self._products(self._parse_product, type, available, limit, offset, request_id, deadline)

    def product_rows(
        self, type: str, available: bool, limit: int, offset: int, *, deadline: float | None = None
    ) -> Page[ListedRow]:
        """The same, but of each row only its id is read."""
        return self._products(_product_row, type, available, limit, offset, None, deadline)

    def order(self, id: int, *, request_id: str | None = None, deadline: float | None = None) -> SiteOrder:
        """Raises NotFound for an order the site does not have."""
        return self._read(
            "order",
            "/orders/detail/",
            {"id": id},
            lambda document: self._parse_order(_data(document)),
            request_id,
            deadline,
        )

    def orders(
        self,
        status_key: str | None = None,
        limit: int = LARGEST_PAGE,
        offset: int = 0,
        *,
        request_id: str | None = None,
        deadline: float | None = None,
    ) -> Page[SiteOrder]:
        """A page of orders of one status; with `status_key` None the site lists N, AP, CO and DE only."""
        return self._orders(self._parse_order, status_key, limit, offset, request_id, deadline)

    def order_rows(
        self, status_key: str, limit: int, offset: int, *, deadline: float | None = None
    ) -> Page[ListedRow]:
        """The same, but of each row only its id is read."""
        return self._orders(_order_row, status_key, limit, offset, None, deadline)

    def update_product(
        self,
        id: int,
        changes: Mapping[str, Any],
        *,
        request_id: str | None = None,
        deadline: float | None = None,
    ) -> None:
        """Send only `changes` (our names, our values: see product_payload)."""
        path, body = product_payload(self._config.dialect, id, changes)
        send = partial(
            self._transport.send,
            "PUT",
            path,
            token=self._config.railway_token,
            document=body,
            request_id=request_id,
        )
        self._call("update_product", send, require_done, deadline, write=True)

    def create_order(
        self, order: CreateOrder, *, request_id: str | None = None, deadline: float | None = None
    ) -> Created:
        """Make the order there; the same `railway_order_id` again answers with the first one's id."""
        send = partial(
            self._transport.send,
            "POST",
            "/orders/create/",
            token=self._config.token,
            document=order.payload(),
            request_id=request_id,
        )
        return self._call("create_order", send, _created, deadline, write=True)

    def close(self) -> None:
        self._transport.close()

    def _products(
        self,
        parse_row: Callable[[Mapping[str, Any]], T],
        type: str | None,
        available: bool | None,
        limit: int,
        offset: int,
        request_id: str | None,
        deadline: float | None,
    ) -> Page[T]:
        params = {
            "type": type,
            "isAvailable": None if available is None else str(available).lower(),
            "limit": _page_size(limit),
            "offset": offset,
        }
        parse = partial(parse_page, parse_row=parse_row, limit=limit, offset=offset)
        return self._read("products", "/products/", params, parse, request_id, deadline)

    def _orders(
        self,
        parse_row: Callable[[Mapping[str, Any]], T],
        status_key: str | None,
        limit: int,
        offset: int,
        request_id: str | None,
        deadline: float | None,
    ) -> Page[T]:
        params = {"status": status_key, "limit": _page_size(limit), "offset": offset}
        parse = partial(parse_page, parse_row=parse_row, limit=limit, offset=offset)
        return self._read("orders", "/orders/", params, parse, request_id, deadline)

    def _parse_product(self, data: Mapping[str, Any]) -> SiteProduct:
        return parse_product(data, self._config.base_url)

    def _parse_order(self, data: Mapping[str, Any]) -> SiteOrder:
        return parse_order(data, self._config.statuses)

    def _read(
        self,
        route: str,
        path: str,
        params: dict[str, Any],
        parse: Callable[[Document], T],
        request_id: str | None,
        deadline: float | None,
    ) -> T:
        send = partial(
            self._transport.send,
            "GET",
            path,
            token=self._config.token,
            params=params,
            request_id=request_id,
        )
        return self._call(route, send, parse, deadline, write=False)

    def _call(
        self,
        route: str,
        send: Callable[..., Any],
        parse: Callable[[Document], T],
        deadline: float | None,
        *,
        write: bool,
    ) -> T:
        latest = time.monotonic() + self._config.call_timeout
        until = latest if deadline is None else min(deadline, latest)

        def work() -> T:
            document = understand(send(deadline=until), write=write)
            try:
                return parse(document)
            except Unreadable as error:
                raise Malformed(f"the answer: {error}", status=200, in_doubt=write) from error

        return self._guard.run(route, until, work)


def _product_row(data: Mapping[str, Any]) -> ListedRow:
    return ListedRow(parse_product_id(data), data)


def _order_row(data: Mapping[str, Any]) -> ListedRow:
    return ListedRow(parse_order_id(data), data)


def _data(document: Document) -> Mapping[str, Any]:
    data = document.get("data")
    if not isinstance(data, Mapping):
        raise Unreadable(data, "is not a row")
    return data


def _created(document: Document) -> Created:
    require_done(document)
    return parse_created(document)


def _page_size(limit: int) -> int:
    if not 1 <= limit <= LARGEST_PAGE:
        raise ValueError(f"a page has 1 to {LARGEST_PAGE} rows, not {limit}")
    return limit
