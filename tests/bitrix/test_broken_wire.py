"""Silence, trickles, resets and cut bodies: a typed error within the deadline, and whether to doubt a write."""

import socket
import time
from collections.abc import Callable
from typing import Any

import pytest

from bitrix.client import Bitrix
from bitrix.errors import (
    BitrixError,
    DeadlineSpent,
    Malformed,
    NotFound,
    NotJson,
    Redirected,
    Timeout,
    TooLarge,
    Unavailable,
    Unreachable,
)
from tests.bitrix.conftest import Connect
from tests.bitrix.scripted_site import (
    Script,
    ScriptedSite,
    answer,
    hang_up,
    raw,
    reset,
    silence,
    trickling_body,
    trickling_headers,
    truncated,
)
from tests.bitrix.test_client import ORDER

SHORT_S = 0.15
Call = Callable[[Bitrix], Any]


def read(bitrix: Bitrix) -> Any:
    return bitrix.product(7)


def write(bitrix: Bitrix) -> Any:
    return bitrix.update_product(7, {"enabled": True})


def create(bitrix: Bitrix) -> Any:
    return bitrix.create_order(ORDER)


def failure(call: Call, bitrix: Bitrix) -> BitrixError:
    with pytest.raises(BitrixError) as caught:
        call(bitrix)
    return caught.value


@pytest.mark.parametrize(("call", "in_doubt"), [(read, False), (write, True), (create, True)])
@pytest.mark.parametrize("script", [silence, trickling_headers(), trickling_body()])
def test_an_answer_that_does_not_come_in_time_is_a_timeout(
    site: ScriptedSite, connected: Connect, script: Script, call: Call, in_doubt: bool
) -> None:
    site.says(script)
    error = failure(call, connected(call_timeout=2 * SHORT_S, read_timeout=SHORT_S / 3))
    assert type(error) is Timeout
    assert (error.permanent, error.in_doubt, error.outcome, error.site_down) == (False, in_doubt, "timeout", True)


def test_a_silence_shorter_than_usual_says_nothing_about_the_site(site: ScriptedSite, bitrix: Bitrix) -> None:
    site.says(silence)
    with pytest.raises(Timeout) as caught:
        bitrix.product(7, deadline=time.monotonic() + SHORT_S)
    assert not caught.value.site_down


@pytest.mark.parametrize(("call", "in_doubt"), [(read, False), (write, True), (create, True)])
@pytest.mark.parametrize("script", [reset, hang_up, raw(b"SSH-2.0 not HTTP\r\n\r\n"), truncated(b'{"sta', 100)])
def test_a_connection_that_breaks_after_the_request_puts_a_write_in_doubt(
    site: ScriptedSite, bitrix: Bitrix, script: Script, call: Call, in_doubt: bool
) -> None:
    site.says(script)
    error = failure(call, bitrix)
    assert type(error) is Unreachable
    assert (error.permanent, error.in_doubt, error.outcome, error.site_down) == (False, in_doubt, "reset", True)


@pytest.mark.parametrize("call", [read, write, create])
def test_a_refused_connection_never_puts_a_write_in_doubt(connected: Connect, call: Call) -> None:
    with socket.create_server(("127.0.0.1", 0)) as listener:
        address = f"http://127.0.0.1:{listener.getsockname()[1]}"
    error = failure(call, connected(base_url=address))
    assert type(error) is Unreachable
    assert (error.permanent, error.in_doubt, error.outcome, error.site_down) == (False, False, "refused", True)


def test_a_name_nobody_knows_is_unreachable(connected: Connect) -> None:
    error = failure(write, connected(base_url="http://nobody.invalid", call_timeout=5.0))
    assert isinstance(error, Unreachable | Timeout)
    assert not error.in_doubt


def test_without_time_left_nothing_is_sent(site: ScriptedSite, bitrix: Bitrix) -> None:
    with pytest.raises(DeadlineSpent) as caught:
        bitrix.product(7, deadline=time.monotonic() - 1)
    assert site.requests == []
    assert (caught.value.called, caught.value.permanent, caught.value.site_down) == (False, False, False)


