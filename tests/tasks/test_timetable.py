"""The timetable: the code's lines, staff's edits over them, both kept through a Valkey that forgot everything."""

import pytest
import redis
from celery.schedules import crontab
from redbeat import RedBeatSchedulerEntry
from redbeat.schedulers import ensure_conf

from schedules import jobs, timing
from settings import current
from tasks.app import app
from tasks.beat import Scheduler
from tasks.timetable import edit, line, overrides


@pytest.fixture(autouse=True)
def _clean(clean: None, redis_url: str) -> None:
    app.conf.broker_url = redis_url
    app.conf.redbeat_redis_url = redis_url


def entry(name: str) -> RedBeatSchedulerEntry:
    return RedBeatSchedulerEntry.from_key(f"redbeat:{name}", app=app)


def started() -> Scheduler:
    return Scheduler(app=app, lazy=False, schedule_filename=None)


def test_every_line_has_exactly_one_kind_of_time_and_says_why() -> None:
    for job in jobs(current()).values():
        assert (job.every is None) != (job.cron is None)
        assert job.why


def test_without_an_edit_the_code_decides() -> None:
    assert line("retention").cron == "20 5 * * *"


def test_an_edit_reaches_the_running_beat_and_the_table() -> None:
    edit("retention", every=None, cron="5 4 * * *", enabled=True, user_id=None)
    assert entry("retention").schedule == crontab(minute="5", hour="4")
    assert line("retention").cron == "5 4 * * *"


def test_an_edited_line_is_sent_off_as_before() -> None:
    """A sweep that nobody took for a minute is stale, also after somebody has changed how often it comes."""
    started()
    before = entry("inbox-sweep").options
    edit("inbox-sweep", every=7.0, cron=None, enabled=True, user_id=None)
    assert entry("inbox-sweep").options == before


def test_an_edit_survives_a_valkey_that_forgot_everything(redis_url: str) -> None:
    edit("outbox-sweep", every=7.0, cron=None, enabled=False, user_id=None)
    redis.Redis.from_url(redis_url).flushall()
    started()
    assert entry("outbox-sweep").schedule.run_every.total_seconds() == 7
    assert not entry("outbox-sweep").enabled
    assert entry("inbox-sweep").enabled


def test_overrides_leave_other_lines_as_they_are() -> None:
    edit("retention", every=3600.0, cron=None, enabled=True, user_id=None)
    merged = overrides({"retention": {"task": "a"}, "canary-inbox": {"task": "b"}})
    assert merged["canary-inbox"] == {"task": "b", "enabled": True}
    assert merged["retention"]["schedule"].run_every.total_seconds() == 3600


def test_a_name_that_is_not_in_the_timetable_is_refused() -> None:
    with pytest.raises(KeyError):
        edit("tea", every=1.0, cron=None, enabled=True, user_id=None)


@pytest.mark.parametrize("cron", ["", "* * * *", "61 * * * *", "every day"])
def test_a_line_that_is_no_schedule_is_refused(cron: str) -> None:
    with pytest.raises(ValueError):
        timing(None, cron)


def test_without_a_broker_an_edit_waits_in_its_table_for_beats_next_start(redis_url: str) -> None:
    ensure_conf(app)
    app.conf.redbeat_redis_url = "redis://127.0.0.1:1/0"
    app.redbeat_conf.redis_url = app.conf.redbeat_redis_url
    vars(app).pop("redbeat_redis", None)
    try:
        edit("retention", every=60.0, cron=None, enabled=True, user_id=None)
    finally:
        app.conf.redbeat_redis_url = app.redbeat_conf.redis_url = redis_url
        vars(app).pop("redbeat_redis", None)
    assert line("retention").every == 60
    with pytest.raises(KeyError):
        entry("retention")  # it never got there
