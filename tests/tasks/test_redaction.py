"""What may not leave the house in a log line does not."""

from typing import Any

import pytest

from tasks.redaction import HIDDEN, Redaction, describe

SECRET = "canary-webhook-secret"


@pytest.fixture
def redact() -> Redaction:
    return Redaction([SECRET, "", "abc"])


@pytest.mark.parametrize(
    "key",
    [
        "name",
        "customer_name",
        "phone",
        "recipient_phone",
        "password",
        "access_token",
        "Authorization",
        "X-Webhook-Secret",
        "delivery_address",
        "customer_email",
        "Cookie",
        "payload",
    ],
)
def test_a_private_key_hides_its_value_at_any_depth(redact: Redaction, key: str) -> None:
    assert redact(None, "info", {key: "canary"}) == {key: HIDDEN}
    deep = redact(None, "info", {"body": [{"order": {key: {"any": "canary"}}}]})
    assert deep == {"body": [{"order": {key: HIDDEN}}]}


@pytest.mark.parametrize(
    "text",
    [
        "+77001234567",
        "call 8 700 123 45 67 now",
        "phone=+7 (700) 123-45-67;",
        "87001234567",
        "77001234567",
        f"given {SECRET}!",
        "Bearer abc.def",
        "bearer  xyz",
        "eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.c2lnbmF0dXJl",
        "redis://user:pa55@host/0",
        "/api/v2/orders/?access_token=abcdef&limit=1",
    ],
)
def test_private_text_is_found_inside_longer_text(redact: Redaction, text: str) -> None:
    said = redact(None, "info", {"event": text, "list": [text]})
    for canary in ("123", SECRET, "def", "xyz", "eyJ", "pa55"):
        assert canary not in str(said["event"]), said
        assert canary not in str(said["list"]), said


@pytest.mark.parametrize(
    "text",
    [
        "/api/v1/orders/123901",
        "0e92665e2c6a547fea1bbe8a71c8afa0",
        "77001234-5670-4c6a-b0f2-f6a8f0a3c2d1",
        "2026-11-22T22:15:21.821804Z",
        "1000000000",
        "order.status",
    ],
)
def test_what_is_not_private_stays(redact: Redaction, text: str) -> None:
    assert redact(None, "info", {"event": text, "path": text}) == {"event": text, "path": text}


@pytest.mark.parametrize("value", [5, 1.5, True, None])
def test_numbers_and_flags_stay_what_they_are(redact: Redaction, value: Any) -> None:
    assert redact(None, "info", {"count": value}) == {"count": value}


def test_what_nests_without_end_is_cut(redact: Redaction) -> None:
    endless: dict[str, Any] = {}
    endless["again"] = endless
    assert HIDDEN in str(redact(None, "info", {"endless": endless}))


class QuotingError(Exception):
    """Like the errors of a database driver: it quotes the row, and has a code."""

    pgcode = "23505"


class WrappedError(Exception):
    orig = QuotingError("Key (phone)=(canary) already exists")


@pytest.mark.parametrize("kind", [QuotingError, WrappedError])
def test_an_error_of_the_database_shrinks_to_type_and_code(kind: type[Exception]) -> None:
    said = describe(kind("[parameters: {'name': 'canary'}]"))
    assert "canary" not in said
    assert "QuotingError, code 23505" in said


def test_an_error_tells_where_and_what_caused_it_and_no_locals() -> None:
    def fail(private: str) -> None:
        try:
            int("x")
        except ValueError as cause:
            raise RuntimeError("wrapped") from cause

    with pytest.raises(RuntimeError) as caught:
        fail("canary")
    said = describe(caught.value)
    assert "RuntimeError: wrapped" in said
    assert "caused by" in said
    assert "ValueError: invalid literal" in said
    assert "test_redaction.py" in said
    assert "canary" not in said
