"""A list row that says what it said when both sides agreed is not parsed again."""

import json

import pytest

from bitrix.wire.status import StatusTable
from dev.simulator.control import Florist
from models import engine
from sync.reconcile.seen import Prints
from sync.rules import Rules
from tests.sync.reconcile.runner import Runner, drift, execute, kinds, value

PRINTS = """
SELECT coalesce(json_object_agg(l.bitrix_id, s.print), '{}')
FROM reconcile_seen s JOIN sync_link l ON l.id = s.link_id
"""


@pytest.fixture
def agreed(runner: Runner, florist: Florist) -> list[int]:
    """Products that a run has seen to agree."""
    ids = [florist.create_product(title=f"Розы {n}", price="5 000 ₸")["id"] for n in range(3)]
    for _ in range(2):  # the first run only imports them
        assert runner.run("products").phase == "done"
    return ids


def known(runner: Runner) -> set[int]:
    """What the next run will not parse, if the site says of it what it said."""
    run_id = runner.ask("products")
    with engine().begin() as connection:
        ids = [int(one) for one in value("SELECT array_agg(bitrix_id) FROM product")]
        linked = Prints(Rules()).linked(connection, run_id, ids)
    runner.work(run_id)
    return {bitrix_id for bitrix_id, row in linked.items() if row.print is not None}


def test_what_was_seen_to_agree_is_known_by_its_print(runner: Runner, agreed: list[int]) -> None:
    assert known(runner) == set(agreed)
    assert kinds(runner.run("products").id) == []


def test_a_row_that_changed_is_parsed_and_repaired_and_then_known_again(
    runner: Runner, florist: Florist, agreed: list[int]
) -> None:
    before = value(PRINTS)
    florist.change_product(agreed[0], silent=True, price="7 000 ₸")
    assert kinds(runner.run("products").id) == [("theirs_moved", "price", "repaired")]
    assert value("SELECT price FROM product WHERE bitrix_id = :id", id=agreed[0]) == 700_000
    assert value(PRINTS) == before, "not seen to agree yet"
    assert known(runner) == set(agreed[1:])
    changed = {bitrix_id for bitrix_id, of_row in value(PRINTS).items() if of_row != before[bitrix_id]}
    assert changed == {str(agreed[0])}


def test_ours_that_moved_is_found_beside_a_row_that_was_not_parsed(runner: Runner, agreed: list[int]) -> None:
    execute("UPDATE product SET price = 600000 WHERE bitrix_id = :id", id=agreed[1])
    (row,) = drift(runner.run("products", dry_run=True).id)
    assert (row.kind, row.field, row.ours, row.theirs) == ("ours_moved", "price", 600_000, 500_000)


def test_a_link_that_remembers_something_else_by_now_has_its_row_parsed(runner: Runner, agreed: list[int]) -> None:
    execute(
        "UPDATE sync_link SET base = jsonb_set(base, '{price,theirs}', '400000') WHERE bitrix_id = :id",
        id=agreed[2],
    )
    assert known(runner) == set(agreed[:2])


def test_a_run_that_filters_by_date_parses_every_row(runner: Runner, agreed: list[int]) -> None:
    run_id = runner.ask("products")
    execute("UPDATE reconcile_run SET since = now() WHERE id = :id", id=run_id)
    with engine().begin() as connection:
        linked = Prints(Rules()).linked(connection, run_id, agreed)
    assert [row.print for row in linked.values()] == [None] * 3


@pytest.mark.parametrize(
    "other", [Rules(site_url="https://other.example"), Rules(statuses=StatusTable({"XX": "paid"}))]
)
def test_a_row_has_another_print_where_it_would_be_read_in_another_way(other: Rules) -> None:
    row = {"id": 1, "image": "/upload/a.jpeg"}
    assert Prints(Rules()).of(row) == Prints(Rules()).of(json.loads(json.dumps(row))) != Prints(other).of(row)


@pytest.mark.parametrize(
    "sent", [r'{"a": "\ud83c"}', '{"a": 18446744073709551616}', '{"a": [1, 1.0, true, null, "\\u0000"]}']
)
def test_whatever_json_holds_has_a_print_of_its_own(sent: str) -> None:
    prints, row = Prints(Rules()), json.loads(sent)
    assert prints.of(row) == prints.of(json.loads(sent))
    others = [
        {"a": "?"},
        {"a": 18446744073709551617},
        {"a": [1, 1.0, True, None, ""]},
        {"a": [1.0, 1, 1, None, ""]},
    ]
    assert prints.of(row) not in {prints.of(other) for other in others}
