"""The plan by examples: direction, who moved, who owns, what is missing or empty, what was being written."""

from typing import Any

import pytest

from sync.fields import ORDER, PRODUCT, Field
from sync.plan import MISSING, Decision, Memory, decide, is_empty

BOTH = Field("price", "both")
OURS_WINS = Field("price", "both", owner="us")
TAKE = Field("width", "take")
TAKE_OURS_WINS = Field("width", "take", owner="us")
PUSH = Field("description", "push", owner="us")
AGREED = Memory("a", "A")  # two spellings of the same thing
NEVER = None

Row = tuple[Field, Any, Any, Memory | None, Decision]

ONE_MOVED: dict[str, Row] = {
    "neither moved": (BOTH, "a", "A", AGREED, Decision("nothing", AGREED)),
    "ours moved": (BOTH, "b", "A", AGREED, Decision("push", Memory("a", "A", sent="b", before="A"))),
    "theirs moved": (BOTH, "a", "B", AGREED, Decision("take", Memory("B", "B"))),
    "both moved to the same": (BOTH, "b", "b", AGREED, Decision("agreed", Memory("b", "b"))),
    "theirs moved back to ours": (BOTH, "a", "a", AGREED, Decision("agreed", Memory("a", "a"))),
    "theirs became empty": (BOTH, "a", None, AGREED, Decision("take", Memory(None, None))),
    "ours became empty": (BOTH, None, "A", AGREED, Decision("push", Memory("a", "A", sent=None, before="A"))),
    "the owner does not matter where one moved": (
        OURS_WINS,
        "a",
        "B",
        AGREED,
        Decision("take", Memory("B", "B")),
    ),
    "site only: theirs moved": (TAKE, "a", "B", AGREED, Decision("take", Memory("B", "B"))),
    "site only: ours moved": (TAKE, "b", "A", AGREED, Decision("ahead", AGREED)),
}
BOTH_MOVED: dict[str, Row] = {
    "the site owns": (BOTH, "b", "C", AGREED, Decision("take", Memory("C", "C"), "both_moved")),
    "we own": (
        OURS_WINS,
        "b",
        "C",
        AGREED,
        Decision("push", Memory("a", "C", sent="b", before="C"), "both_moved"),
    ),
    "site only, the site owns": (TAKE, "b", "C", AGREED, Decision("take", Memory("C", "C"), "both_moved")),
    "site only, we own": (TAKE_OURS_WINS, "b", "C", AGREED, Decision("ahead", Memory("a", "C"), "both_moved")),
}
FIRST_CONTACT: dict[str, Row] = {
    "equal values": (BOTH, "a", "a", NEVER, Decision("agreed", Memory("a", "a"))),
    "the site owns": (BOTH, "a", "b", NEVER, Decision("take", Memory("b", "b"), "no_base")),
    "we own": (OURS_WINS, "a", "b", NEVER, Decision("push", Memory(MISSING, MISSING, "a", "b"), "no_base")),
    "ours is empty": (BOTH, None, "b", NEVER, Decision("take", Memory("b", "b"))),
    "ours is empty though we own": (OURS_WINS, "", "b", NEVER, Decision("take", Memory("b", "b"))),
    "theirs is empty": (BOTH, "a", None, NEVER, Decision("push", Memory(MISSING, MISSING, "a", None))),
    "theirs is an empty list": (TAKE, ["a"], [], NEVER, Decision("ahead", Memory([], []))),
    "site only: theirs is empty": (TAKE, "a", None, NEVER, Decision("ahead", Memory(None, None))),
    "no and nought are values": (BOTH, 0, 5, NEVER, Decision("take", Memory(5, 5), "no_base")),
    "theirs cannot be seen": (BOTH, "a", MISSING, NEVER, Decision("nothing", None)),
}
MISSING_KEY: dict[str, Row] = {
    "nothing moved": (BOTH, "a", MISSING, AGREED, Decision("nothing", AGREED)),
    "site only: ours moved": (TAKE, "b", MISSING, AGREED, Decision("ahead", AGREED)),
}
PUSH_ONLY: dict[str, Row] = {
    "nothing to say": (PUSH, None, MISSING, NEVER, Decision("nothing", None)),
    "a first value": (PUSH, "a", MISSING, NEVER, Decision("push", None)),
    "said already": (PUSH, "a", MISSING, Memory("a", MISSING), Decision("nothing", Memory("a", MISSING))),
    "ours moved": (PUSH, "b", MISSING, Memory("a", MISSING), Decision("push", Memory("a", MISSING))),
    "ours was cleared": (PUSH, None, MISSING, Memory("a", MISSING), Decision("push", Memory("a", MISSING))),
    "what the site shows is never compared": (
        PUSH,
        "a",
        "z",
        Memory("a", MISSING),
        Decision("nothing", Memory("a", MISSING)),
    ),
}


