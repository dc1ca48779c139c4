"""/sync/runs: comparisons of both sides: ask for one, watch it, approve or stop it."""

from typing import Any

from sqlalchemy import select

from models import ReconcileRun, begin
from shop.errors import Conflict
from sync.reconcile import runs
from tasks import doorbell
from web import caller, tenant
from web.api.sync.blueprint import ID, blueprint, own
from web.api.sync.run_views import shown
from web.filters import equal
from web.pagination import newest_ids_first
from web.schemas.listing import list_of
from web.schemas.sync.run import AskedRunSchema, NewRun, RunQuery, RunSchema

FILTERS = {"scope": ReconcileRun.kind, "phase": ReconcileRun.phase, "plan": ReconcileRun.plan}


@blueprint.get("/runs")
@blueprint.arguments(RunQuery, location="query")
@blueprint.response(200, list_of(RunSchema))
def list_runs(asked: dict[str, Any]) -> dict[str, Any]:
    """Runs of the own shop, newest first; the parts of a run of both kinds stand inside it"""
    with tenant.staff() as session:
        query = select(ReconcileRun).where(
            ReconcileRun.shop_id == tenant.shop_id(session), ReconcileRun.parent_id.is_(None)
        )
        query = equal(query, asked, **FILTERS)
        rows, page = newest_ids_first(session, query, ReconcileRun.id, asked)
        return {"items": shown(session, rows), **page}


@blueprint.post("/runs")
@blueprint.arguments(NewRun)
@blueprint.response(202, AskedRunSchema)
@blueprint.alt_response(409, "CONFLICT")
def ask_for_run(given: dict[str, Any]) -> ReconcileRun:
    """Compare both sides, and repair what differs unless it is a dry run

    While another run of its kind is going it waits as `queued`. 409 in a shop that is not mirrored.
    """
    with tenant.staff() as session:
        shop = tenant.own_shop(session)
        if not shop.mirrors_bitrix:
            raise Conflict("This shop is not mirrored with the site")
        run = runs.ask(session, shop.id, given.pop("scope"), asked_by=caller.current().id, **given)
        session.refresh(run)
    doorbell.ring("reconcile")
    return run


@blueprint.get(f"/runs/{ID}")
@blueprint.response(200, RunSchema)
@blueprint.alt_response(404, "NOT_FOUND")
def show_run(id: int) -> dict[str, Any]:
    """One run: how far it is, what it found, what it did"""
    with tenant.staff() as session:
        return shown(session, [own(session, ReconcileRun, id)])[0]


@blueprint.post(f"/runs/{ID}/approve")
@blueprint.response(200, RunSchema)
@blueprint.alt_response(404, "NOT_FOUND")
@blueprint.alt_response(409, "CONFLICT")
def approve_run(id: int) -> dict[str, Any]:
    """Let a halted run repair exactly the rows it lists, each confirmed anew

    409 where it is not halted, waited for over 24 hours, was overtaken by a later complete run, or another run of
    its kind is going.
    """
    with tenant.staff() as session:
        run = own(session, ReconcileRun, id)
        runs.approve(session, run, caller.current().id)
        session.expire_all()
        answer = shown(session, [run])[0]
    doorbell.ring("reconcile")
    return answer


@blueprint.post(f"/runs/{ID}/stop")
@blueprint.response(202, RunSchema)
@blueprint.alt_response(404, "NOT_FOUND")
@blueprint.alt_response(409, "CONFLICT")
def stop_run(id: int) -> dict[str, Any]:
    """End a run at its next page or row; what it has repaired so far stays. 409 for one that is over"""
    with tenant.staff() as session:
        own(session, ReconcileRun, id)
    with begin() as session:  # what it has read goes with it, and a shop's session drops no table
        if not runs.ask_to_stop(session, id):
            raise Conflict("The run is over")
    with tenant.staff() as session:
        answer = shown(session, [own(session, ReconcileRun, id)])[0]
    doorbell.ring("reconcile")
    return answer
