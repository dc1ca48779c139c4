"""The load generator reads as little of an answer as it can, and that little right."""

import pytest

from dev.bench.answers import Answers, NotUnderstood

ANSWER = b"HTTP/1.1 200 OK\r\nServer: x\r\nContent-Length: 5\r\n\r\nhello"


def test_a_whole_answer_gives_its_status() -> None:
    assert Answers().feed(ANSWER) == 200


@pytest.mark.parametrize("cut", range(1, len(ANSWER)))
def test_an_answer_in_two_pieces_is_complete_with_the_second(cut: int) -> None:
    answers = Answers()
    assert answers.feed(ANSWER[:cut]) is None
    assert answers.feed(ANSWER[cut:]) == 200


def test_an_answer_without_a_body_ends_with_its_head() -> None:
    assert Answers().feed(b"HTTP/1.1 503 Service Unavailable\r\nContent-Length: 0\r\n\r\n") == 503


def test_the_name_of_the_length_may_be_spelled_in_any_case() -> None:
    assert Answers().feed(b"HTTP/1.1 401 No\r\ncontent-LENGTH:2\r\n\r\n{}") == 401


def test_a_body_that_looks_like_a_head_is_still_a_body() -> None:
    body = b"\r\nContent-Length: 99\r\n\r\n"
    assert Answers().feed(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n%s" % (len(body), body)) == 200


def test_the_next_answer_begins_where_the_last_one_ended() -> None:
    answers = Answers()
    assert answers.feed(ANSWER + ANSWER[:10]) == 200
    assert answers.feed(ANSWER[10:]) == 200


@pytest.mark.parametrize(
    "head",
    [
        b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
        b"HTTP/1.1 200 OK\r\nContent-Length: many\r\n\r\n",
        b"HTTP/1.1 OK\r\nContent-Length: 0\r\n\r\n",
        b"SSH-2.0-x\r\nContent-Length: 0\r\n\r\n",
    ],
)
def test_what_cannot_be_measured_is_refused(head: bytes) -> None:
    with pytest.raises(NotUnderstood):
        Answers().feed(head)
