"""Send one request, bring back the whole answer or a typed error."""

import json
import re
from collections.abc import Mapping
from typing import Any
from urllib.parse import urlencode

from urllib3 import Timeout
from urllib3.exceptions import DecodeError, HTTPError, NewConnectionError
from urllib3.exceptions import TimeoutError as TimedOut
from urllib3.util import make_headers, parse_url

from bitrix.answer import Answer
from bitrix.config import BitrixConfig
from bitrix.errors import BitrixError, DeadlineSpent, NotJson, TooLarge, Unreachable
from bitrix.errors import Timeout as TookTooLong
from bitrix.exchange import Exchange, exchange, pool

USER_AGENT = "cvety"
LONGEST_REQUEST_ID = 128
Headers = dict[str, Any]


class Transport:
    """One pool of connections to the site; safe to share between threads.

    It knows neither proxies nor a .netrc of the machine, which might stand in for our token, nor cookies: PHP
    serialises calls that share a session.
    """

    def __init__(self, config: BitrixConfig) -> None:
        self._config = config
        self._pool = pool(config.api_url, config.pool_size)
        self._root = parse_url(config.api_url).request_uri
        self._headers = _headers(config)

    def send(
        self,
        method: str,
        path: str,
        *,
        token: str,
        deadline: float,
        params: dict[str, Any] | None = None,
        document: dict[str, Any] | None = None,
        request_id: str | None = None,
    ) -> Answer:
        """`path` is below /api/v2, `params` without those that are None, `document` is sent as JSON, `deadline` an
        instant of time.monotonic().

        Raises DeadlineSpent, Timeout, Unreachable, TooLarge or NotJson (an unreadable encoding).
        """
        headers, body = {**self._headers, "Authorization": f"Bearer {token}"}, None
        if request_id:
            headers["X-Request-ID"] = re.sub(r"[^\x21-\x7e]", "", request_id)[:LONGEST_REQUEST_ID]
        if document is not None:
            headers["Content-Type"], body = "application/json", json.dumps(document, allow_nan=False).encode()
        with exchange(deadline, self._config.read_timeout) as own:
            if own.left() <= 0:
                raise DeadlineSpent("no time was left for the call")
            try:
                return self._exchange(own, method, self._target(path, params), body, headers)
            except (HTTPError, OSError) as error:
                raise _verdict(error, own, write=method != "GET") from error

    def close(self) -> None:
        self._pool.close()

    def _target(self, path: str, params: Mapping[str, Any] | None) -> str:
        given = {name: value for name, value in (params or {}).items() if value is not None}
        return f"{self._root}{path}?{urlencode(given)}" if given else self._root + path

    def _exchange(self, own: Exchange, method: str, target: str, body: bytes | None, headers: Headers) -> Answer:
        connect = min(self._config.connect_timeout, own.left())
        response = self._pool.urlopen(
            method,
            target,
            body,
            headers,
            retries=False,
            redirect=False,
            timeout=Timeout(connect=connect, read=own.patience()),
            preload_content=False,
        )
        with response:
            read = response.read(self._config.max_body + 1, decode_content=True)
            if len(read) > self._config.max_body:
                raise TooLarge(
                    f"the answer is longer than {self._config.max_body} bytes",
                    status=response.status,
                    in_doubt=method != "GET",
                )
            return Answer(response.status, response.headers, read)


def _headers(config: BitrixConfig) -> Headers:
    """Of every request."""
    city = {"X-City": config.city.encode()} if config.city else {}  # a city may be written in Cyrillic
    return {"User-Agent": USER_AGENT, "Accept": "application/json", **make_headers(accept_encoding=True), **city}


def _verdict(error: Exception, own: Exchange, *, write: bool) -> BitrixError:
    """Our error for one of urllib3 or of the socket. Their texts are left out: they hold addresses."""
    in_doubt = write and own.sent
    doing = "waiting for the answer" if own.sent else "connecting"
    name = type(error).__name__
    refused = isinstance(error, NewConnectionError)  # which urllib3 has among its time-outs
    if isinstance(error, TimeoutError | TimedOut) and not refused:
        hasty = own.hasty and own.left() <= 0
        return TookTooLong(f"timed out while {doing}", in_doubt=in_doubt, hasty=hasty)
    if isinstance(error, DecodeError):
        return NotJson(f"the answer cannot be decoded: {name}", in_doubt=in_doubt)
    return Unreachable(f"{name} while {doing}", sent=own.sent, in_doubt=in_doubt)
