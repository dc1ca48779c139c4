"""The comparison says in SQL what a look at every single entity would say, whatever state both sides are in."""

from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from sqlalchemy import select

from models import Order, Product, ReconcileRun, Shop, SyncLink, begin, engine
from sync.reconcile.compare import compare
from sync.reconcile.drift import Linked, Staged, of_entity
from sync.rules import Rules
from tests.people import MIRRORED
from tests.sync.reconcile.entities import Entity, entities, write
from tests.sync.reconcile.runner import drift

pytestmark = pytest.mark.usefixtures("shop")
RULES = Rules()
ENTITIES = {kind: st.lists(entities(kind), min_size=1, max_size=14) for kind in ("product", "order")}
KINDS = pytest.mark.parametrize("kind", ENTITIES)


def sides(examples: int) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Not shrunk: that takes minutes, and a dozen small rows are read as fast."""
    some = settings(
        max_examples=examples,
        deadline=None,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    )
    return lambda test: some(given(data=st.data(), whole=st.booleans())(test))


@KINDS
@sides(examples=12)
def test_the_same_is_found(shop: Shop, kind: str, data: st.DataObject, whole: bool) -> None:
    _finds_the_same(kind, data.draw(ENTITIES[kind]), whole)


@pytest.mark.long
@pytest.mark.timeout(3600)
@KINDS
@sides(examples=250)
def test_the_same_at_full_length(shop: Shop, kind: str, data: st.DataObject, whole: bool) -> None:
    _finds_the_same(kind, data.draw(ENTITIES[kind]), whole)


def _finds_the_same(kind: str, given: list[Entity], whole: bool) -> None:
    with begin() as session:
        run = ReconcileRun(shop_id=MIRRORED, kind=f"{kind}s", phase="done")
        session.add(run)
        session.flush()
        session.refresh(run)
        staged = write(session, kind, run.id, given)
    with engine().begin() as connection:
        compare(connection, run, RULES, staged, proves_absence=whole)
    found = [
        _line(row.bitrix_id, row.state, row.kind, row.field, row.ours, row.theirs, row.reason)
        for row in drift(run.id)
    ]
    assert sorted(found) == sorted(_one_by_one(kind, given, whole))


def _one_by_one(kind: str, given: list[Entity], whole: bool) -> list[tuple[str, ...]]:
    lines = []
    with begin() as session:
        for bitrix_id, entity in enumerate(given, start=1):
            link = session.scalar(select(SyncLink).where(SyncLink.bitrix_id == bitrix_id))
            row: Any = session.get(Order if kind == "order" else Product, link.local_id or 0) if link else None
            linked = Linked(link.state, link.base, row, link.rejected) if link else None
            staged = None if entity.read is None else Staged(entity.read, entity.rejected)
            lines += [
                _line(bitrix_id, one.state, one.kind, one.field, one.ours, one.theirs, one.reason)
                for one in of_entity(kind, RULES, staged, linked, whole=whole)
            ]
    return lines


def _line(*parts: Any) -> tuple[str, ...]:
    return tuple(map(repr, parts))
