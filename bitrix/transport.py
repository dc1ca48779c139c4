"""Send one request, bring back the whole answer or a typed error."""

import re
from http.cookiejar import DefaultCookiePolicy
from typing import Any

import requests
import urllib3

from bitrix.answer import Answer
from bitrix.config import BitrixConfig
from bitrix.errors import BitrixError, DeadlineSpent, NotJson, Timeout, TooLarge, Unreachable
from bitrix.exchange import DeadlineAdapter, Exchange, exchange

USER_AGENT = "cvety"
LONGEST_REQUEST_ID = 128


class Transport:
    """One pool of connections to the site; safe to share between threads."""

    def __init__(self, config: BitrixConfig) -> None:
        self._config = config
        self._session = _session(config)

    def send(
        self,
        method: str,
        path: str,
        *,
        token: str,
        deadline: float,
        params: dict[str, Any] | None = None,
        json: dict[str, Any] | None = None,
        request_id: str | None = None,
    ) -> Answer:
        """`path` is below /api/v2, `deadline` an instant of time.monotonic().

        Raises DeadlineSpent, Timeout, Unreachable, TooLarge or NotJson (an unreadable encoding).
        """
        headers = {"Authorization": f"Bearer {token}"}
        if request_id:
            headers["X-Request-ID"] = re.sub(r"[^\x21-\x7e]", "", request_id)[:LONGEST_REQUEST_ID]
        with exchange(deadline, self._config.read_timeout) as own:
            if own.left() <= 0:
                raise DeadlineSpent("no time was left for the call")
            try:
                return self._exchange(own, method, path, params=params, json=json, headers=headers)
            except (requests.RequestException, urllib3.exceptions.HTTPError, OSError) as error:
                raise _verdict(error, own, write=method != "GET") from error

    def close(self) -> None:
        self._session.close()

    def _exchange(self, own: Exchange, method: str, path: str, **request: Any) -> Answer:
        connect = min(self._config.connect_timeout, own.left())
        response = self._session.request(
            method,
            self._config.api_url + path,
            timeout=(connect, own.patience()),
            allow_redirects=False,
            stream=True,
            **request,
        )
        with response:
            body = response.raw.read(self._config.max_body + 1, decode_content=True)
            if len(body) > self._config.max_body:
                raise TooLarge(
                    f"the answer is longer than {self._config.max_body} bytes",
                    status=response.status_code,
                    in_doubt=method != "GET",
                )
            return Answer(response.status_code, response.headers, body)


def _session(config: BitrixConfig) -> requests.Session:
    session = requests.Session()
    session.trust_env = False  # neither a proxy nor a .netrc of the machine may stand in for our token
    session.cookies.set_policy(DefaultCookiePolicy(allowed_domains=[]))  # PHP serialises calls that share a session
    session.headers["User-Agent"] = USER_AGENT
    session.headers["Accept"] = "application/json"
    if config.city:
        session.headers["X-City"] = config.city.encode()  # a city may be written in Cyrillic
    adapter = DeadlineAdapter(pool_maxsize=config.pool_size)
    session.mount("http://", adapter)
    session.mount("https://", adapter)
    return session


def _verdict(error: Exception, own: Exchange, *, write: bool) -> BitrixError:
    """Our error for one of requests, urllib3 or the socket. Their texts are left out: they hold addresses."""
    in_doubt = write and own.sent
    doing = "waiting for the answer" if own.sent else "connecting"
    name = type(error).__name__
    if isinstance(error, requests.Timeout | urllib3.exceptions.TimeoutError | TimeoutError):
        hasty = own.hasty and own.left() <= 0
        return Timeout(f"timed out while {doing}", in_doubt=in_doubt, hasty=hasty)
    if isinstance(error, requests.exceptions.ContentDecodingError | urllib3.exceptions.DecodeError):
        return NotJson(f"the answer cannot be decoded: {name}", in_doubt=in_doubt)
    return Unreachable(f"{name} while {doing}", sent=own.sent, in_doubt=in_doubt)
