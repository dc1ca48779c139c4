"""When runs are due: by the database, whoever asks and however often."""

from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import pytest

import settings
from models import ReconcileRun, ScheduleOverride, Shop, begin
from tasks import reconcile
from tasks.app import app
from tests.bound import bound
from tests.people import make_shop

ALMATY, NEW_YORK = ZoneInfo("Asia/Almaty"), ZoneInfo("America/New_York")
EVENING = datetime(2026, 11, 22, 20, 0, tzinfo=ALMATY)
NIGHT = datetime(2026, 11, 23, 2, 30, tzinfo=ALMATY)
Clock = Callable[[datetime], None]


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> Clock:
    """Sets the time that schedules go by."""

    def show(moment: datetime) -> None:
        monkeypatch.setattr(app, "now", lambda: moment.astimezone(app.timezone))

    return show


@pytest.fixture(autouse=True)
def _unscaled(database_url: str, redis_url: str) -> Iterator[None]:
    """Ten minutes are ten minutes."""
    with bound(database_url, redis_url, TIME_SCALE="1"):
        yield


@pytest.fixture(autouse=True)
def _quiet(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reconcile, "ring", lambda _bell: None)


@pytest.fixture
def mirrored(clean: None) -> Shop:
    with begin() as session:
        return make_shop(session, mirrored_since=EVENING)


def ran(plan: str, at: datetime, phase: str = "done") -> None:
    """Began at that time, and ended a minute later."""
    kind, active_only = reconcile.WHAT[plan]
    ended = None if phase == "queued" else at + timedelta(minutes=1)
    times = {"created_at": at, "started_at": ended and at, "finished_at": ended}
    with begin() as session:
        session.add(
            ReconcileRun(shop_id=17008, kind=kind, active_only=active_only, plan=plan, phase=phase, **times)
        )


def asked() -> list[tuple[str, str]]:
    """Plan and kind of each run that waits, parts of others apart."""
    with begin() as session:
        waiting = session.query(ReconcileRun).filter_by(phase="queued", parent_id=None).order_by(ReconcileRun.id)
        return [(run.plan, run.kind) for run in waiting]


def all_ran(at: datetime) -> None:
    for plan in reconcile.WHAT:
        ran(plan, at)


def test_the_nightly_run_is_due_at_half_past_two_of_the_shop_s_night(mirrored: Shop, clock: Clock) -> None:
    clock(NIGHT - timedelta(minutes=2))
    reconcile.start("nightly")
    assert asked() == []
    clock(NIGHT)
    reconcile.start("nightly")
    assert asked() == [("nightly", "all")]


@pytest.mark.parametrize("late", [timedelta(minutes=1), timedelta(hours=6), timedelta(days=5)])
def test_a_night_that_was_missed_is_caught_up_once(mirrored: Shop, clock: Clock, late: timedelta) -> None:
    all_ran(NIGHT - timedelta(days=1))
    clock(NIGHT + late)
    for _ in range(3):
        reconcile.catch_up()
    assert asked().count(("nightly", "all")) == 1


@pytest.mark.parametrize("phase", ["failed", "incomplete"])
def test_a_night_without_the_site_is_caught_up_as_soon_as_the_site_answers_again(
    mirrored: Shop, clock: Clock, phase: str
) -> None:
    ran("nightly", NIGHT, phase)
    for minutes in range(10, 360, 10):
        ran("active", NIGHT + timedelta(minutes=minutes), "failed")
    clock(NIGHT + timedelta(hours=6))
    reconcile.catch_up()
    assert ("nightly", "all") not in asked()
    ran("active", NIGHT + timedelta(hours=6))
    for _ in range(3):
        reconcile.catch_up()
    assert asked().count(("nightly", "all")) == 1


def test_a_run_that_ended_well_or_waits_for_a_person_is_not_begun_again_before_its_time(
    mirrored: Shop, clock: Clock
) -> None:
    for phase in ("done", "halted", "stopped"):
        ran("nightly", NIGHT, phase)
        ran("active", NIGHT + timedelta(hours=5))
        clock(NIGHT + timedelta(hours=6))
        reconcile.catch_up()
        assert ("nightly", "all") not in asked()


@pytest.mark.parametrize(("failures", "minutes"), [(1, 10), (2, 20), (4, 80)])
def test_a_list_that_never_rests_is_not_read_all_day(
    mirrored: Shop, clock: Clock, failures: int, minutes: int
) -> None:
    """Each failure in a row doubles the wait."""
    ran("nightly", NIGHT - timedelta(days=1), "incomplete")
    ran("nightly", NIGHT - timedelta(hours=20))
    for _ in range(failures):
        ran("nightly", NIGHT, "incomplete")
    clock(NIGHT + timedelta(hours=2))
    ran("active", NIGHT + timedelta(minutes=minutes - 1))
    reconcile.catch_up()
    assert ("nightly", "all") not in asked()
    ran("active", NIGHT + timedelta(minutes=minutes))
    reconcile.catch_up()
    assert ("nightly", "all") in asked()


def test_a_slice_that_meets_a_page_in_trouble_ends_before_its_task_is_ended() -> None:
    durations = settings.current().durations
    assert durations.reconcile_slice + durations.page_longest < app.conf.task_soft_time_limit
    assert durations.page_longest < durations.reconcile_lease


def test_a_new_installation_has_missed_nothing_before_its_first_night(mirrored: Shop, clock: Clock) -> None:
    clock(EVENING + timedelta(minutes=5))
    reconcile.catch_up()
    assert asked() == []
    clock(NIGHT + timedelta(seconds=30))
    reconcile.catch_up()
    assert ("nightly", "all") in asked()


