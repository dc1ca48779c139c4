"""What is compared in which run, what an absence proves, and what is only listed."""

from datetime import UTC, datetime, timedelta

import pytest

from dev.simulator.control import Florist
from models import Product, Shop, begin
from tests.people import MIRRORED
from tests.shopfloor import make_order, make_product
from tests.sync.reconcile.runner import Runner, drift, execute, kinds, run, value
from tests.sync.reconcile.versions import versions

LINES = [{"productName": "Розы", "amount": 1, "price": "5 000 ₸"}]
LONG_AGO = datetime.now(UTC) - timedelta(days=300)


def ids_there(florist: Florist, kind: str) -> list[int]:
    return [row["id"] for row in florist.rows(kind)]


@pytest.fixture
def agreed(runner: Runner, florist: Florist) -> tuple[list[int], list[int]]:
    """Bitrix ids of orders and products that both sides have and agree on."""
    orders = [
        florist.create_order(status=code, items=LINES)["id"]
        for code in ("N", "AP", "AP", "CO", "DE", "F", "UN", "RF")
    ]
    products = [florist.create_product(title=f"Розы {n}", price="5 000 ₸")["id"] for n in range(12)]
    runner.run("all")
    execute("UPDATE outbox SET due_at = now() WHERE state = 'pending'")
    runner.settle()
    return orders, products


# What is repaired


def test_every_kind_of_difference_is_repaired(
    runner: Runner, florist: Florist, agreed: tuple[list[int], list[int]]
) -> None:
    orders, products = agreed
    florist.change_order(orders[0], status="AP")
    florist.change_order(orders[1], deliveryAddress="Сатпаева 5")
    new_order = florist.create_order(status="PD", items=LINES)["id"]
    florist.delete_order(orders[3])
    florist.change_product(products[0], price="7 777 ₸")
    florist.delete_product(products[1])
    new_product = florist.create_product(title="Пионы", price="9 000 ₸")["id"]
    execute("UPDATE product SET price = 600000 WHERE bitrix_id = :id", id=products[2])
    florist.change_product(products[3], title="Лилии")
    execute("UPDATE product SET name = 'Тюльпаны' WHERE bitrix_id = :id", id=products[3])

    ended = runner.run("all")
    assert ended.phase == "done"
    assert kinds(ended.id + 1) == [
        ("missing_here", None, "repaired"),
        ("missing_there", None, "listed"),
        ("theirs_moved", "address", "repaired"),
        ("theirs_moved", "status", "repaired"),
    ]
    assert kinds(ended.id + 2) == [
        ("both_moved", "name", "repaired"),
        ("missing_here", None, "repaired"),
        ("missing_there", None, "repaired"),
        ("ours_moved", "price", "repaired"),
        ("theirs_moved", "price", "repaired"),
    ]
    assert value('SELECT status FROM "order" WHERE bitrix_order_id = :id', id=orders[0]) == "accepted"
    assert value('SELECT status FROM "order" WHERE bitrix_order_id = :id', id=orders[3]) == "assembled"
    assert value('SELECT status FROM "order" WHERE bitrix_order_id = :id', id=new_order) == "paid"
    assert value("SELECT enabled FROM product WHERE bitrix_id = :id", id=products[1]) is False
    assert value("SELECT price FROM product WHERE bitrix_id = :id", id=new_product) == 900_000
    assert florist.product(products[2])["data"]["price"] == "6 000 ₸"
    assert value("SELECT count(*) FROM sync_conflict WHERE state = 'open'") == 1

    again = runner.run("all")
    assert [row.kind for part in (1, 2) for row in drift(again.id + part)] == ["gone_there", "gone_there"]


def test_an_order_of_ours_that_the_site_does_not_have_is_created_there(
    runner: Runner, florist: Florist, agreed: tuple[list[int], list[int]]
) -> None:
    with begin() as session:
        shop = session.get_one(Shop, MIRRORED)
        rose = session.query(Product).filter_by(bitrix_id=agreed[1][0]).one()
        order_id = make_order(session, shop, [(rose, 1)], delivery_type="pickup").id
        make_order(session, shop, [(rose, 1)], status="delivered")
        make_order(session, shop, [(rose, 1)], deleted_at=datetime.now(UTC))
        make_order(session, shop, [(rose, 1)], created_at=datetime(2024, 1, 1, tzinfo=UTC))
    ended = runner.run("orders")
    assert kinds(ended.id) == [("not_created", None, "repaired")]
    assert value('SELECT bitrix_order_id FROM "order" WHERE id = :id', id=order_id) in ids_there(florist, "orders")


