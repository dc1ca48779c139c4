"""The event handlers: what fires, and the ways it goes wrong."""

from dev.simulator.control import Florist
from tests.dev.simulator.receiver import Receiver
from tests.dev.simulator.visitor import Visitor

STATUS = "WEBHOOK order-status-sync"


def statuses(events: list[dict[str, str]]) -> list[str]:
    return [event["status"] for event in events]


def test_only_a_change_of_status_is_an_event_of_an_order(florist: Florist, backend: Receiver) -> None:
    florist.create_order(id=7, silent=True)
    florist.change_order(7, recipient_name="Асель")
    florist.change_order(7, status="N")
    florist.change_order(7, status="AP")
    florist.settle()
    assert statuses(backend.bodies(1)) == ["AP"]


def test_a_new_order_is_an_event(florist: Florist, backend: Receiver) -> None:
    florist.create_order(id=7, status="PD")
    assert backend.bodies(1) == [{"order_id": 7, "status": "PD"}]


def test_a_patch_is_an_event(site: Visitor, florist: Florist, backend: Receiver) -> None:
    florist.create_order(id=7, silent=True)
    site.send("PATCH", "/orders/7/status/", json={"status": "PAID"})
    assert statuses(backend.bodies(1)) == ["PD"]


def test_a_new_product_and_every_save_of_it_are_events(florist: Florist, backend: Receiver) -> None:
    florist.create_product(id=7, price="по запросу")
    florist.change_product(7)
    first, second = backend.bodies(2)
    assert (first["event_type"], second["event_type"]) == ("product.created", "product.updated")
    assert first["product_data"]["price"] == "по запросу"


def test_a_key_can_be_missing(site: Visitor, florist: Florist, backend: Receiver) -> None:
    florist.create_product(id=7, missing=["catalogHeight"])
    [event] = backend.bodies(1)
    assert "catalogHeight" not in event["product_data"]
    assert "catalogHeight" not in site.get("/products/detail", id=7).json()["data"]


def test_events_of_one_order_leave_in_order(florist: Florist, backend: Receiver) -> None:
    codes = ["PD", "AP", "CO", "DE", "F"] * 20
    florist.create_order(id=7, silent=True)
    florist.bulk([{"order": 7, "status": code} for code in codes])
    assert statuses(backend.bodies(100)) == codes


def test_a_silent_bulk_fires_nothing(florist: Florist, backend: Receiver) -> None:
    florist.bulk([{"order": 7, "create": True}, {"order": 7, "status": "AP"}], silent=True)
    florist.settle()
    assert florist.order(7)["status"] == "AP"
    assert backend.received == []


def test_without_a_backend_nothing_is_sent(florist: Florist) -> None:
    florist.create_order(id=7)
    assert florist.webhook_counts() == {"no_backend": 1}


def test_a_lost_event_never_arrives(florist: Florist, backend: Receiver) -> None:
    florist.fault("lost", count=1)
    florist.create_order(id=7)
    florist.change_order(7, status="AP")
    florist.settle()
    assert statuses(backend.bodies(1)) == ["AP"]
    assert florist.webhook_counts() == {"fired": 2, "lost": 1, "ok": 1}


def test_a_doubled_event_arrives_twice(florist: Florist, backend: Receiver) -> None:
    florist.fault("doubled")
    florist.create_order(id=7)
    assert statuses(backend.bodies(2)) == ["N", "N"]


def test_a_delayed_event_is_overtaken(florist: Florist, backend: Receiver) -> None:
    florist.fault("delayed", STATUS, count=1, delay_ms=60_000)
    florist.create_order(id=7)
    florist.change_order(7, status="AP")
    assert statuses(backend.bodies(1)) == ["AP"]
    florist.clear_faults()
    assert statuses(backend.bodies(2)) == ["AP", "N"]


def test_reordered_events_change_places(florist: Florist, backend: Receiver) -> None:
    florist.fault("reordered", STATUS, count=1, wait_ms=60_000)
    florist.create_order(id=7)
    florist.change_order(7, status="AP")
    florist.settle()
    assert statuses(backend.bodies(2)) == ["AP", "N"]


def test_a_reordered_event_without_a_follower_leaves_by_itself(florist: Florist, backend: Receiver) -> None:
    florist.fault("reordered", wait_ms=20)
    florist.create_order(id=7)
    assert statuses(backend.bodies(1)) == ["N"]


def test_a_fault_on_one_webhook_spares_the_other(florist: Florist, backend: Receiver) -> None:
    florist.fault("lost", STATUS)
    florist.create_order(id=7)
    florist.create_product(id=8)
    florist.settle()
    assert [event["route"] for event in backend.received] == ["product-sync"]


def test_an_event_that_is_refused_is_not_sent_again(florist: Florist, backend: Receiver) -> None:
    backend.status = 503
    florist.create_order(id=7)
    florist.settle()
    [event] = florist.webhooks(entity=7)
    assert (event["status"], event["answer"]) == (503, {"status": "accepted"})
    assert event["ms"] > 0
    assert len(backend.received) == 1
    assert florist.webhook_counts() == {"fired": 1, "failed": 1}


def test_an_event_nobody_listens_to_is_lost(florist: Florist) -> None:
    florist.config(backend_url="http://127.0.0.1:1")
    florist.create_order(id=7)
    florist.settle()
    [event] = florist.webhooks()
    assert event["status"] is None
    assert "Error" in event["answer"]


def test_a_reset_drops_what_is_on_its_way(florist: Florist, backend: Receiver) -> None:
    florist.fault("delayed", delay_ms=60_000)
    florist.create_order(id=7)
    florist.reset()
    florist.create_order(id=8)
    florist.settle()
    assert [event["order_id"] for event in backend.bodies(1)] == [8]
