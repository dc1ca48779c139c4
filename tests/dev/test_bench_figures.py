"""Numbers out of samples, and requests out of numbers."""

import json
from collections import Counter
from itertools import islice, pairwise

import pytest

from dev.bench.calls import CODES, webhooks
from dev.bench.figures import Load, percentile, spread, summary


def test_a_percentile_is_one_of_the_samples() -> None:
    samples = [float(number) for number in range(100, 0, -1)]
    assert [percentile(samples, percent) for percent in (1, 50, 99, 100)] == [1, 50, 99, 100]


def test_of_one_sample_every_percentile_is_that_sample() -> None:
    assert percentile([7.0], 50) == percentile([7.0], 99) == 7


def test_of_no_samples_there_is_no_percentile() -> None:
    with pytest.raises(ValueError, match="no samples"):
        percentile([], 50)


def test_the_rate_is_the_median_of_the_bursts() -> None:
    bursts = [Load([0.01] * calls, 2, Counter()) for calls in (10, 1000, 20)]
    assert summary(bursts) == {"per_s": 10, "p50_ms": 10, "p99_ms": 10}


def test_a_spread_tells_how_far_apart_the_rounds_are() -> None:
    assert spread([0.5, 0.2, 0.6]) == {"median": 0.5, "min": 0.2, "max": 0.6}


def test_each_webhook_moves_its_order_on() -> None:
    sent = [request.partition(b"\r\n\r\n") for request in islice(webhooks(7, 2, "s3cret"), 2 * len(CODES) + 2)]
    events = [json.loads(body) for _, _, body in sent]
    assert [event["order_id"] for event in events[:4]] == [7, 8, 7, 8]
    codes = [event["status"] for event in events if event["order_id"] == 7]
    assert all(now != then for then, now in pairwise(codes))


def test_a_webhook_says_how_long_it_is_and_who_sends_it() -> None:
    head, _, body = next(webhooks(7, 1, "s3cret")).partition(b"\r\n\r\n")
    assert b"Content-Length: %d" % len(body) in head
    assert b"X-Webhook-Secret: s3cret" in head