def check(row: Row) -> None:
    field, ours, theirs, memory, expected = row
    assert decide(field, ours, theirs, memory) == expected


@pytest.mark.parametrize("row", ONE_MOVED.values(), ids=ONE_MOVED.keys())
def test_what_one_side_moved_is_carried_over_where_it_may_go(row: Row) -> None:
    check(row)


@pytest.mark.parametrize("row", BOTH_MOVED.values(), ids=BOTH_MOVED.keys())
def test_where_both_moved_apart_the_owner_wins_and_a_conflict_is_recorded(row: Row) -> None:
    check(row)


@pytest.mark.parametrize("row", FIRST_CONTACT.values(), ids=FIRST_CONTACT.keys())
def test_without_a_memory_the_owner_wins_but_empty_never_beats_filled(row: Row) -> None:
    check(row)


@pytest.mark.parametrize("row", MISSING_KEY.values(), ids=MISSING_KEY.keys())
def test_a_missing_key_never_wipes(row: Row) -> None:
    check(row)


@pytest.mark.parametrize("row", PUSH_ONLY.values(), ids=PUSH_ONLY.keys())
def test_a_field_the_site_never_shows_is_sent_when_ours_moved(row: Row) -> None:
    check(row)


def test_the_sites_yes_is_remembered_for_a_field_it_never_shows() -> None:
    assert decide(PUSH, "b", MISSING, Memory("a", MISSING), written=True) == Decision(
        "agreed", Memory("b", MISSING)
    )


def test_a_conflict_about_a_site_only_field_of_ours_is_found_once() -> None:
    first = decide(TAKE_OURS_WINS, "b", "C", AGREED)
    assert decide(TAKE_OURS_WINS, "b", "C", first.memory) == Decision("ahead", Memory("a", "C"))


def test_a_conflict_that_we_win_is_found_once_though_the_write_failed() -> None:
    first = decide(OURS_WINS, "b", "C", AGREED)
    assert decide(OURS_WINS, "b", "C", first.memory) == Decision("push", Memory("a", "C", sent="b", before="C"))


def test_what_the_site_emptied_for_us_stays_ahead_here() -> None:
    first = decide(TAKE, "a", None, None)
    assert decide(TAKE, "a", None, first.memory) == Decision("ahead", Memory(None, None))


@pytest.mark.parametrize("value", [None, "", []])
def test_none_and_empty_text_and_empty_lists_are_empty(value: Any) -> None:
    assert is_empty(value)


@pytest.mark.parametrize("value", [False, 0, "0", [0]])
def test_false_and_nought_are_values(value: Any) -> None:
    assert not is_empty(value)


@pytest.mark.parametrize(
    "memory", [AGREED, Memory("a", "A", sent="b", before="A"), Memory(MISSING, MISSING, "b", None), Memory(None, 0)]
)
def test_a_memory_survives_being_stored(memory: Memory) -> None:
    assert Memory.load(memory.dump()) == memory


def test_the_fields_of_the_rules_have_the_directions_and_owners_of_the_rules() -> None:
    assert {field.name: (field.direction, field.owner) for field in PRODUCT} == {
        "name": ("both", "site"),
        "price": ("both", "site"),
        "image": ("both", "site"),
        "enabled": ("both", "site"),
        "description": ("push", "us"),
        "type": ("take", "site"),
        "width": ("take", "site"),
        "height": ("take", "site"),
        "images": ("take", "site"),
    }
    assert {(field.direction, field.owner) for field in ORDER} == {("take", "site")}
