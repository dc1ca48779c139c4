"""The table of statuses, each row."""

import pytest

from bitrix.wire.status import KNOWN, OURS, STATUSES, StatusTable

ROWS = [
    ("N", "new", "NEW", "new", "Новый"),
    ("PD", "paid", "PAID", "paid", "Оплачен"),
    ("AP", "accepted", "ACCEPTED", "accepted", "Принят"),
    ("CO", "assembled", "IN_PRODUCTION", "assembled", "Собран"),
    ("DE", "in_delivery", "IN_DELIVERY", "in_delivery", "В пути"),
    ("F", "delivered", "DELIVERED", "delivered", "Доставлен"),
    ("RF", "cancelled", "CANCELLED", "cancelled", "Возврат"),
    ("UN", "cancelled", "CANCELLED", "cancelled", "Не реализован"),
]


@pytest.mark.parametrize(("code", "key", "patch_name", "ours", "russian"), ROWS)
def test_a_code_translates_as_the_contract_says(
    code: str, key: str, patch_name: str, ours: str, russian: str
) -> None:
    assert STATUSES.from_bitrix(code) == ours
    assert code in STATUSES.codes_of_key(key)
    assert STATUSES.patch_name(code) == patch_name
    assert STATUSES.russian(code) == russian


def test_the_table_holds_these_rows_and_no_other() -> None:
    assert [tuple(row) for row in KNOWN] == ROWS


@pytest.mark.parametrize("key", [status for status in OURS if status != "cancelled"])
def test_a_status_key_has_one_code(key: str) -> None:
    assert STATUSES.codes_of_key(key) == (STATUSES.code_from_key(key),)


def test_cancelled_may_be_two_codes() -> None:
    assert STATUSES.codes_of_key("cancelled") == ("RF", "UN")


@pytest.mark.parametrize("code", ["XX", "ap", "", " AP"])
def test_an_unknown_code_is_nobodys(code: str) -> None:
    assert STATUSES.from_bitrix(code) is None
    assert STATUSES.patch_name(code) is None
    assert STATUSES.russian(code) == code


def test_an_unknown_key_has_no_code() -> None:
    assert STATUSES.code_from_key("lost") is None


def test_a_shop_may_add_a_code() -> None:
    table = StatusTable({"XX": "assembled"})
    assert table.from_bitrix("XX") == "assembled"
    assert table.code_from_key("assembled") == "CO"


def test_a_shop_may_move_a_known_code() -> None:
    table = StatusTable({"PD": "accepted"})
    assert table.from_bitrix("PD") == "accepted"
    assert table.code_from_key("paid") == "PD"


def test_an_added_code_must_become_a_status_of_ours() -> None:
    with pytest.raises(ValueError, match="XX: 'lost'"):
        StatusTable({"XX": "lost"})
