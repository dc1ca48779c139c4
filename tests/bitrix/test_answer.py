"""The table of failed answers: which error, whether a retry can help, whether a write may have happened."""

import json
from typing import Any, NamedTuple

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bitrix.answer import Answer, require_done, understand
from bitrix.errors import (
    BadPayload,
    BadToken,
    BitrixError,
    Malformed,
    NotFound,
    NotJson,
    Redirected,
    Refused,
    TooManyRequests,
    Unavailable,
    WrongMethod,
)

HTML = b"<html><head><title>nginx</title></head></html>"
REFUSAL = b'{"status": false, "error": "Something"}'
GENERIC = b'{"success": false, "error": {"code": "not_found", "message": "Order not found"}}'


class Row(NamedTuple):
    status: int
    body: bytes
    error: type[BitrixError]
    permanent: bool
    in_doubt: bool
    site_down: bool
    outcome: str


WRITES = [
    Row(400, REFUSAL, BadPayload, True, False, False, "http_400"),
    Row(401, REFUSAL, BadToken, True, False, False, "http_401"),
    Row(403, HTML, BadToken, True, False, False, "http_403"),
    Row(404, REFUSAL, NotFound, True, False, False, "http_404"),
    Row(404, HTML, NotFound, True, False, False, "http_404"),
    Row(405, HTML, WrongMethod, True, False, False, "http_405"),
    Row(408, b"", Unavailable, False, True, True, "http_408"),
    Row(413, HTML, BadPayload, True, False, False, "http_413"),
    Row(429, HTML, TooManyRequests, False, False, False, "http_429"),
    Row(500, REFUSAL, Unavailable, False, True, True, "http_500"),
    Row(502, HTML, Unavailable, False, True, True, "http_502"),
    Row(503, HTML, Unavailable, False, True, True, "http_503"),
    Row(504, b"", Unavailable, False, True, True, "http_504"),
    Row(301, HTML, Redirected, True, False, False, "http_301"),
    Row(302, HTML, Redirected, False, False, False, "http_302"),
    Row(308, b"", Redirected, True, False, False, "http_308"),
    Row(200, HTML, NotJson, False, True, True, "html"),
    Row(200, b"", NotJson, False, True, True, "html"),
    Row(204, b"", NotJson, False, True, True, "html"),
    Row(200, b'{"status": tr', NotJson, False, True, True, "html"),
    Row(200, b'{"status": NaN}', NotJson, False, True, True, "html"),
    Row(200, b"\xff\xfe", NotJson, False, True, True, "html"),
    Row(200, b"[" * 100_000, NotJson, False, True, True, "html"),
    Row(200, b"[1]", Malformed, False, True, False, "malformed"),
    Row(200, b"{}", Malformed, False, True, False, "malformed"),
    Row(200, REFUSAL, Refused, False, False, False, "rejected"),
    Row(200, b'{"status": "error", "error": "no"}', Refused, False, False, False, "rejected"),
    Row(200, b'{"status": "false"}', Refused, False, False, False, "rejected"),
    Row(200, b'{"status": null}', Refused, False, False, False, "rejected"),
    Row(
        200, b'{"success": false, "error": {"code": "internal_error"}}', Unavailable, False, True, True, "http_200"
    ),
]
READS = [
    Row(404, GENERIC, NotFound, True, False, False, "http_404"),
    Row(404, HTML, NotJson, False, False, True, "html"),
    Row(500, HTML, Unavailable, False, False, True, "http_500"),
    Row(429, HTML, TooManyRequests, False, False, False, "http_429"),
    Row(200, HTML, NotJson, False, False, True, "html"),
    Row(200, GENERIC, NotFound, True, False, False, "http_200"),
    Row(200, b'{"success": false, "error": {"code": "unauthorized"}}', BadToken, True, False, False, "http_200"),
    Row(
        200, b'{"success": false, "error": {"code": "internal_error"}}', Unavailable, False, False, True, "http_200"
    ),
    Row(200, b'{"success": false, "error": "something"}', Refused, False, False, False, "rejected"),
    Row(200, b"null", NotJson, False, False, True, "html"),
]


def fail(status: int, body: bytes, *, write: bool, **headers: str) -> BitrixError:
    named = {name.replace("_", "-"): value for name, value in headers.items()}
    with pytest.raises(BitrixError) as failure:
        require_done(understand(Answer(status, named, body), write=write))
    return failure.value


