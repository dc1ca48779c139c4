"""The comparing join and nothing else: what no comparison of these tables can beat."""

import time

from psycopg2.extensions import cursor as Cursor

from dev.bench.reconcile.house import SHOP
from dev.bench.rows import one

TIMES = 3  # as often as the house compares: of both, what counts is the quickest
TABLES = {"orders": ("order", '"order"'), "products": ("product", "product")}
JOIN = """
SELECT count(*) FROM reconcile_staging_{run_id} s
FULL JOIN (
    SELECT l.bitrix_id, l.theirs_hash, l.ours_hash, r.content_hash
    FROM sync_link l LEFT JOIN {table} r ON r.id = l.local_id WHERE l.shop_id = {shop} AND l.kind = '{kind}'
) l ON l.bitrix_id = s.bitrix_id
WHERE s.hash IS DISTINCT FROM l.theirs_hash OR l.content_hash IS DISTINCT FROM l.ours_hash
"""


def join_s(cursor: Cursor, run_id: int, kind: str) -> float:
    """Seconds of the quickest of a few."""
    entity, table = TABLES[kind]
    statement = JOIN.format(run_id=run_id, table=table, shop=SHOP, kind=entity)
    took = []
    for _ in range(TIMES):
        began = time.monotonic()
        one(cursor, statement)
        took.append(time.monotonic() - began)
    return min(took)
