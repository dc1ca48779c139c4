"""What a run found, as a list and as a file."""

import csv
import io
from typing import Any

import pytest

from models import ReconcileRun, Shop, begin
from sync.reconcile.listing import BATCH, COLUMNS, cell
from tests.traffic import make_drift, make_run
from tests.web.conftest import Ask


@pytest.fixture
def run(shop: Shop) -> ReconcileRun:
    """With a moved price, a moved name that is a formula, and a rejected price."""
    with begin() as session:
        run = make_run(session, shop)
        make_drift(session, run, field="price", ours=495_000, theirs=500_000, bitrix_id=5, local_id=1)
        make_drift(session, run, "ours_moved", field="name", ours='=HYPERLINK("x")', theirs="Розы", state="left")
        make_drift(session, run, "rejected", field="price", reason="по запросу", state="listed")
        return run


def fetch(ask: Ask, run: ReconcileRun, query: str = "", **options: Any) -> Any:
    return ask("GET", f"/sync/runs/{run.id}/drift{query}", as_role="manager", **options)


def table(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"))))


def test_rows_are_listed_newest_first_with_both_values(ask: Ask, run: ReconcileRun) -> None:
    listed = fetch(ask, run).json
    assert [item["kind"] for item in listed["items"]] == ["rejected", "ours_moved", "theirs_moved"]
    assert listed["total"] == 3
    last = listed["items"][2]
    assert (last["field"], last["ours"], last["theirs"], last["bitrix_id"]) == ("price", 495_000, 500_000, 5)


@pytest.mark.parametrize(
    ("query", "found"),
    [("?state=left", 1), ("?kind=rejected", 1), ("?entity=order", 0), ("?state=listed&limit=1", 1)],
)
def test_filters_narrow_list_and_file(ask: Ask, run: ReconcileRun, query: str, found: int) -> None:
    assert fetch(ask, run, query).json["total"] == found
    assert len(table(fetch(ask, run, f"{query}&format=csv").text)) == found


@pytest.mark.parametrize("query", ["?state=odd", "?kind=odd", "?format=xml"])
def test_a_filter_that_is_none_is_refused(ask: Ask, run: ReconcileRun, query: str) -> None:
    assert fetch(ask, run, query).status_code == 422


def test_the_file_has_a_name_a_header_and_every_row(ask: Ask, run: ReconcileRun) -> None:
    answer = fetch(ask, run, "?format=csv")
    assert (answer.status_code, answer.mimetype) == (200, "text/csv")
    assert f'filename="drift-{run.id}.csv"' in answer.headers["Content-Disposition"]
    rows = table(answer.text)
    assert tuple(rows[0]) == COLUMNS
    assert [row["kind"] for row in rows] == ["theirs_moved", "ours_moved", "rejected"]
    assert (rows[0]["ours"], rows[0]["theirs"]) == ("495000", "500000")


def test_who_accepts_csv_gets_it_and_who_accepts_anything_gets_json(ask: Ask, run: ReconcileRun) -> None:
    assert fetch(ask, run, headers={"Accept": "text/csv"}).mimetype == "text/csv"
    assert fetch(ask, run, headers={"Accept": "*/*"}).mimetype == "application/json"
    assert fetch(ask, run, "?format=json", headers={"Accept": "text/csv"}).mimetype == "application/json"


def test_no_cell_is_a_formula(ask: Ask, run: ReconcileRun) -> None:
    assert table(fetch(ask, run, "?format=csv").text)[1]["ours"] == '\'=HYPERLINK("x")'


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("=1+1", "'=1+1"),
        ("+77000000001", "'+77000000001"),
        ("-1", "'-1"),
        ("@SUM(A1)", "'@SUM(A1)"),
        ("\t=1", "'\t=1"),
        ("\r=1", "'\r=1"),
        ("Розы = любовь", "Розы = любовь"),
        (-5, "-5"),
        (True, "true"),
        (None, ""),
        ([["=1", 2, 3]], '[["=1", 2, 3]]'),
    ],
)
def test_a_cell_is_text_that_no_spreadsheet_runs(value: Any, text: str) -> None:
    assert cell(value) == text


def test_a_file_of_many_portions_is_whole(ask: Ask, shop: Shop) -> None:
    with begin() as session:
        run = make_run(session, shop)
        for number in range(BATCH + 3):
            make_drift(session, run, bitrix_id=number + 1)
    assert [row["bitrix_id"] for row in table(fetch(ask, run, "?format=csv").text)] == [
        str(number + 1) for number in range(BATCH + 3)
    ]


def test_a_run_of_both_kinds_shows_what_its_parts_found(ask: Ask, shop: Shop) -> None:
    with begin() as session:
        parent = make_run(session, shop, "all")
        for kind in ("orders", "products"):
            make_drift(session, make_run(session, shop, kind, parent_id=parent.id))
    assert {item["entity"] for item in fetch(ask, parent).json["items"]} == {"order", "product"}