@pytest.mark.parametrize("row", WRITES, ids=lambda row: f"{row.status} {row.body[:20]!r}")
def test_a_failed_write_is_judged_as_the_contract_says(row: Row) -> None:
    error = fail(row.status, row.body, write=True)
    assert type(error) is row.error
    verdict = (error.permanent, error.in_doubt, error.site_down, error.outcome)
    assert verdict == (row.permanent, row.in_doubt, row.site_down, row.outcome)
    assert error.called


@pytest.mark.parametrize("row", READS, ids=lambda row: f"{row.status} {row.body[:20]!r}")
def test_a_failed_read_is_judged_as_the_contract_says(row: Row) -> None:
    error = fail(row.status, row.body, write=False)
    assert type(error) is row.error
    verdict = (error.permanent, error.in_doubt, error.site_down, error.outcome)
    assert verdict == (row.permanent, row.in_doubt, row.site_down, row.outcome)


@pytest.mark.parametrize("status", [429, 500, 503])
def test_retry_after_is_carried_by_the_error(status: int) -> None:
    assert fail(status, HTML, write=True, Retry_After="7").retry_after == 7


def test_without_the_header_there_is_no_retry_after() -> None:
    assert fail(503, HTML, write=True).retry_after is None


def test_a_redirect_says_where_to_but_not_with_which_query() -> None:
    error = fail(301, b"", write=False, Location="https://shop.example/orders/?access_token=secret")
    assert "https://shop.example/orders/" in str(error)
    assert "secret" not in str(error)


@pytest.mark.parametrize(
    ("body", "text"),
    [
        (b'{"status": false, "error": "Missing required field: pickup"}', "400: Missing required field: pickup"),
        (b'{"success": false, "error": {"code": "bad", "message": "Bad \\n price"}}', "400: Bad price"),
        (b'{"success": false, "error": {"code": "bad"}}', "400: bad"),
        (HTML, "400: no reason given"),
    ],
)
def test_the_sites_reason_is_told(body: bytes, text: str) -> None:
    assert str(fail(400, body, write=True)) == text


@pytest.mark.parametrize("personal", ["+7 (700) 000-00-01", "87000000001", "dana@mail.example"])
def test_no_phone_or_mail_address_is_repeated_from_the_sites_reason(personal: str) -> None:
    text = str(fail(400, f'{{"error": "Invalid contact {personal}!"}}'.encode(), write=True))
    assert personal not in text
    assert text.startswith("400: Invalid contact")


def test_a_long_reason_is_cut() -> None:
    body = b'{"error": "' + b"x" * 10_000 + b'"}'
    assert len(str(fail(400, body, write=True))) < 300


def test_a_reason_that_is_nested_too_deeply_to_be_told_is_none_to_fall_over() -> None:
    body = b'{"error": %b}' % (b"[" * 1_000 + b"]" * 1_000)
    assert str(fail(400, body, write=True)) == "400: […]"


def test_a_good_answer_is_its_json_whatever_else_it_says() -> None:
    document: dict[str, Any] = understand(Answer(200, {}, b'{"success": true, "data": []}'), write=False)
    assert document == {"success": True, "data": []}


SCALARS = (
    b"1", b"-0", b"0.1", b"1e400", b"18446744073709551616", b"-9223372036854775809", b"123456789012345678901e0",
    b"0.12345678901234567890", b"true", b"null", b'"\\ud83d"', b'"\\ud83d\\ude00"', b'"\\u0000"',
    '"🌹"'.encode(), b'"99999999999999999999"', b'"a\x7f"',
)  # fmt: skip
BROKEN = (b"01", b"1.", b"NaN", b"-Infinity", b'"\xff"', b'"\n"', b"[1,]", b"{} {}", b"'a'", b'"\\x"', b"1]")


@given(st.lists(st.sampled_from(SCALARS), max_size=4), st.sampled_from([b"", b"\xef\xbb\xbf", b" \r\n\t"]))
def test_json_is_what_the_standard_library_reads(values: list[bytes], before: bytes) -> None:
    body = before + b'{"a": 1, "b": [' + b", ".join(values) + b'], "a": {"a": 2}}\n'
    read = understand(Answer(200, {}, body), write=False)
    assert repr(read) == repr(json.loads(body.decode("utf-8-sig")))


@pytest.mark.parametrize("broken", BROKEN)
def test_what_the_standard_library_does_not_read_is_no_json(broken: bytes) -> None:
    with pytest.raises(NotJson):
        understand(Answer(200, {}, b'{"a": ' + broken + b"}"), write=False)
