"""What Prometheus sees: what processes counted, and how the queues stand."""

from dataclasses import replace
from pathlib import Path

import pytest
from flask.testing import FlaskClient
from prometheus_client.parser import text_string_to_metric_families

import settings
from models import Outbox, Shop, begin
from tests.shopfloor import make_conflict, make_link, make_product
from tests.web.conftest import Ask
from web import create_app, metrics, queues
from web.queues import QueuesCollector

Samples = dict[tuple[str, tuple[tuple[str, str], ...]], float]


@pytest.fixture(autouse=True)
def _unkept(monkeypatch: pytest.MonkeyPatch) -> None:
    """Nothing read by a test before is kept."""
    metrics._queues.unregister(next(iter(metrics._queues._collector_to_names)))
    metrics._queues.register(QueuesCollector())


def scrape(client: FlaskClient) -> Samples:
    answer = client.get("/metrics")
    assert answer.status_code == 200
    assert answer.content_type.startswith("text/plain")
    return {
        (sample.name, tuple(sorted(sample.labels.items()))): sample.value
        for family in text_string_to_metric_families(answer.text)
        for sample in family.samples
    }


def value(samples: Samples, name: str, **labels: str) -> float:
    return samples.get((name, tuple(sorted(labels.items()))), 0)


def test_requests_are_counted_by_endpoint_and_answer(client: FlaskClient, shop: Shop) -> None:
    labels = {"endpoint": "products.list_public", "method": "GET", "status": "200"}
    before = value(scrape(client), "cvety_http_request_seconds_count", **labels)
    client.get("/api/v1/products/")
    assert value(scrape(client), "cvety_http_request_seconds_count", **labels) == before + 1


def test_what_matches_no_route_makes_one_series_only(client: FlaskClient) -> None:
    for number in range(3):
        client.open(f"/nowhere/{number}", method=f"ODD{number}")
    series = {dict(labels)["method"] for name, labels in scrape(client) if ("endpoint", "unknown") in labels}
    assert series == {"any"}


def test_webhooks_are_counted_by_kind_and_answer(client: FlaskClient, notify: Ask, shop: Shop) -> None:
    before = scrape(client)
    notify("order-status-sync", {"order_id": 1, "status": "AP"})
    notify("order-status-sync", {"order_id": 1, "status": "AP"}, secret="wrong")
    notify("product-sync", {"event_type": "product.updated", "product_data": {"id": 1}})
    notify("product-sync", [])
    after = scrape(client)
    for kind, answer in (
        ("order_status", "skipped"),
        ("order_status", "401"),
        ("product", "accepted"),
        ("product", "422"),
    ):
        grown = [value(s, "cvety_webhooks_total", kind=kind, answer=answer) for s in (before, after)]
        assert grown[1] == grown[0] + 1, (kind, answer)


def test_the_queues_are_read_from_the_database(client: FlaskClient, notify: Ask, shop: Shop) -> None:
    notify("order-status-sync", {"order_id": 1, "status": "AP"})
    with begin() as session:
        product = make_product(session, shop)
        link = make_link(session, product)
        session.add(Outbox(shop_id=shop.id, kind="product", key="1", reason="edit"))
        session.add(Outbox(shop_id=shop.id, kind="product", key="2", reason="edit", state="dead"))
        make_conflict(session, link)
    samples = scrape(client)
    assert value(samples, "cvety_inbox_events", kind="order.status", state="pending") == 1
    assert value(samples, "cvety_inbox_oldest_pending_seconds") > 0
    assert value(samples, "cvety_outbox_rows", kind="product", state="pending") == 1
    assert value(samples, "cvety_outbox_rows", kind="product", state="dead") == 1
    assert value(samples, "cvety_outbox_due") == 1
    assert value(samples, "cvety_outbox_oldest_due_seconds") > 0
    assert value(samples, "cvety_conflicts_open") == 1


def test_what_was_read_is_kept_for_a_moment(
    client: FlaskClient, notify: Ask, shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(queues, "KEPT_S", 3600)  # a moment of a machine that is busy, too
    before = scrape(client)
    notify("order-status-sync", {"order_id": 1, "status": "AP"})
    labels = {"kind": "order.status", "state": "pending"}
    assert value(scrape(client), "cvety_inbox_events", **labels) == value(before, "cvety_inbox_events", **labels)


def test_with_a_token_configured_only_its_holder_sees_them(client: FlaskClient) -> None:
    guarded = create_app(replace(settings.current(), metrics_token="only-for-prometheus")).test_client()
    for header in ({}, {"Authorization": "Bearer wrong"}, {"Authorization": "Bearer \xff"}):
        assert guarded.get("/metrics", headers=header).status_code == 401
    assert guarded.get("/metrics", headers={"Authorization": "Bearer only-for-prometheus"}).status_code == 200


def test_the_directory_of_many_processes_is_made_and_read(client: FlaskClient, tmp_path: Path) -> None:
    shared = tmp_path / "not" / "yet"
    several = create_app(replace(settings.current(), multiproc_dir=str(shared))).test_client()
    assert shared.is_dir()
    assert several.get("/metrics").status_code == 200
