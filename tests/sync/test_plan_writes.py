"""A write that may or may not have happened: what the next look at the site makes of it."""

from typing import Any

import pytest

from sync.fields import Field
from sync.plan import MISSING, Decision, Memory, decide, landed

PRICE, NAME, IMAGE = Field("price", "both"), Field("name", "both"), Field("image", "both")
ROUNDED = (495_050, 495_100)
REHOSTED = ("https://cdn.example/b.jpg", "https://shop.example/upload/x.jpeg")
ESCAPED = ("Розы & ирисы", "Розы &amp; ирисы")
TRIMMED = ("Розы красные длинные", "Розы красные")


@pytest.mark.parametrize(
    ("field", "before", "sent", "theirs"),
    [
        ("price", 400_000, *ROUNDED),
        ("price", 400_000, 495_050, 495_000),
        ("image", "https://shop.example/upload/a.jpeg", *REHOSTED),
        ("name", "Тюльпаны", *ESCAPED),
        ("name", "Тюльпаны", "Розы & ирисы", "Розы &amp;amp; ирисы"),
        ("name", "Тюльпаны", *TRIMMED),
        ("name", "Тюльпаны", "  Розы   красные ", "Розы красные"),
        ("enabled", True, False, False),
        (
            "items",
            None,
            [["Розы & ирисы", 2, 495_050], ["Розы", 1, 100]],
            [["Розы", 1, 100], ["Розы &amp;", 2, 495_100]],
        ),
    ],
)
def test_what_the_site_makes_of_a_value_is_that_value(field: str, before: Any, sent: Any, theirs: Any) -> None:
    assert landed(field, sent, before, theirs)


@pytest.mark.parametrize(
    ("field", "before", "sent", "theirs"),
    [
        ("price", 400_000, 495_050, 400_000),
        ("price", 400_000, 495_050, 495_150),
        ("price", 400_000, 495_050, None),
        ("image", "https://shop.example/upload/a.jpeg", REHOSTED[0], "https://shop.example/upload/a.jpeg"),
        ("image", "https://shop.example/upload/a.jpeg", REHOSTED[0], None),
        ("name", "Тюльпаны", "Розы", "Пионы"),
        ("name", "Тюльпаны", "Розы", ""),
        ("enabled", True, False, True),
        ("items", None, [["Розы", 1, 100]], [["Розы", 2, 100]]),
        ("items", None, [["Розы", 1, 100]], [["Розы", 1, 200]]),
        ("items", None, [["Розы", 1, 100]], [["Пионы", 1, 100]]),
        ("items", None, [["Розы", 1, 100]], [["Розы", 1, 100], ["Розы", 1, 100]]),
        ("items", None, [["Розы", 1, 100], ["Розы", 1, 100]], [["Розы", 1, 100]]),
    ],
)
def test_what_stood_there_before_and_what_is_nothing_like_it_did_not_land(
    field: str, before: Any, sent: Any, theirs: Any
) -> None:
    assert not landed(field, sent, before, theirs)


def test_a_value_rounded_back_to_what_stood_there_lands_only_with_the_sites_yes() -> None:
    assert not landed("price", 495_050, 495_100, 495_100)
    assert landed("price", 495_050, 495_100, 495_100, written=True)


def test_a_picture_the_site_had_already_lands_only_with_the_sites_yes() -> None:
    sent, kept = REHOSTED
    assert not landed("image", sent, kept, kept)
    assert landed("image", sent, kept, kept, written=True)


@pytest.mark.parametrize(
    ("field", "before", "sent", "theirs"),
    [(PRICE, 400_000, *ROUNDED), (IMAGE, None, *REHOSTED), (NAME, "Пионы", *ESCAPED), (NAME, "Пионы", *TRIMMED)],
)
@pytest.mark.parametrize("written", [True, False])
def test_a_write_that_landed_is_agreement_not_drift(
    field: Field, before: Any, sent: Any, theirs: Any, written: bool
) -> None:
    memory = Memory(before, before, sent=sent, before=before)
    assert decide(field, sent, theirs, memory, written=written) == Decision("nothing", Memory(sent, theirs))


def test_a_write_that_did_not_happen_is_made_again() -> None:
    memory = Memory(400_000, 400_000, sent=495_000, before=400_000)
    assert decide(PRICE, 495_000, 400_000, memory) == Decision("push", memory)


def test_an_edit_of_ours_made_during_a_write_is_sent_after_it() -> None:
    memory = Memory(400_000, 400_000, sent=495_050, before=400_000)
    expected = Decision("push", Memory(495_050, 495_100, sent=600_000, before=495_100))
    assert decide(PRICE, 600_000, 495_100, memory) == expected


def test_an_edit_of_theirs_made_during_a_write_is_a_conflict() -> None:
    memory = Memory(400_000, 400_000, sent=495_000, before=400_000)
    assert decide(PRICE, 495_000, 700_000, memory) == Decision("take", Memory(700_000, 700_000), "both_moved")


def test_an_edit_of_theirs_made_after_a_write_that_landed_is_taken() -> None:
    landed_write = decide(PRICE, 495_050, 495_100, Memory(1, 1, sent=495_050, before=1)).memory
    assert decide(PRICE, 495_050, 700_000, landed_write) == Decision("take", Memory(700_000, 700_000))


def test_a_first_write_that_landed_becomes_the_memory() -> None:
    first = decide(NAME, ESCAPED[0], None, None)
    assert first.action == "push"
    assert decide(NAME, ESCAPED[0], ESCAPED[1], first.memory).memory == Memory(*ESCAPED)


def test_a_first_write_that_did_not_happen_is_still_a_first_contact() -> None:
    first = decide(NAME, "Розы", None, None)
    assert decide(NAME, "Розы", "Пионы", first.memory) == Decision("take", Memory("Пионы", "Пионы"), "no_base")


def test_the_sites_yes_counts_for_a_field_whose_key_is_missing_in_the_next_read() -> None:
    memory = Memory(400_000, 400_000, sent=495_000, before=400_000)
    assert decide(PRICE, 495_000, MISSING, memory, written=True) == Decision("agreed", Memory(495_000, 400_000))


def test_what_stood_there_is_known_though_the_key_is_missing_now() -> None:
    decision = decide(IMAGE, REHOSTED[0], MISSING, Memory("a", "https://shop.example/a.jpeg"))
    assert decision == Decision(
        "push", Memory("a", "https://shop.example/a.jpeg", REHOSTED[0], "https://shop.example/a.jpeg")
    )
