"""A row's copy of its link is as old as its page: what both sides have agreed on since is no drift."""

import pytest
from sqlalchemy import text

from models import Product, ReconcileRun, Shop, SyncLink, begin, engine
from sync.reconcile import runs, staging
from sync.reconcile.compare import compare
from sync.reconcile.seen import Prints
from sync.reconcile.staging import StagedRow
from sync.rules import Rules
from tests.people import MIRRORED
from tests.shopfloor import make_product

ROSES = 1


@pytest.fixture
def read(shop: Shop) -> int:
    """A run that has read one product, which said what it said when both sides agreed on its price."""
    with begin() as session:
        roses = make_product(session, session.get_one(Shop, MIRRORED), bitrix_id=ROSES, price=500_000)
        agreed = {"price": {"ours": 500_000, "theirs": 500_000}}
        link = SyncLink(shop_id=MIRRORED, kind="product", bitrix_id=ROSES, local_id=roses.id, base=agreed)
        session.add(link)
        run = runs.ask(session, MIRRORED, "products")
        staging.create(session.connection(), run.id)
        session.flush()
        linked = Prints(Rules()).linked(session.connection(), run.id, [ROSES])
        row = StagedRow(ROSES, None, {}, None, None, linked[ROSES])
        staging.copy(session.connection(), run.id, "list", [row])
        return run.id


def found(run_id: int) -> list[str]:
    with engine().begin() as connection:
        run = ReconcileRun(id=run_id, shop_id=MIRRORED, kind="products", active_only=False)
        compare(connection, run, Rules(), staging.merge(connection, run_id), proves_absence=True)
        statement = text("SELECT kind || ' ' || field FROM reconcile_drift WHERE run_id = :id")
        return list(connection.execute(statement, {"id": run_id}).scalars())


def test_what_a_webhook_has_brought_since_is_no_drift(read: int) -> None:
    with begin() as session:
        session.query(Product).filter_by(bitrix_id=ROSES).one().price = 600_000
        session.query(SyncLink).one().base = {"price": {"ours": 600_000, "theirs": 600_000}}
    assert found(read) == []


def test_what_was_edited_here_since_is_found(read: int) -> None:
    with begin() as session:
        session.query(Product).filter_by(bitrix_id=ROSES).one().price = 600_000
    assert found(read) == ["ours_moved price"]


def test_what_was_deleted_here_since_is_not(read: int) -> None:
    with begin() as session:
        session.query(SyncLink).one().local_id = None
    assert found(read) == []
