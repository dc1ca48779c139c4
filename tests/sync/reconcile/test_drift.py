"""What one row of a comparison amounts to: every kind of drift, and what is none."""

from typing import Any

import pytest

from models import Order, OrderItem, Product
from sync.fields import ORDER
from sync.reconcile.drift import Drift, Linked, Staged, of_entity
from sync.rules import Rules

RULES = Rules()
AGREED = {
    "name": "Розы",
    "price": 500_000,
    "image": "https://shop.example/a.jpg",
    "enabled": True,
    "type": "catalog",
}
STATUS = {"status": "AP", "sender_name": "Алия"}


def product(**changes: Any) -> Product:
    return Product(**{**AGREED, "images": [], **changes})


def order(**changes: Any) -> Order:
    columns = {"status": "accepted", "bitrix_status": "AP", "customer_name": "Алия", "items": []}
    return Order(**{**columns, **changes})


def linked(row: Any, agreed: dict[str, Any], state: str = "linked") -> Linked:
    return Linked(state, {name: {"ours": value, "theirs": value} for name, value in agreed.items()}, row)


def of_product(theirs: dict[str, Any] | None, row: Product, rejected: dict[str, str] | None = None) -> list[Drift]:
    staged = None if theirs is None else Staged(theirs, rejected or {})
    return of_entity("product", RULES, staged, linked(row, AGREED), whole=True)


def of_order(code: str, row: Order, agreed: str = "AP") -> list[Drift]:
    return of_entity("order", RULES, Staged({"status": code}, {}), linked(row, {"status": agreed}), whole=True)


def test_two_sides_that_stand_as_agreed_have_no_drift() -> None:
    assert of_product(AGREED, product()) == []
    assert of_order("AP", order()) == []


@pytest.mark.parametrize(
    ("theirs", "ours", "kind"),
    [
        (600_000, 500_000, "theirs_moved"),
        (500_000, 600_000, "ours_moved"),
        (600_000, 700_000, "both_moved"),
        (600_000, 600_000, None),
    ],
)
def test_a_field_is_judged_by_who_moved(theirs: int, ours: int, kind: str | None) -> None:
    found = of_product(AGREED | {"price": theirs}, product(price=ours))
    assert found == ([Drift(kind, "price", ours, theirs)] if kind else [])


def test_each_field_is_a_drift_of_its_own() -> None:
    found = of_product(AGREED | {"price": 600_000, "enabled": False}, product(name="Тюльпаны"))
    assert [(one.kind, one.field) for one in found] == [
        ("ours_moved", "name"),
        ("theirs_moved", "price"),
        ("theirs_moved", "enabled"),
    ]


def test_values_that_differ_as_they_did_when_agreed_are_no_drift() -> None:
    """The site re-hosts images: its address is another one, and that is agreement."""
    memory = {"image": {"ours": "https://cdn.example/a.jpg", "theirs": "https://shop.example/upload/x.jpg"}}
    row = product(image="https://cdn.example/a.jpg")
    staged = Staged({"image": "https://shop.example/upload/x.jpg"}, {})
    assert of_entity("product", RULES, staged, Linked("linked", memory, row), whole=True) == []


def test_without_a_memory_a_difference_is_a_conflict_and_an_empty_value_is_filled() -> None:
    staged = Staged({"name": "Пионы", "image": "https://shop.example/a.jpg"}, {})
    found = of_entity("product", RULES, staged, Linked("linked", {}, product(image=None)), whole=True)
    assert [(one.kind, one.field) for one in found] == [("no_base", "name"), ("theirs_moved", "image")]


@pytest.mark.parametrize("name", [name for name in AGREED if name != "name"])
def test_what_a_row_does_not_say_is_no_drift(name: str) -> None:
    assert of_product({key: value for key, value in AGREED.items() if key != name}, product()) == []


def test_what_cannot_be_read_is_listed_with_the_reason_and_the_other_fields_are_judged() -> None:
    said = {name: value for name, value in AGREED.items() if name != "price"} | {"name": "Пионы"}
    assert of_product(said, product(price=1), {"price": "price: 'договорная' is not a price"}) == [
        Drift("rejected", "price", reason="price: 'договорная' is not a price"),
        Drift("theirs_moved", "name", "Розы", "Пионы"),
    ]


def test_a_description_of_ours_is_pushed_and_never_compared() -> None:
    assert of_product(AGREED, product(description="Свежие"))[0].kind == "ours_moved"
    assert of_product(AGREED | {"description": "Чужое"}, product()) == []


def test_a_status_of_ours_that_ran_ahead_is_listed() -> None:
    assert of_order("AP", order(status="assembled")) == [Drift("status_ahead", "status", "assembled", "AP")]


def test_a_status_of_theirs_that_moved_is_to_be_repaired() -> None:
    assert of_order("F", order()) == [Drift("theirs_moved", "status", "AP", "F")]


@pytest.mark.parametrize("known", ["RF", "UN"])
def test_a_list_that_says_cancelled_means_the_code_that_we_know(known: str) -> None:
    """A list row says only *cancelled*, which is read as RF."""
    assert of_order("RF", order(status="cancelled", bitrix_status=known), agreed=known) == []


def test_a_cancelled_order_that_was_not_is_drift_all_the_same() -> None:
    assert of_order("RF", order())[0].kind == "theirs_moved"
    assert of_order("AP", order(status="cancelled", bitrix_status="UN"), agreed="UN")[0].kind == "theirs_moved"


