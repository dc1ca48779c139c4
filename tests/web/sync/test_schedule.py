"""The timetable over the API."""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest
import redis
from redbeat.decoder import RedBeatJSONEncoder

import settings
from models import ReconcileRun, ScheduleOverride, Shop, User, begin
from schedules import jobs
from tasks.app import app as celery
from tests.web.conftest import Ask, Staff

PATH = "/sync/schedule"


def one(ask: Ask, name: str) -> dict[str, Any]:
    return next(line for line in ask("GET", PATH, as_role="manager").json["items"] if line["name"] == name)


def test_every_job_is_listed_with_its_why(ask: Ask, shop: Shop) -> None:
    listed = ask("GET", PATH, as_role="manager").json
    assert {line["name"] for line in listed["items"]} == set(jobs(settings.current()))
    assert all(line["why"] and line["enabled"] and not line["edited"] for line in listed["items"])
    assert (listed["total"], listed["next"]) == (len(listed["items"]), None)


def test_a_job_gets_another_time_and_its_own_back(ask: Ask, staff: Staff) -> None:
    own = one(ask, "retention")["cron"]
    edited = ask("PATCH", f"{PATH}/retention", as_role="manager", json={"cron": "5 4 * * *"}).json
    assert (edited["cron"], edited["every"], edited["edited"]) == ("5 4 * * *", None, True)
    edited = ask("PATCH", f"{PATH}/retention", as_role="manager", json={"every": 3600}).json
    assert (edited["cron"], edited["every"]) == (None, 3600)
    with begin() as session:
        assert session.get_one(ScheduleOverride, "retention").updated_by == staff("manager").id
    back = ask("PATCH", f"{PATH}/retention", as_role="manager", json={"every": None, "cron": None}).json
    assert (back["cron"], back["edited"]) == (own, False)


def test_a_job_is_switched_off_and_keeps_its_time(ask: Ask, shop: Shop) -> None:
    ask("PATCH", f"{PATH}/retention", as_role="manager", json={"cron": "5 4 * * *"})
    off = ask("PATCH", f"{PATH}/retention", as_role="manager", json={"enabled": False}).json
    assert (off["enabled"], off["cron"]) == (False, "5 4 * * *")


def test_the_running_beat_hears_of_it(ask: Ask, shop: Shop, redis_url: str) -> None:
    ask("PATCH", f"{PATH}/retention", as_role="manager", json={"every": 77})
    with redis.Redis.from_url(redis_url, decode_responses=True) as valkey:
        assert '"every": 77' in (valkey.hget("redbeat:retention", "definition") or "")


@pytest.mark.parametrize(
    ("body", "field"),
    [
        ({"every": 0}, "every"),
        ({"every": -5}, "every"),
        ({"every": 10**9}, "every"),
        ({"every": "often"}, "every"),
        ({"cron": "* * *"}, "cron"),
        ({"cron": "99 * * * *"}, "cron"),
        ({"cron": "*/x * * * *"}, "cron"),
        ({"every": 5, "cron": "* * * * *"}, "cron"),
        ({"enabled": "no"}, "enabled"),
        ({"task": "os.system"}, "task"),
    ],
)
def test_what_is_no_time_is_named(ask: Ask, shop: Shop, body: dict[str, Any], field: str) -> None:
    answer = ask("PATCH", f"{PATH}/retention", as_role="manager", json=body)
    assert answer.status_code == 422
    assert list(answer.json["errors"]) == [field]


def test_an_unknown_job_is_not_there(ask: Ask, shop: Shop) -> None:
    assert ask("PATCH", f"{PATH}/nothing", as_role="manager", json={"enabled": False}).status_code == 404


def test_when_a_job_ran_last_and_runs_next_is_shown(ask: Ask, shop: Shop, redis_url: str) -> None:
    ask("PATCH", f"{PATH}/retention", as_role="manager", json={"every": 3600})
    ran = datetime.now(UTC).replace(microsecond=0) - timedelta(minutes=20)
    meta = json.dumps({"last_run_at": ran, "total_run_count": 1}, cls=RedBeatJSONEncoder)
    with redis.Redis.from_url(redis_url) as valkey:
        valkey.hset("redbeat:retention", "meta", meta)
    line = one(ask, "retention")
    assert datetime.fromisoformat(line["last_run_at"]) == ran
    assert abs(datetime.fromisoformat(line["next_run_at"]) - ran - timedelta(hours=1)) < timedelta(minutes=1)