def test_an_order_whose_creation_is_already_owed_is_no_drift(
    runner: Runner, agreed: tuple[list[int], list[int]]
) -> None:
    with begin() as session:
        shop = session.get_one(Shop, MIRRORED)
        order = make_order(session, shop)
        execute(
            "INSERT INTO outbox (shop_id, kind, key, reason, due_at) "
            "VALUES (17008, 'new_order', :key, 'x', now() + interval '1 hour')",
            key=str(order.uuid),
        )
    assert kinds(runner.run("orders").id) == []


def test_while_a_creation_is_in_doubt_an_unknown_order_is_not_imported(
    runner: Runner, florist: Florist, agreed: tuple[list[int], list[int]]
) -> None:
    """It may be the very order whose answer was lost."""
    execute(
        "INSERT INTO outbox (shop_id, kind, key, reason, in_doubt, due_at) "
        "VALUES (17008, 'new_order', gen_random_uuid()::text, 'x', true, now() + interval '1 hour')"
    )
    unknown = florist.create_order(items=LINES)["id"]
    ended = runner.run("orders")
    assert kinds(ended.id) == [("missing_here", None, "left")]
    assert value("SELECT count(*) FROM sync_link WHERE bitrix_id = :id", id=unknown) == 0


# What is only listed


def test_what_cannot_be_repaired_is_listed_with_the_reason_and_is_not_left(
    runner: Runner, florist: Florist, agreed: tuple[list[int], list[int]]
) -> None:
    orders, products = agreed
    florist.change_product(products[0], price="договорная")
    florist.create_product(title="Без цены", price="")
    florist.change_order(orders[0], status="ZZ")
    execute("UPDATE \"order\" SET status = 'assembled' WHERE bitrix_order_id = :id", id=orders[1])
    execute("UPDATE \"order\" SET delivery_address = 'Абая 7' WHERE bitrix_order_id = :id", id=orders[2])
    ended = runner.run("all")
    found = drift(ended.id + 1) + drift(ended.id + 2)
    assert {row.state for row in found} == {"listed"}
    listed = sorted((row.kind, row.field) for row in found if row.bitrix_id != orders[0])
    assert listed == [
        ("by_hand", "address"),
        ("rejected", "price"),
        ("rejected", "price"),
        ("status_ahead", "status"),
    ]
    assert run(ended.id + 1).counts["left"] == 0


@pytest.mark.parametrize("active_only", [False, True])
def test_an_order_whose_status_we_do_not_know_is_listed_and_never_taken_for_gone(
    runner: Runner, florist: Florist, agreed: tuple[list[int], list[int]], active_only: bool
) -> None:
    """The site's lists are by status, so no list has it; only its detail tells."""
    florist.change_order(agreed[0][1], status="ZZ")
    for _ in range(2):
        ended = runner.run("orders", active_only=active_only)
        assert [(row.kind, row.state, row.reason) for row in drift(ended.id)] == [
            ("unknown_status", "listed", "Unknown status: ZZ")
        ]


def test_a_product_of_ours_alone_is_counted_and_is_no_drift(runner: Runner) -> None:
    with begin() as session:
        make_product(session, session.get_one(Shop, MIRRORED), bitrix_id=None)
    ended = runner.run("products")
    assert (ended.counts["local_only"], kinds(ended.id)) == (1, [])


@pytest.mark.parametrize("how", ["link", "row"])
def test_what_was_deleted_here_is_neither_imported_again_nor_compared(
    runner: Runner, florist: Florist, agreed: tuple[list[int], list[int]], how: str
) -> None:
    gone = agreed[0][1]
    if how == "link":
        execute("UPDATE sync_link SET local_id = NULL, state = 'gone_here' WHERE bitrix_id = :id", id=gone)
        execute('DELETE FROM "order" WHERE bitrix_order_id = :id', id=gone)
    else:
        execute('UPDATE "order" SET deleted_at = now() WHERE bitrix_order_id = :id', id=gone)
    florist.change_order(gone, status="F")
    assert kinds(runner.run("orders").id) == []


# What a run looks at


def test_a_run_of_orders_under_way_looks_up_what_left_their_lists(
    runner: Runner, florist: Florist, agreed: tuple[list[int], list[int]]
) -> None:
    orders, _ = agreed
    florist.change_order(orders[4], status="F")  # in delivery before
    florist.change_order(orders[5], status="RF")  # delivered before: not looked at
    florist.change_order(orders[0], status="AP")
    ended = runner.run("orders", active_only=True)
    assert kinds(ended.id) == [("theirs_moved", "status", "repaired")] * 2
    assert ended.counts["compared"] == 5, "the brake's shares are of the orders under way"
    assert value('SELECT status FROM "order" WHERE bitrix_order_id = :id', id=orders[4]) == "delivered"
    assert value('SELECT status FROM "order" WHERE bitrix_order_id = :id', id=orders[5]) == "delivered"