def test_an_edit_of_ours_that_the_site_has_no_call_for_is_to_be_entered_by_hand() -> None:
    memory = {"address": {"ours": "Абая 1", "theirs": "Абая 1"}}
    staged = Staged({"address": "Абая 1"}, {})
    found = of_entity(
        "order", RULES, staged, Linked("linked", memory, order(delivery_address="Абая 2")), whole=True
    )
    assert found == [Drift("by_hand", "address", "Абая 2", "Абая 1")]


def test_items_are_compared_by_name_quantity_and_price_in_any_order() -> None:
    lines = [["Розы", 1, 500_000], ["Тюльпаны", 2, 100_000]]
    row = order(items=[OrderItem(name=name, quantity=number, price=price) for name, number, price in lines[::-1]])
    memory = {"items": {"ours": lines, "theirs": lines}}
    for there, drifts in ((lines, 0), ([["Розы", 3, 500_000]], 1)):
        found = of_entity("order", RULES, Staged({"items": there}, {}), Linked("linked", memory, row), whole=True)
        assert len(found) == drifts


@pytest.mark.parametrize(
    ("kind", "staged", "expected"),
    [
        ("order", Staged({"status": "AP"}, {}), [Drift("missing_here")]),
        (
            "order",
            Staged({}, {"status": "Unknown status: ZZ"}),
            [Drift("unknown_status", "status", reason="Unknown status: ZZ")],
        ),
        ("order", Staged({}, {}), [Drift("unknown_status", "status", reason="status: not sent")]),
        ("product", Staged({"name": "Розы", "price": 1}, {}), [Drift("missing_here")]),
        ("product", Staged({"name": "Розы"}, {"price": "why"}), [Drift("rejected", "price", reason="why")]),
        ("product", Staged({"price": 1}, {}), [Drift("rejected", "name", reason="name: not sent")]),
    ],
)
def test_what_is_unknown_here_is_missing_unless_it_cannot_be_read(
    kind: str, staged: Staged, expected: list[Drift]
) -> None:
    assert of_entity(kind, RULES, staged, None, whole=True) == expected


def test_an_unknown_status_of_a_known_order_is_listed_and_changes_nothing() -> None:
    staged = Staged({"sender_name": "Алия"}, {"status": "Unknown status: ZZ"})
    found = of_entity("order", RULES, staged, linked(order(), STATUS), whole=True)
    assert found == [Drift("unknown_status", "status", reason="Unknown status: ZZ")]


@pytest.mark.parametrize(("whole", "expected"), [(True, [Drift("missing_there")]), (False, [])])
def test_only_a_whole_read_proves_an_absence(whole: bool, expected: list[Drift]) -> None:
    assert of_entity("product", RULES, None, linked(product(), AGREED), whole=whole) == expected


@pytest.mark.parametrize("whole", [True, False])
def test_what_is_known_to_be_gone_is_listed_as_such_and_no_absence_again(whole: bool) -> None:
    (found,) = of_entity("order", RULES, None, linked(order(), STATUS, "gone_there"), whole=whole)
    assert found.kind == "gone_there"


@pytest.mark.parametrize("whole", [True, False])
def test_an_order_whose_status_we_do_not_know_is_in_no_list_and_only_the_site_can_tell_whether_it_is_there(
    whole: bool,
) -> None:
    known = Linked("linked", {}, order(), {"status": "Unknown status: ZZ"})
    assert of_entity("order", RULES, None, known, whole=whole) == [
        Drift("unknown_status", "status", reason="Unknown status: ZZ", ask=whole)
    ]


def test_what_was_gone_and_is_back_is_to_be_repaired() -> None:
    found = of_entity("product", RULES, Staged(AGREED, {}), linked(product(), AGREED, "gone_there"), whole=True)
    assert [one.kind for one in found] == ["theirs_moved"]


@pytest.mark.parametrize("staged", [None, Staged({"status": "F"}, {})])
def test_the_tombstone_answers_for_what_was_deleted_here(staged: Staged | None) -> None:
    assert of_entity("order", RULES, staged, linked(None, STATUS), whole=True) == []


def test_nothing_on_either_side_is_nothing() -> None:
    assert of_entity("order", RULES, None, None, whole=True) == []


def test_an_owner_of_ours_turns_a_conflict_the_other_way() -> None:
    """Which side wins is agree's to carry out; the report calls it a conflict either way."""
    rules = Rules(owners={"price": "us"})
    found = of_entity(
        "product",
        rules,
        Staged(AGREED | {"price": 600_000}, {}),
        linked(product(price=700_000), AGREED),
        whole=True,
    )
    assert found == [Drift("both_moved", "price", 700_000, 600_000)]


def test_every_shared_field_of_an_order_is_compared() -> None:
    row = order()
    for field in ORDER:
        memory = {field.name: {"ours": None, "theirs": "before"}}
        memory[field.name]["ours"] = "AP" if field.name == "status" else [] if field.name == "items" else None
        if field.name == "sender_name":
            memory[field.name]["ours"] = "Алия"
        after = "F" if field.name == "status" else "after"
        found = of_entity(
            "order", RULES, Staged({field.name: after}, {}), Linked("linked", memory, row), whole=True
        )
        assert [(one.kind, one.field) for one in found] == [("theirs_moved", field.name)]
