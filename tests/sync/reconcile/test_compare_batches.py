"""However much is in doubt, a comparison has only so much of it in memory at once."""

from sqlalchemy import text

from models import Shop, begin, engine
from sync.reconcile import runs, staging
from sync.reconcile.compare import compare
from sync.reconcile.judging import BATCH
from sync.reconcile.seen import Prints
from sync.reconcile.staging import StagedRow
from sync.rules import Rules
from tests.people import MIRRORED
from tests.queries import watched

COUNT = 2 * BATCH + 1
PRODUCTS = """
INSERT INTO product (id, shop_id, bitrix_id, name, price)
SELECT n, shop.id, n, 'Розы', 500000 FROM shop, generate_series(1, :count) n WHERE shop.id = :shop
"""
# Whether 6 000 have been written over 5 000 while 7 000 stand there, only sync.plan can tell.
LINKS = """
INSERT INTO sync_link (shop_id, kind, bitrix_id, local_id, base)
SELECT shop_id, 'product', bitrix_id, id,
       '{"price": {"ours": 500000, "theirs": 500000, "sent": 600000, "before": 500000}}' FROM product
"""


def test_what_is_in_doubt_is_judged_in_batches(shop: Shop) -> None:
    with begin() as session:
        run = runs.ask(session, MIRRORED, "products")
        connection = session.connection()
        connection.execute(text(PRODUCTS), {"shop": MIRRORED, "count": COUNT})
        connection.execute(text(LINKS))
        staging.create(connection, run.id)
        linked = Prints(Rules()).linked(connection, run.id, range(1, COUNT + 1))
        moved = [StagedRow(n, {"price": 700_000}, {}, None, None, link=link) for n, link in linked.items()]
        staging.copy(connection, run.id, "list", moved)
    with watched() as statements, engine().begin() as connection:
        read = staging.merge(connection, run.id)
        assert compare(connection, run, Rules(), read, proves_absence=True) == COUNT
        found = connection.execute(text("SELECT count(*) FROM reconcile_drift WHERE field = 'price'")).scalar_one()
    assert found == COUNT
    assert len([one for one in statements if one.startswith("SELECT product.id")]) == 3
