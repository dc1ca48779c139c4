"""One stream, page by page: rows that move are neither lost nor doubled, and what is not whole says so."""

import contextlib

import pytest

from bitrix.errors import BadToken, CircuitOpen, TooManyRequests, Unavailable
from models import Shop
from sync.reconcile.read import MOST_READS, MOST_TRIES, GaveUp, Progress
from sync.reconcile.runs import RunLost
from tests.sync.reconcile.lists import UNREADABLE, Before, ListThere, Reading
from tests.sync.reconcile.runner import execute, run, value

pytestmark = pytest.mark.usefixtures("shop")


def ids(count: int) -> list[int]:
    return list(range(count, 0, -1))


@pytest.mark.parametrize("count", [0, 1, 5, 99, 100, 101, 195, 196, 295, 1000])
def test_a_quiet_list_is_read_whole_whatever_its_length(shop: Shop, count: int) -> None:
    reading = Reading(ListThere(ids(count)))
    progress = reading.read()
    assert (progress.done, progress.whole, progress.reads) == (True, True, 1)
    assert reading.staged() == sorted(ids(count))


@pytest.mark.parametrize("at_once", [2, 4])
def test_a_quiet_list_is_read_whole_some_pages_at_a_time(at_once: int) -> None:
    there = ListThere(ids(1000))
    reading = Reading(there)
    progress = reading.read(at_once=at_once)
    assert (progress.done, progress.whole, progress.reads) == (True, True, 1)
    assert reading.staged() == sorted(ids(1000))
    assert len(there.offsets) == len(set(there.offsets))


def test_pages_overlap_by_some_rows() -> None:
    there = ListThere(ids(300))
    Reading(there).read()
    assert there.offsets == [0, 95, 190, 285]


@pytest.mark.parametrize("gone", [1, 4, 5, 6, 20, 60])
def test_rows_that_go_between_two_pages_take_no_other_row_with_them(gone: int) -> None:
    def leave(there: ListThere, call: int) -> None:
        if call == 2:
            del there.ids[:gone]

    reading = Reading(ListThere(ids(300), leave))
    assert reading.read().whole
    assert reading.staged() == sorted(ids(300 - gone))


@pytest.mark.parametrize("come", [1, 5, 6, 95, 150])
def test_rows_that_come_between_two_pages_are_read_with_the_others(come: int) -> None:
    def arrive(there: ListThere, call: int) -> None:
        if call == 2:
            there.ids[:0] = range(1000 + come, 1000, -1)

    reading = Reading(ListThere(ids(300), arrive))
    assert reading.read().whole
    assert len(reading.staged()) == 300 + come


def test_a_row_that_left_before_the_list_was_read_again_does_not_keep_it_from_being_whole() -> None:
    """What the torn read had staged of it is not counted as if it were still listed."""

    def leave(there: ListThere, call: int) -> None:
        if call == 3:
            there.ids.remove(300)

    reading = Reading(ListThere(ids(300), leave))
    progress = reading.read()
    assert (progress.whole, progress.reads) == (True, 2)
    assert 300 not in reading.staged()


def test_a_list_that_never_rests_is_read_three_times_and_is_not_whole() -> None:
    def restless(there: ListThere, call: int) -> None:
        there.ids.insert(0, 1000 + call)

    reading = Reading(ListThere(ids(250), restless))
    progress = reading.read()
    assert (progress.done, progress.whole, progress.reads) == (True, False, MOST_READS)
    assert set(ids(250)) <= set(reading.staged())


@pytest.mark.parametrize("rows", [1, 6, 20, 50])
def test_a_page_that_repeats_rows_instead_of_showing_others_hides_none(rows: int) -> None:
    def repeat(there: ListThere, call: int) -> list[int] | None:
        return there.ids[95 : 195 - rows] + there.ids[95 : 95 + rows] if call == 2 else None

    reading = Reading(ListThere(ids(290), repeat))
    assert reading.read().whole
    assert reading.staged() == sorted(ids(290))