def test_what_nobody_remembers_has_no_last_time_but_a_next_one(ask: Ask, shop: Shop) -> None:
    line = one(ask, "reconcile-nightly")
    night = datetime.fromisoformat(line["next_run_at"]).astimezone(ZoneInfo("Asia/Almaty"))
    assert (line["last_run_at"], night.hour, night.minute) == (None, 2, 30)


def test_what_is_switched_off_has_no_next_time(ask: Ask, shop: Shop) -> None:
    assert ask("PATCH", f"{PATH}/retention", as_role="manager", json={"enabled": False}).json["next_run_at"] is None


@pytest.fixture
def _valkey_is_away() -> Iterator[None]:
    names = ("broker_url", "broker_write_url")
    former = {name: celery.conf[name] for name in names}
    celery.conf.update(dict.fromkeys(names, "redis://127.0.0.1:1/0"))
    yield
    celery.conf.update(former)


@pytest.mark.usefixtures("_valkey_is_away")
def test_a_valkey_that_is_away_costs_the_times_only(ask: Ask, shop: Shop) -> None:
    line = one(ask, "retention")
    assert (line["last_run_at"], line["cron"]) == (None, "20 5 * * *")


def test_a_job_is_sent_to_its_queue_now(ask: Ask, shop: Shop, redis_url: str) -> None:
    answer = ask("POST", f"{PATH}/retention/run", as_role="manager")
    assert (answer.status_code, answer.json) == (202, {"name": "retention", "run_id": None})
    with redis.Redis.from_url(redis_url) as valkey:
        assert b"tasks.default.retention" in valkey.lindex("default", 0)


@pytest.mark.parametrize(
    ("plan", "scope", "active_only"),
    [("active", "orders", True), ("products", "products", False), ("nightly", "all", False)],
)
def test_a_comparison_is_asked_for_once_due_or_not(
    ask: Ask, shop: Shop, plan: str, scope: str, active_only: bool
) -> None:
    first = ask("POST", f"{PATH}/reconcile-{plan}/run", as_role="manager")
    run = ask("GET", f"/sync/runs/{first.json['run_id']}", as_role="manager").json
    assert (run["plan"], run["scope"], run["active_only"], run["phase"]) == (plan, scope, active_only, "queued")
    assert ask("POST", f"{PATH}/reconcile-{plan}/run", as_role="manager").json == first.json


def test_to_a_shop_that_is_not_mirrored_there_is_no_timetable(ask: Ask, stranger: User, redis_url: str) -> None:
    """Anybody may open a shop; what keeps the mirrored one in agreement is not theirs to read, edit or send off."""
    assert ask("GET", PATH, user=stranger).json == {"items": [], "total": 0, "next": None}
    for name in ("retention", "reconcile-nightly"):
        assert ask("PATCH", f"{PATH}/{name}", user=stranger, json={"enabled": False}).status_code == 404
        assert ask("POST", f"{PATH}/{name}/run", user=stranger).status_code == 404
    with begin() as session:
        assert session.query(ScheduleOverride).count() == session.query(ReconcileRun).count() == 0
    with redis.Redis.from_url(redis_url) as valkey:
        assert not valkey.llen("default")


@pytest.mark.usefixtures("_valkey_is_away")
def test_without_a_broker_a_job_cannot_be_sent(ask: Ask, shop: Shop) -> None:
    answer = ask("POST", f"{PATH}/retention/run", as_role="manager")
    assert (answer.status_code, answer.headers["Retry-After"]) == (503, "5")


def test_an_unknown_job_is_not_run(ask: Ask, shop: Shop) -> None:
    assert ask("POST", f"{PATH}/nothing/run", as_role="manager").status_code == 404
