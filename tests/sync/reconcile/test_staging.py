"""A run's own table: whatever the site says can be copied into it, and the latest copy counts."""

import json
from typing import Any

import pytest
from sqlalchemy import text

from models import Shop, engine
from sync.reconcile import staging
from sync.reconcile.staging import StagedRow
from tests.sync.reconcile.runner import value

RUN = 1


@pytest.fixture(autouse=True)
def _table(shop: Shop) -> None:
    with engine().begin() as connection:
        staging.create(connection, RUN)


def copied(*rows: StagedRow) -> list[Any]:
    with engine().begin() as connection:
        staging.copy(connection, RUN, "list", rows)
        name = staging.table(RUN)
        found = connection.execute(text(f'SELECT bitrix_id, "values", rejected, raw FROM {name} ORDER BY n'))
        return [(row[0], row[1], row[2], json.loads(row[3])) for row in found]


@pytest.mark.parametrize(
    "said",
    [
        "Розы «Айгуль»",
        "tab\there",
        "two\nlines",
        "back\\slash",
        "\\N",
        "\\.",
        '"quoted"',
        "\\u0000 spelt out",
        "🌹",
    ],
)
def test_what_is_copied_is_what_was_read(said: str) -> None:
    row = StagedRow(7, {"name": said}, {"price": said}, {"title": said}, None)
    assert copied(row) == [(7, {"name": said}, {"price": said}, {"title": said})]


@pytest.mark.parametrize("said", ["nul\0", "half of a pair \ud83c", "\\\0", "\\\\\0"])
def test_what_no_database_can_keep_does_not_stop_the_page(said: str) -> None:
    """A price with a NUL in it is rejected, and the sentence that says so quotes it."""
    rejected = {"price": f"price: {json.dumps(said, ensure_ascii=False)} is not a price"}
    ((_, values, _, raw),) = copied(StagedRow(7, {"name": "Розы"}, rejected, {"price": said}, None))
    assert values == {"name": "Розы"}
    assert raw["price"].startswith(said[:-1])


def test_the_latest_copy_of_a_row_counts(shop: Shop) -> None:
    for name in ("first", "second", "third"):
        copied(StagedRow(7, {"name": name}, {}, {}, None), StagedRow(8, {"name": "other"}, {}, {}, None))
    with engine().begin() as connection:
        assert staging.merge(connection, RUN) == 2
    assert value(f"SELECT \"values\" ->> 'name' FROM {staging.table(RUN)} WHERE bitrix_id = 7") == "third"


def test_a_table_that_the_database_lost_is_told_from_an_empty_one() -> None:
    with engine().begin() as connection:
        assert staging.rows(connection, RUN) == 0
        staging.drop(connection, RUN)
        assert staging.rows(connection, RUN) is None
