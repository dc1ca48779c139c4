"""The site is down for a whole night: hardly anybody calls, one alert is told, and by morning both sides agree."""

import threading
import time
import traceback

import pytest

from dev.simulator.control import Florist
from dev.simulator.process import SimulatorProcess
from tasks import default, outbox, reconcile
from tests.poll import until
from tests.promises import comparing, rows
from tests.promises.conftest import Build
from tests.tasks.alert_receiver import Receiver, listening

SCALE = 0.005
LONGEST_REST_S = 300 * SCALE
ORDERS, PRODUCTS, EDITED = 30, 60, 15


class Workers:
    """What beat and the workers do, at this scale's own pace."""

    def __init__(self) -> None:
        self._stop = threading.Event()
        self._threads = [
            threading.Thread(target=self._turn, args=turn, daemon=True)
            for turn in (
                ((outbox.settle,), 5 * SCALE),
                ((lambda: reconcile.start("active"), reconcile.work), 600 * SCALE),
                ((lambda: reconcile.start("products"), reconcile.work), 3600 * SCALE),
                ((reconcile.catch_up, reconcile.work), 60 * SCALE),
                ((default.alerts,), 60 * SCALE),
            )
        ]

    def __enter__(self) -> None:
        for thread in self._threads:
            thread.start()

    def __exit__(self, *_: object) -> None:
        self._stop.set()
        for thread in self._threads:
            thread.join(5)

    def _turn(self, tasks: tuple, pause_s: float) -> None:
        while not self._stop.wait(pause_s):
            for task in tasks:
                try:
                    task()
                except Exception:  # as a worker does: the next one comes all the same
                    traceback.print_exc()


@pytest.mark.promise
def test_hours_without_the_site_make_no_storm_and_one_alert_and_both_sides_agree_after_them(
    build: Build, site: SimulatorProcess, florist: Florist, unrung: None
) -> None:
    _without_the_site(build, site, florist, hours=0.5)


@pytest.mark.long
@pytest.mark.timeout(600)
def test_a_whole_night_without_the_site(
    build: Build, site: SimulatorProcess, florist: Florist, unrung: None
) -> None:
    _without_the_site(build, site, florist, hours=8)


def _without_the_site(build: Build, site: SimulatorProcess, florist: Florist, hours: float) -> None:
    with listening() as person:
        limits = {"BITRIX_RATE": "10000", "BITRIX_BURST": "10000", "OUTBOX_CONCURRENCY": "2"}
        build(site, TIME_SCALE=str(SCALE), ALERT_WEBHOOK_URL=person.url, **limits)
        _through_the_night(florist, person, hours)


def _through_the_night(florist: Florist, person: Receiver, hours: float) -> None:
    rows.mirrored_shop()  # for years: the nightly run is due, and fails
    comparing.seed(florist, ORDERS, PRODUCTS)
    assert comparing.work(comparing.ask("all")).phase == "done"

    florist.fault("http_503")
    _edit_both(florist)
    florist.clear_log()
    with Workers():
        time.sleep(hours * 3600 * SCALE)
        calls = sum(route["all"] for name, route in florist.calls().items() if "/api/" in name)
        florist.clear_faults()
        # Who asked while somebody's probe was on its way comes back when that would have timed out, at any scale.
        until(lambda: not comparing.differences(florist), 60)
        until(_all_well, 30)
        until(lambda: len(person.heard) > 1, 10)

    assert person.states() == [("run_failed_twice", "open"), ("run_failed_twice", "over")]
    probes = hours * 3600 * SCALE / LONGEST_REST_S
    print(f"{calls} calls in {hours} h, {probes:.0f} rests at their longest")
    assert calls < probes + 25  # some more until the rests are long, and what is under way when the circuit opens
    assert rows.value("SELECT count(*) FROM outbox WHERE state = 'dead'") == 0


def _edit_both(florist: Florist) -> None:
    """People here go on working; what the site changed is heard of by nobody."""
    products = [row["id"] for row in florist.rows("products")]
    by_status = {
        code: [row["id"] for row in florist.rows("orders") if row["status"] == code] for code in ("AP", "F")
    }
    rows.execute("UPDATE product SET price = price + 10000 WHERE bitrix_id = ANY(:ids)", ids=products[:EDITED])
    rows.execute(
        "INSERT INTO outbox (shop_id, kind, key, reason) SELECT shop_id, 'product', bitrix_id::text, 'edit' "
        "FROM product WHERE bitrix_id = ANY(:ids) "
        "ON CONFLICT (shop_id, kind, key) DO UPDATE SET state = 'pending', due_at = now()",
        ids=products[:EDITED],
    )
    florist.bulk(
        [{"order": one, "status": "DE"} for one in by_status["AP"]]
        + [{"order": one, "status": "RF"} for one in by_status["F"][:4]]  # over, and in no list of those under way
        + [{"order": None, "create": True, "items": comparing.LINES, "status": "F"}],
        silent=True,
    )


def _all_well() -> bool:
    """The newest run of each plan is done, and nothing is owed."""
    newest = rows.pairs(
        "SELECT DISTINCT ON (plan) plan, phase FROM reconcile_run WHERE parent_id IS NULL ORDER BY plan, id DESC"
    )
    plans = ("active", "products", "nightly")
    return all(newest.get(plan) == "done" for plan in plans) and not comparing.owed_soon()
