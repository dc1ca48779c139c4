"""/sync/stats: how the last hour, day or month went."""

from typing import Any

from sync.trends import WINDOWS, trends
from web import tenant
from web.api.sync.blueprint import blueprint
from web.schemas.sync.stats import StatsQuery, StatsSchema


@blueprint.get("/stats")
@blueprint.arguments(StatsQuery, location="query")
@blueprint.response(200, StatsSchema)
def stats(asked: dict[str, Any]) -> dict[str, Any]:
    """Webhooks by outcome, latency, backlog, agreements and drift over time"""
    window = asked["window"]
    with tenant.staff() as session:
        buckets = trends(session, tenant.shop_id(session), window)
    return {"window": window, "bucket_s": int(WINDOWS[window][1].total_seconds()), "buckets": buckets}
