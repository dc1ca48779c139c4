"""A run goes on after a deploy; what another release has read, into other columns, it makes no use of."""

from typing import Any

import pytest

from dev.simulator.control import Florist
from sync.reconcile import repair, staging, work
from sync.reconcile.read import Progress, read_stream
from tests.sync.reconcile.runner import Runner, execute, kinds, run, value


class Replaced(Exception):
    """The worker, by one of another release."""


def stop(*_: object) -> None:
    raise Replaced


def read_one_list_and_stop(*args: Any) -> Progress:
    read_stream(*args)
    raise Replaced


# What a worker of the other release came to last.
LAST_STEPS = {
    "reading": (work, "read_stream", read_one_list_and_stop),
    "comparing": (staging, "merge", stop),
    "repairing": (repair, "_import_all", stop),
}


@pytest.mark.parametrize(
    ("phase", "columns"),
    [
        ("reading", "DROP COLUMN unsettled, DROP COLUMN meant"),
        ("reading", "ADD COLUMN weight bigint, ADD CHECK (weight IS NOT NULL) NOT VALID"),
        ("comparing", "DROP COLUMN unsettled, DROP COLUMN meant"),
        ("repairing", "DROP COLUMN raw"),
    ],
)
def test_it_reads_anew_or_only_wishes_what_it_would_have_imported(
    runner: Runner, florist: Florist, monkeypatch: pytest.MonkeyPatch, phase: str, columns: str
) -> None:
    florist.seed(products=30)
    runner.run("products")
    florist.change_product(next(florist.rows("products"))["id"], price="7 777 ₸")
    florist.create_product(title="Пионы", price="9 000 ₸")
    run_id = runner.ask("products")
    with monkeypatch.context() as other_release:
        other_release.setattr(*LAST_STEPS[phase])
        with pytest.raises(Replaced):
            runner.slice()
    assert (run(run_id).phase, value(f"SELECT count(*) > 0 FROM {staging.table(run_id)}")) == (phase, True)
    execute(f"ALTER TABLE {staging.table(run_id)} {columns}")
    ended = runner.work(run_id)
    assert (ended.phase, ended.complete, ended.counts["read"]) == ("done", True, 31)
    assert kinds(run_id) == [("missing_here", None, "repaired"), ("theirs_moved", "price", "repaired")]
