"""Product events: applied at once on a quiet product, else only a hint to read it."""

from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pytest

from models import Shop, begin
from models.product import FIRST_LOCAL_ID
from sync.rules import Rules
from tests.people import DEVELOPMENT, make_shop
from tests.shopfloor import make_product
from tests.sync import rows
from tests.sync.inbox.mail import PRODUCT, drained, event, execute, hear_product, states
from tests.sync.inbox.test_verification import due_in

ROSES: dict[str, Any] = {
    "title": "Розы",
    "price": "4 000 ₸",
    "isAvailable": True,
    "image": "https://shop.example/upload/a.jpeg",
    "images": ["https://shop.example/upload/a.jpeg", "https://shop.example/upload/b.jpeg"],
    "type": "catalog",
    "catalogHeight": "70 см",
    "catalogWidth": "30 см",
    "createdAt": "2025-04-24T17:01:07+0500",
}


@pytest.fixture
def roses(shop: Shop, rules: Rules) -> int:
    """A product both sides know and agree on, which owes nothing and owed nothing for long."""
    hear_product("product.created", **ROSES)
    drained(rules)
    let_time_pass(rules)
    return rows.product(PRODUCT).id


def let_time_pass(rules: Rules) -> None:
    """Every debt is settled, and longer ago than a product needs to count as quiet."""
    execute(
        "UPDATE outbox SET state = 'settled', finished_at = now() - make_interval(secs => :seconds)",
        seconds=rules.product_quiet_s + 1,
    )


def images() -> list[tuple[str, int, bool]]:
    return [(image.url, image.position, image.is_primary) for image in rows.product(PRODUCT).images]


# New products.


def test_a_new_product_is_made_under_the_sites_own_id(roses: int) -> None:
    assert roses == PRODUCT
    product = rows.product(PRODUCT)
    assert (product.name, product.price, product.enabled, product.type) == ("Розы", 400_000, True, "catalog")
    assert (product.width, product.height) == (30, 70)
    assert product.created_at == datetime(2025, 4, 24, 12, 1, 7, tzinfo=UTC)
    assert images() == [(url, at, at == 0) for at, url in enumerate(ROSES["images"])]


def test_a_new_product_whose_id_is_taken_gets_one_of_ours(shop: Shop, rules: Rules) -> None:
    with begin() as session:
        make_product(session, make_shop(session, DEVELOPMENT), id=PRODUCT)
    hear_product(**ROSES)
    drained(rules)
    assert rows.product(PRODUCT).id >= FIRST_LOCAL_ID
    assert rows.link("product", PRODUCT).local_id == rows.product(PRODUCT).id


@pytest.mark.parametrize("price", ["по запросу", "", None, "65 USD", -5])
def test_a_new_product_without_a_readable_price_is_not_made(shop: Shop, rules: Rules, price: object) -> None:
    heard = hear_product(**{**ROSES, "price": price})
    drained(rules)
    assert event(heard).state == "skipped"
    assert str(event(heard).reason).startswith("price:")
    assert rows.find_link("product", PRODUCT) is None


def test_created_and_updated_mean_the_same(shop: Shop, rules: Rules) -> None:
    hear_product("product.updated", **ROSES)
    hear_product("product.created", **ROSES)
    drained(rules)
    assert rows.product(PRODUCT).name == "Розы"


def test_a_title_is_read_without_its_escapes(shop: Shop, rules: Rules) -> None:
    hear_product(**{**ROSES, "title": "Розы &amp; &quot;ирисы&quot;"})
    drained(rules)
    assert rows.product(PRODUCT).name == 'Розы & "ирисы"'


def test_relative_pictures_are_the_sites(shop: Shop, rules: Rules) -> None:
    hear_product(**{**ROSES, "image": "/upload/a.jpeg"})
    drained(replace(rules, site_url="https://site.example"))
    assert rows.product(PRODUCT).image == "https://site.example/upload/a.jpeg"


# At once, or a hint.


def test_a_quiet_product_is_changed_at_once_and_verified_later(roses: int, rules: Rules) -> None:
    heard = hear_product(**{**ROSES, "price": "5 000 ₸"})
    drained(rules)
    assert states(heard) == ["applied"]
    assert rows.product(PRODUCT).price == 500_000
    assert due_in("product", PRODUCT) == 30


def test_an_event_that_changes_nothing_is_verified_too(roses: int, rules: Rules) -> None:
    heard = hear_product(**ROSES)
    drained(rules)
    assert states(heard) == ["unchanged"]
    assert due_in("product", PRODUCT) == 30


def test_while_something_is_owed_an_event_is_only_a_hint(roses: int, rules: Rules) -> None:
    hear_product(**{**ROSES, "price": "5 000 ₸"})
    drained(rules)
    heard = hear_product(**{**ROSES, "price": "6 000 ₸"})
    drained(rules)
    assert states(heard) == ["superseded"]
    assert rows.product(PRODUCT).price == 500_000
    assert rows.debt("product", PRODUCT).reason == "webhook"


def test_for_five_minutes_after_that_too(roses: int, rules: Rules) -> None:
    execute("UPDATE outbox SET finished_at = now() - interval '4 minutes'")
    heard = hear_product(**{**ROSES, "price": "5 000 ₸"})
    drained(rules)
    assert states(heard) == ["superseded"]
    assert due_in("product", PRODUCT) == 5, "the site's handler runs inside its own save"


def test_a_dead_debt_makes_a_hint_of_it_and_lives_again(roses: int, rules: Rules) -> None:
    execute("UPDATE outbox SET state = 'dead'")
    hear_product(**{**ROSES, "price": "5 000 ₸"})
    drained(rules)
    assert rows.debt("product", PRODUCT).state == "pending"