def test_a_connection_is_used_again_after_a_call_with_a_short_deadline(site: ScriptedSite, bitrix: Bitrix) -> None:
    site.says(answer({"status": True}))
    bitrix.update_product(7, {"enabled": True}, deadline=time.monotonic() + 2)
    bitrix.update_product(7, {"enabled": True})
    assert [request.connection for request in site.requests] == [1, 1]


def test_the_call_after_a_broken_one_opens_a_new_connection(site: ScriptedSite, bitrix: Bitrix) -> None:
    site.says(truncated(b"{", 9), answer({"status": True}))
    failure(write, bitrix)
    write(bitrix)
    assert [request.connection for request in site.requests] == [1, 2]


def test_nothing_is_retried_behind_our_back(site: ScriptedSite, bitrix: Bitrix) -> None:
    site.says(answer("down", 503, [("Retry-After", "0")]))
    assert type(failure(read, bitrix)) is Unavailable
    assert len(site.requests) == 1


def test_a_redirect_is_not_followed(site: ScriptedSite, bitrix: Bitrix) -> None:
    site.says(answer("", 301, [("Location", f"{site.url}/elsewhere/")]))
    error = failure(write, bitrix)
    assert isinstance(error, Redirected)
    assert "/elsewhere/" in str(error)
    assert len(site.requests) == 1


@pytest.mark.parametrize(("call", "in_doubt"), [(read, False), (write, True)])
def test_a_body_beyond_the_bound_is_not_held(
    site: ScriptedSite, connected: Connect, call: Call, in_doubt: bool
) -> None:
    site.says(answer(b" " * 2000))
    error = failure(call, connected(max_body=1000))
    assert (type(error), error.in_doubt) == (TooLarge, in_doubt)


def test_a_body_with_an_encoding_that_is_not_its_own_is_not_understood(site: ScriptedSite, bitrix: Bitrix) -> None:
    site.says(answer({"status": True}, headers=[("Content-Encoding", "gzip")]))
    assert type(failure(write, bitrix)) is NotJson


@pytest.mark.parametrize(
    "document",
    [
        {"success": True},
        {"success": True, "data": []},
        {"success": True, "data": {"id": "abc"}},
        {"success": True, "data": {}},
    ],
)
def test_a_detail_without_a_row_is_malformed_never_absent(
    site: ScriptedSite, bitrix: Bitrix, document: object
) -> None:
    site.says(answer(document))
    assert type(failure(read, bitrix)) is Malformed


@pytest.mark.parametrize(
    "document",
    [
        {"success": True, "pagination": {"total": 0}},
        {"success": True, "data": []},
        {"success": True, "data": [], "pagination": {"total": None}},
        {"success": True, "data": "rows", "pagination": {"total": 1}},
    ],
)
def test_a_list_without_rows_or_total_is_malformed_never_empty(
    site: ScriptedSite, bitrix: Bitrix, document: object
) -> None:
    site.says(answer(document))
    with pytest.raises(Malformed):
        bitrix.orders()


def test_a_creation_without_an_order_id_is_in_doubt(site: ScriptedSite, bitrix: Bitrix) -> None:
    site.says(answer({"status": True}))
    error = failure(create, bitrix)
    assert (type(error), error.in_doubt) == (Malformed, True)


def test_a_missing_row_is_not_found(site: ScriptedSite, bitrix: Bitrix) -> None:
    site.says(answer({"success": False, "error": {"code": "not_found", "message": "Product not found"}}, 404))
    assert isinstance(failure(read, bitrix), NotFound)


def test_no_error_text_holds_a_token(site: ScriptedSite, bitrix: Bitrix) -> None:
    for script in (answer("no", 401), reset, answer("<html>", 200)):
        site.says(script)
        for call in (read, write):
            error = failure(call, bitrix)
            assert "token" not in f"{error} {error!r} {error.__cause__!r}"
