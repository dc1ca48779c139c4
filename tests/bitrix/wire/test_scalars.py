"""Ids, counts, flags, texts and addresses."""

from urllib.parse import urljoin

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bitrix.wire.scalars import absolute_url, parse_count, parse_flag, parse_id, parse_text
from bitrix.wire.unreadable import Unreadable

SITE = "https://shop.example"


@pytest.mark.parametrize("raw", [668826, "668826", " 668826 "])
def test_an_id_is_a_number_or_a_digit_string(raw: object) -> None:
    assert parse_id(raw) == 668826


@pytest.mark.parametrize("raw", [None, "", "abc", 0, "0", -1, "-1", 1.0, True, [], "1e3", "٣", 2**63, "9" * 30])
def test_what_is_no_id_is_refused(raw: object) -> None:
    with pytest.raises(Unreadable):
        parse_id(raw)


@pytest.mark.parametrize(("raw", "count"), [(3, 3), ("3", 3), (3.0, 3), ("3.0000", 3), (0, 0)])
def test_a_count_is_whole_however_it_is_written(raw: object, count: int) -> None:
    assert parse_count(raw) == count


@pytest.mark.parametrize("raw", [None, "", "1.5", 1.5, -1, True, "много", float("nan"), 10**12])
def test_what_is_no_count_is_refused(raw: object) -> None:
    with pytest.raises(Unreadable):
        parse_count(raw)


@pytest.mark.parametrize(
    ("raw", "flag"),
    [
        (True, True), (False, False), ("Y", True), ("N", False), (1, True), (0, False), ("1", True), ("0", False),
        ("true", True), ("false", False), ("y", True),
    ],
)  # fmt: skip
def test_a_flag_is_read_in_every_spelling_of_the_site(raw: object, flag: bool) -> None:
    assert parse_flag(raw) is flag


@pytest.mark.parametrize("raw", [None, "", [], "да", 2, -1, {}, 1.0])
def test_an_empty_or_strange_flag_is_refused(raw: object) -> None:
    with pytest.raises(Unreadable):
        parse_flag(raw)


@pytest.mark.parametrize("raw", ["Розы &amp; пионы", " +7 700 000 0001", ""])
def test_a_text_stays_exactly_as_the_site_sent_it(raw: str) -> None:
    assert parse_text(raw) == raw


def test_a_phone_sent_as_a_number_becomes_its_digits() -> None:
    assert parse_text(77000000001) == "77000000001"


@pytest.mark.parametrize("raw", [None, True, [], {}, "a\x00b", "\ud800"])
def test_what_no_database_can_keep_is_refused(raw: object) -> None:
    with pytest.raises(Unreadable) as refusal:
        parse_text(raw)
    str(refusal.value).encode()


@pytest.mark.parametrize(
    ("raw", "address"),
    [
        ("https://cdn.example/a.jpg", "https://cdn.example/a.jpg"),
        ("/upload/a.jpg", "https://shop.example/upload/a.jpg"),
        ("upload/a.jpg", "https://shop.example/upload/a.jpg"),
        ("//cdn.example/a.jpg", "https://cdn.example/a.jpg"),
        ("/upload/роза 1.jpg", "https://shop.example/upload/роза 1.jpg"),
    ],
)
def test_an_address_is_completed_from_the_site(raw: str, address: str) -> None:
    assert absolute_url(raw, SITE) == address


@pytest.mark.parametrize(
    "raw", ["", " ", None, "javascript:alert(1)", "data:image/png;base64,AA", "http://", "http://[", 1.5j]
)
def test_what_is_no_address_is_refused(raw: object) -> None:
    with pytest.raises(Unreadable):
        absolute_url(raw, SITE)


@given(
    st.sampled_from(["http://shop.example", "HTTPS://Shop.example:8443/", "https://shop.example/a/b/"]),
    st.text("/a.~-;:?# %", min_size=1, max_size=8).map("/{}".format),
)
def test_a_plain_path_is_completed_as_any_address_is(site: str, path: str) -> None:
    if not path.startswith("//"):
        assert absolute_url(path, site) == urljoin(site, path.strip())


def test_a_relative_address_without_a_site_is_refused() -> None:
    with pytest.raises(Unreadable):
        absolute_url("/upload/a.jpg", "")