@pytest.mark.parametrize("shown", [[], [300], list(range(300, 201, -1))])
def test_a_page_with_fewer_rows_than_promised_is_not_believed(shown: list[int]) -> None:
    reading = Reading(ListThere(ids(300), lambda there, call: shown if call < 3 else None))
    assert reading.read().whole
    assert len(reading.slept) == 2
    assert reading.staged() == sorted(ids(300))


def test_a_page_is_given_up_after_five_tries_with_the_reason() -> None:
    there = ListThere(ids(300), lambda there, call: [] if call > 1 else None)
    reading = Reading(there)
    with pytest.raises(GaveUp, match="offset 95: 100 rows fewer than promised"):
        reading.read()
    assert there.offsets == [0] + [95] * MOST_TRIES


def test_a_page_is_given_up_when_it_takes_too_long() -> None:
    with pytest.raises(GaveUp, match="http_503"):
        Reading(ListThere(ids(5), failing(Unavailable("busy", status=503)))).read(longest_s=0)


def test_a_failure_that_another_try_cannot_help_is_not_tried_again() -> None:
    there = ListThere(ids(5), failing(BadToken("no", status=401)))
    with pytest.raises(GaveUp, match="http_401"):
        Reading(there).read()
    assert there.offsets == [0]


def test_the_site_is_left_alone_for_as_long_as_it_asks() -> None:
    reading = Reading(ListThere(ids(5), failing(TooManyRequests("wait", status=429, retry_after=7), times=1)))
    assert reading.read().whole
    assert [7 <= slept <= 8 for slept in reading.slept] == [True]


@pytest.mark.parametrize(
    "error",
    [TooManyRequests("wait", status=429, retry_after=600), CircuitOpen("down", retry_after=300)],
)
def test_a_wait_beyond_the_page_s_time_gives_it_up_at_once(error: Exception) -> None:
    """No worker sleeps for as long as the site likes; the next run asks again."""
    reading = Reading(ListThere(ids(5), failing(error)))
    with pytest.raises(GaveUp):
        reading.read(longest_s=60)
    assert reading.slept == []


def test_all_tries_of_a_page_share_its_time() -> None:
    there = ListThere(ids(5), failing(Unavailable("busy", status=503)))
    with pytest.raises(GaveUp):
        Reading(there).read()
    assert len(there.offsets) == MOST_TRIES
    assert len(there.deadlines) == 1


@pytest.mark.parametrize("place", [0, 50, 97, 99, 130])
def test_rows_without_a_readable_id_are_counted_once_and_keep_no_list_from_being_whole(place: int) -> None:
    """97 lies where two pages overlap, so that it is seen twice."""
    listed = ids(300)
    listed[place] = UNREADABLE
    reading = Reading(ListThere(listed))
    progress = reading.read()
    assert (progress.whole, progress.reads, progress.unreadable) == (True, 1, 1)


def test_a_read_goes_on_from_each_of_its_checkpoints_after_its_worker_died() -> None:
    """Each worker dies at its second page; the next one knows no more than the row says."""

    def die(_there: ListThere, call: int) -> None:
        if call % 2 == 0:
            raise Killed

    there = ListThere(ids(420), die)
    reading = Reading(there)
    while not reading.progress.done:
        with contextlib.suppress(Killed):
            reading.read()
        reading.progress = Progress(**run(reading.lease.id).checkpoint["list"])
    assert there.offsets == [0, 95, 95, 190, 190, 285, 285, 380, 380]
    assert reading.progress.whole
    assert reading.staged() == sorted(ids(420))


def test_who_lost_the_lease_stages_nothing() -> None:
    reading = Reading(ListThere(ids(300)))
    execute("UPDATE reconcile_run SET lease_token = gen_random_uuid()")
    with pytest.raises(RunLost):
        reading.read()
    assert reading.staged() == []
    assert value("SELECT checkpoint FROM reconcile_run") == {}


class Killed(Exception):
    """Whoever works the run is no more."""


def failing(error: Exception, times: int = 1000) -> Before:
    def fail(_there: ListThere, call: int) -> None:
        if call <= times:
            raise error

    return fail