def test_a_run_of_some_ids_looks_at_no_others_and_concludes_no_absence(
    runner: Runner, florist: Florist, agreed: tuple[list[int], list[int]]
) -> None:
    _, products = agreed
    for changed in products[:3]:
        florist.change_product(changed, price="7 777 ₸")
    florist.delete_product(products[4])
    ended = runner.run("products", ids=[products[0], products[4]])
    assert [(row.kind, row.bitrix_id) for row in drift(ended.id)] == [("theirs_moved", products[0])]


def test_a_run_since_a_moment_looks_at_what_is_newer_and_concludes_no_absence(
    runner: Runner, florist: Florist, agreed: tuple[list[int], list[int]]
) -> None:
    _, products = agreed
    execute("UPDATE sync_link SET updated_at = :then", then=LONG_AGO)
    florist.change_product(products[0], price="7 777 ₸", createdAt="2024-10-24")
    florist.delete_product(products[1])
    new = florist.create_product(title="Пионы", price="9 000 ₸")["id"]
    ended = runner.run("products", since=datetime.now(UTC) - timedelta(days=30))
    assert [(row.kind, row.bitrix_id) for row in drift(ended.id)] == [("missing_here", new)]


def test_a_run_since_a_moment_creates_no_order_there_that_is_older(
    runner: Runner, agreed: tuple[list[int], list[int]]
) -> None:
    with begin() as session:
        shop = session.get_one(Shop, MIRRORED)
        rose = session.query(Product).filter_by(bitrix_id=agreed[1][0]).one()
        for days in (60, 1):
            ordered = datetime.now(UTC) - timedelta(days=days)
            make_order(session, shop, [(rose, 1)], delivery_type="pickup", created_at=ordered)
    ended = runner.run("orders", since=datetime.now(UTC) - timedelta(days=30))
    assert [row.kind for row in drift(ended.id)].count("not_created") == 1


def test_a_read_of_another_city_concludes_no_absence(
    runner: Runner, florist: Florist, agreed: tuple[list[int], list[int]]
) -> None:
    """Neither does a dry run of it make the other city the usual one."""
    florist.delete_product(agreed[1][0])
    runner.terms = runner.terms.__class__(**{**runner.terms.__dict__, "city": "astana"})
    assert kinds(runner.run("products", dry_run=True).id) == []
    assert kinds(runner.run("products").id) == []
    assert kinds(runner.run("products").id) == [("missing_there", None, "repaired")]


# What it writes


def test_a_run_with_nothing_to_repair_writes_nothing_but_its_own_report(
    runner: Runner, agreed: tuple[list[int], list[int]]
) -> None:
    before = versions()
    assert runner.run("all").phase == "done"
    assert runner.run("orders", active_only=True).phase == "done"
    assert versions() == before


def test_a_dry_run_writes_nothing_but_its_own_report(
    runner: Runner, florist: Florist, agreed: tuple[list[int], list[int]]
) -> None:
    orders, products = agreed
    florist.change_order(orders[0], status="AP")
    florist.create_order(items=LINES)
    florist.delete_product(products[0])
    execute("UPDATE product SET price = price + 100 WHERE bitrix_id = :id", id=products[1])
    before, calls = versions(), florist.calls()
    ended = runner.run("all", dry_run=True)
    assert ended.phase == "done"
    assert [row.kind for part in (1, 2) for row in drift(ended.id + part)] == [
        "theirs_moved",
        "missing_here",
        "missing_there",
        "ours_moved",
    ]
    assert versions() == before
    assert {route for route in florist.calls() if route not in calls} == set()


def test_a_dry_run_says_that_it_would_halt(
    runner: Runner, florist: Florist, agreed: tuple[list[int], list[int]]
) -> None:
    for product in agreed[1][:4]:
        florist.delete_product(product)
    ended = runner.run("products", dry_run=True)
    assert (ended.phase, ended.reason) == ("done", "a dry run; it would halt: 4 of 12 are gone there")


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE product SET name = 'x'",
        "UPDATE product SET price = price + 1",
        "UPDATE product SET image = 'https://shop.example/other.jpg'",
        "UPDATE product SET enabled = NOT enabled",
        "UPDATE product SET description = 'x'",
        "UPDATE \"order\" SET customer_name = 'x'",
        "UPDATE \"order\" SET customer_phone = 'x'",
        "UPDATE \"order\" SET recipient_name = 'x'",
        "UPDATE \"order\" SET recipient_phone = 'x'",
        "UPDATE \"order\" SET delivery_address = 'x'",
        "UPDATE \"order\" SET delivery_date = '2030-01-01'",
        "UPDATE \"order\" SET delivery_time = 'x'",
    ],
)
def test_the_database_keeps_the_hash_whoever_writes(shop: Shop, change: str) -> None:
    with begin() as session:
        make_product(session, shop)
        make_order(session, shop)
    table = change.split()[1]
    before = value(f"SELECT content_hash FROM {table}")
    execute(change)
    assert value(f"SELECT content_hash FROM {table}") != before
