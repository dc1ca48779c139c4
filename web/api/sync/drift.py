"""/sync/runs/{id}/drift: every difference a run found, as a list or as a file."""

from collections.abc import Mapping
from typing import Any

from flask import Response, request
from sqlalchemy import Select

from models import ReconcileDrift, ReconcileRun
from sync.reconcile.listing import drift_of, lines
from web import tenant
from web.api.sync.blueprint import ID, blueprint, own
from web.filters import equal
from web.pagination import newest_ids_first
from web.schemas.listing import list_of
from web.schemas.sync.drift import DriftQuery, DriftSchema

CSV = "text/csv"


@blueprint.get(f"/runs/{ID}/drift")
@blueprint.arguments(DriftQuery, location="query")
@blueprint.response(200, list_of(DriftSchema))
@blueprint.doc(responses={200: {"content": {CSV: {"schema": {"type": "string"}}}}})
@blueprint.alt_response(404, "NOT_FOUND")
def list_drift(asked: dict[str, Any], id: int) -> dict[str, Any] | Response:
    """What a run found, newest first; of a run of both kinds that of its parts

    As CSV (`format=csv`, or `Accept: text/csv`) all rows that fit, oldest first.
    """
    with tenant.staff() as session:
        query = _fitting(own(session, ReconcileRun, id), asked)
        if _wants_csv(asked):
            return _file(id, query.order_by(ReconcileDrift.id))
        rows, page = newest_ids_first(session, query, ReconcileDrift.id, asked)
        return {"items": rows, **page}


def _fitting(run: ReconcileRun, asked: Mapping[str, Any]) -> Select[ReconcileDrift]:
    drift = ReconcileDrift
    return equal(drift_of(run.id), asked, kind=drift.kind, state=drift.state, entity=drift.entity)


def _wants_csv(asked: Mapping[str, Any]) -> bool:
    if "format" in asked:
        return bool(asked["format"] == "csv")
    return request.accept_mimetypes.best_match(("application/json", CSV)) == CSV


def _file(run_id: int, query: Select[ReconcileDrift]) -> Response:
    name = f"drift-{run_id}.csv"
    return Response(lines(query), mimetype=CSV, headers={"Content-Disposition": f'attachment; filename="{name}"'})