def test_a_shop_that_is_not_mirrored_or_not_active_is_not_compared(clean: None, clock: Clock) -> None:
    with begin() as session:
        make_shop(session, 8)
        make_shop(session, mirrored_since=EVENING, is_active=False)
    clock(NIGHT + timedelta(days=3))
    reconcile.catch_up()
    assert asked() == []


def test_orders_under_way_are_due_every_ten_minutes_and_products_every_hour(mirrored: Shop, clock: Clock) -> None:
    all_ran(EVENING)
    clock(EVENING + timedelta(minutes=9, seconds=59))
    reconcile.catch_up()
    assert asked() == []
    clock(EVENING + timedelta(minutes=10))
    reconcile.catch_up()
    assert asked() == [("active", "orders")]
    clock(EVENING + timedelta(minutes=60))
    reconcile.catch_up()
    assert asked() == [("active", "orders"), ("products", "products")]


def test_a_timer_that_is_early_by_a_little_starts_its_run_all_the_same(mirrored: Shop, clock: Clock) -> None:
    """Else a run would come at every second turn of a timer that is a little fast."""
    all_ran(EVENING)
    clock(EVENING + timedelta(minutes=9, seconds=58))
    reconcile.start("active")
    assert asked() == [("active", "orders")]


def test_a_run_that_began_a_second_before_its_time_is_not_begun_again_at_it(mirrored: Shop, clock: Clock) -> None:
    """The clocks of the database and of beat are two."""
    all_ran(NIGHT - timedelta(seconds=1))
    clock(NIGHT + timedelta(seconds=30))
    reconcile.catch_up()
    reconcile.start("nightly")
    assert asked() == []


def test_while_a_plan_s_last_run_waits_it_is_not_asked_for_again(mirrored: Shop, clock: Clock) -> None:
    ran("nightly", NIGHT - timedelta(days=1), phase="queued")
    clock(NIGHT + timedelta(hours=1))
    reconcile.start("nightly")
    assert len(asked()) == 1


def test_a_plan_that_is_switched_off_is_neither_started_nor_caught_up(mirrored: Shop, clock: Clock) -> None:
    with begin() as session:
        session.add(ScheduleOverride(name="reconcile-nightly", enabled=False))
    clock(NIGHT + timedelta(hours=1))
    reconcile.start("nightly")
    reconcile.catch_up()
    assert [plan for plan, _ in asked()] == ["active", "products"]


def test_a_plan_s_time_follows_the_timetable_without_a_deploy(mirrored: Shop, clock: Clock) -> None:
    all_ran(EVENING)
    with begin() as session:
        session.add(ScheduleOverride(name="reconcile-nightly", enabled=True, cron="0 21 * * *"))
    clock(EVENING + timedelta(hours=1))
    reconcile.start("nightly")
    assert asked() == [("nightly", "all")]


def test_two_beats_in_the_same_moment_start_one_run(mirrored: Shop, clock: Clock) -> None:
    clock(NIGHT)
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda _: reconcile.start("nightly"), range(16)))
    assert asked() == [("nightly", "all")]


@pytest.mark.parametrize("zone", [ALMATY, NEW_YORK], ids=["Almaty", "New York"])
@pytest.mark.parametrize("cron", ["30 2 * * *", "30 1 * * *"])
@pytest.mark.parametrize(
    "day", [datetime(2026, 3, 8), datetime(2026, 11, 1)], ids=["an hour is left out", "an hour comes twice"]
)
def test_every_night_has_one_run_also_when_the_clocks_change(
    mirrored: Shop, clock: Clock, monkeypatch: pytest.MonkeyPatch, zone: ZoneInfo, cron: str, day: datetime
) -> None:
    """Whether it was beat or the catching up that came, and however often."""
    monkeypatch.setattr(app, "timezone", zone)
    with begin() as session:
        session.add(ScheduleOverride(name="reconcile-nightly", enabled=True, cron=cron))
    noon = day.replace(hour=12, tzinfo=zone)
    ran("nightly", noon - timedelta(days=1))
    begun: list[datetime] = []
    for now in _moments(noon):
        clock(now)
        reconcile.start("nightly")
        begun += [now] * _begin_all(now)
        clock(now + timedelta(seconds=20))
        reconcile.start("nightly")
        begun += [now] * _begin_all(now)
    nights = [moment.astimezone(zone).date() for moment in begun]
    assert nights == [day.date(), (day + timedelta(days=1)).date()]
    assert all(moment.astimezone(zone).hour in (1, 2, 3) for moment in begun)


def _moments(noon: datetime) -> list[datetime]:
    """Two nights by half hours, and the days around them."""
    midday = noon.astimezone(UTC)
    nights = [
        midday - timedelta(hours=12 - turn / 2) + timedelta(days=night) for night in (0, 1) for turn in range(10)
    ]
    return sorted([*(midday + timedelta(days=days) for days in (-1, 0, 1)), *nights])


def _begin_all(now: datetime) -> int:
    """What waited has begun and ended, at that time; how many there were."""
    with begin() as session:
        waiting = session.query(ReconcileRun).filter_by(phase="queued").all()
        for run in waiting:
            run.phase, run.created_at = "done", now
    return sum(run.parent_id is None for run in waiting)


def test_the_worker_is_rung_for_even_when_nothing_is_due(
    mirrored: Shop, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A run whose worker died goes on."""
    rung: list[Any] = []
    monkeypatch.setattr(reconcile, "ring", rung.append)
    clock(EVENING)
    reconcile.catch_up()
    assert rung == ["reconcile"]
