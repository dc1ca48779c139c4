"""The timetable over the API."""

from typing import Any

import pytest
import redis

import settings
from models import ScheduleOverride, Shop, begin
from schedules import jobs
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
