"""What a run may not touch, to be compared before and after it."""

from typing import Any

from tests.sync.reconcile.runner import value


def versions() -> dict[str, Any]:
    """Of every table but the runs' own: how many rows, and a sum over what they are and when they were written."""
    tables = value(
        "SELECT array_agg(tablename::text) FROM pg_tables WHERE schemaname = 'public' "
        "AND tablename NOT LIKE 'reconcile%'"
    )
    return {
        table: value(f'SELECT (count(*), sum(hashtext(t.xmin::text || t::text)::bigint))::text FROM "{table}" t')
        for table in tables
    }
