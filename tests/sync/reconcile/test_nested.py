"""A value that is nested as deeply as JSON is read at all costs a run no more than itself."""

from typing import Any
from unittest.mock import Mock

import pytest

from bitrix.answer import Answer, understand
from dev.simulator.control import Florist
from sync.reconcile import repair, staging
from tests.sync.reconcile.runner import Runner, drift, execute, kinds, value

DEEPEST = 1_020  # the parser's 1,024 less what a page takes
SHALLOWEST = DEEPEST - 100  # what any stack of ours can follow


def nested(depth: int) -> Any:
    return understand(Answer(200, {}, b'{"it": %b}' % (b"[" * depth + b"]" * depth)), write=False)["it"]


class Nesting:
    """The site, whose rows have such a value under a key, each a little deeper than the one before."""

    def __init__(self, there: Any, key: str) -> None:
        self._there, self._key, self._depth = there, key, SHALLOWEST

    def __getattr__(self, name: str) -> Any:
        return getattr(self._there, name)

    def product_rows(self, *args: Any, **how: Any) -> Any:
        page = self._there.product_rows(*args, **how)
        for row in page.raw:
            row[self._key] = nested(self._depth)
            self._depth += 1
        return page


def test_a_row_with_one_is_imported_all_the_same(runner: Runner, florist: Florist) -> None:
    florist.seed(products=DEEPEST - SHALLOWEST)
    runner.there = Nesting(runner.there, "video")  # type: ignore[assignment]
    ended = runner.run("products")
    assert (ended.phase, ended.counts["left"]) == ("done", 0)
    assert value("SELECT count(*) FROM product") == DEEPEST - SHALLOWEST


def test_what_a_worker_with_a_shallower_stack_has_kept_is_asked_for_anew(
    runner: Runner, florist: Florist, monkeypatch: pytest.MonkeyPatch
) -> None:
    florist.seed(products=3)
    run_id = runner.ask("products")
    with monkeypatch.context() as other:
        other.setattr(repair, "_import_all", Mock(side_effect=KeyboardInterrupt))
        with pytest.raises(KeyboardInterrupt):
            runner.slice()
    execute(f"UPDATE {staging.table(run_id)} SET raw = repeat('[', 2000) || repeat(']', 2000)")
    runner.slice(slice_s=0.5, patience_s=120)
    assert value("SELECT count(*) FROM product") == 0
    runner.settle()
    assert runner.work(run_id).counts["repaired"] == 3


def test_where_a_price_should_be_it_is_rejected_and_listed(runner: Runner, florist: Florist) -> None:
    florist.seed(products=DEEPEST - SHALLOWEST)
    runner.run("products")
    runner.there = Nesting(runner.there, "price")  # type: ignore[assignment]
    ended = runner.run("products")
    assert ended.phase == "done"
    assert set(kinds(ended.id)) == {("rejected", "price", "listed")}
    assert len(drift(ended.id)) == DEEPEST - SHALLOWEST
    assert all("is not a price" in str(row.reason) for row in drift(ended.id))