def test_a_hint_is_followed_though_nothing_is_verified(roses: int, rules: Rules) -> None:
    execute("UPDATE outbox SET finished_at = now()")
    hear_product(**{**ROSES, "price": "5 000 ₸"})
    drained(replace(rules, verify_after_s=0))
    assert due_in("product", PRODUCT) == 5


def test_with_verification_off_an_applied_event_owes_nothing(roses: int, rules: Rules) -> None:
    hear_product(**{**ROSES, "price": "5 000 ₸"})
    drained(replace(rules, verify_after_s=0))
    assert rows.debt("product", PRODUCT).state == "settled"


def test_deleted_is_always_a_hint(roses: int, rules: Rules) -> None:
    heard = hear_product("product.deleted")
    drained(rules)
    assert states(heard) == ["superseded"]
    assert rows.product(PRODUCT).enabled
    assert due_in("product", PRODUCT) == 5


def test_deleted_means_nothing_for_a_product_we_never_had(shop: Shop, rules: Rules) -> None:
    heard = hear_product("product.deleted")
    drained(rules)
    assert (event(heard).state, event(heard).reason) == ("skipped", "Product not found")
    assert rows.debts("product") == []


def test_an_unknown_kind_of_event_is_kept_for_review(roses: int, rules: Rules) -> None:
    heard = hear_product("product.renamed", **{**ROSES, "title": "Пионы"})
    drained(rules)
    assert (event(heard).state, event(heard).reason) == ("skipped", "Unknown event type: product.renamed")
    assert rows.product(PRODUCT).name == "Розы"


def test_an_edit_of_ours_that_nothing_is_owed_for_is_sent_at_once(roses: int, rules: Rules) -> None:
    execute("UPDATE product SET price = 500000")
    rung: list[str] = []
    hear_product(**ROSES)
    drained(replace(rules, ring=rung.append))
    assert rows.product(PRODUCT).price == 500_000
    assert due_in("product", PRODUCT) == 0
    assert rung == ["outbox"]
    assert "sent" not in rows.link("product", PRODUCT).base["price"], "nothing was sent yet"


# What a payload says.


def test_a_missing_key_wipes_nothing(roses: int, rules: Rules) -> None:
    before = rows.product(PRODUCT)
    heard = hear_product()
    drained(rules)
    after = rows.product(PRODUCT)
    assert states(heard) == ["unchanged"]
    for name in ("name", "price", "image", "enabled", "type", "width", "height"):
        assert getattr(after, name) == getattr(before, name)
    assert len(after.images) == 2


@pytest.mark.parametrize("empty", ["", None, False, []])
def test_an_explicit_empty_clears_what_may_be_empty(roses: int, rules: Rules, empty: object) -> None:
    hear_product(**{**ROSES, "image": empty, "images": empty, "catalogHeight": empty, "catalogWidth": empty})
    drained(rules)
    product = rows.product(PRODUCT)
    assert (product.image, product.width, product.height, product.images) == (None, None, None, [])


def test_pictures_are_replaced_as_a_whole(roses: int, rules: Rules) -> None:
    hear_product(**{**ROSES, "images": ["https://shop.example/upload/c.jpeg"]})
    drained(rules)
    assert images() == [("https://shop.example/upload/c.jpeg", 0, True)]


@pytest.mark.parametrize("price", ["по запросу", "", None, "65 USD"])
def test_an_unreadable_price_is_listed_and_the_rest_applied(roses: int, rules: Rules, price: object) -> None:
    heard = hear_product(**{**ROSES, "title": "Пионы", "price": price})
    drained(rules)
    product, link = rows.product(PRODUCT), rows.link("product", PRODUCT)
    assert (product.name, product.price) == ("Пионы", 400_000)
    assert list(link.rejected) == ["price"]
    assert link.base["price"] == {"ours": 400_000, "theirs": 400_000}
    assert (event(heard).state, event(heard).reason) == ("applied", link.rejected["price"])


def test_a_price_that_can_be_read_again_is_listed_no_more(roses: int, rules: Rules) -> None:
    hear_product(**{**ROSES, "price": "по запросу"})
    drained(rules)
    let_time_pass(rules)
    hear_product(**{**ROSES, "price": "5 000 ₸"})
    drained(rules)
    assert rows.link("product", PRODUCT).rejected == {}
    assert rows.product(PRODUCT).price == 500_000


def test_a_type_nobody_told_us_of_is_listed_and_the_rest_applied(roses: int, rules: Rules) -> None:
    hear_product(**{**ROSES, "title": "Пионы", "type": "bundle"})
    drained(rules)
    assert (rows.product(PRODUCT).name, rows.product(PRODUCT).type) == ("Пионы", "catalog")
    assert list(rows.link("product", PRODUCT).rejected) == ["type"]


def test_what_is_ours_alone_is_never_touched(roses: int, rules: Rules) -> None:
    execute("UPDATE product SET tags = '[\"8 марта\"]', is_featured = true, shelf_life_days = 5")
    hear_product(**{**ROSES, "title": "Пионы", "colors": ["красный"]})
    drained(rules)
    product = rows.product(PRODUCT)
    assert (product.tags, product.is_featured, product.shelf_life_days, product.colors) == (
        ["8 марта"],
        True,
        5,
        [],
    )


def test_a_newer_state_that_was_applied_is_not_gone_behind(roses: int, rules: Rules) -> None:
    hear_product(**{**ROSES, "price": "6 000 ₸"}, also={"version": 3})
    drained(rules)
    let_time_pass(rules)
    late = hear_product(**{**ROSES, "price": "5 000 ₸"}, also={"version": 2})
    drained(rules)
    assert states(late) == ["superseded"]
    assert rows.product(PRODUCT).price == 600_000
