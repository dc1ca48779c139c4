"""Which lines of a new order the shelf cannot make."""

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from shop.availability import Asked, shortages
from shop.errors import Lack
from shop.recipes import Ingredient, need

ROSE, RIBBON = 1, 2
BOUQUET, BOX = 11, 12
MADE_OF = [Ingredient(BOUQUET, ROSE, 2), Ingredient(BOX, ROSE, 3), Ingredient(BOX, RIBBON, 1)]


def bouquets(pieces: int) -> Asked:
    return Asked("items.0.quantity", BOUQUET, "Букет", pieces)


def boxes(pieces: int) -> Asked:
    return Asked("items.1.quantity", BOX, "Коробка", pieces)


def test_nothing_lacks_when_all_can_be_made_together() -> None:
    assert shortages([bouquets(2), boxes(2)], MADE_OF, {ROSE: 10, RIBBON: 2}) == []


def test_a_lack_counts_whole_pieces_of_the_product() -> None:
    assert shortages([bouquets(3)], MADE_OF, {ROSE: 5}) == [Lack("items.0.quantity", "Букет", 3, 2)]


def test_the_scarcest_ingredient_decides() -> None:
    assert shortages([boxes(3)], MADE_OF, {ROSE: 99, RIBBON: 1}) == [Lack("items.1.quantity", "Коробка", 3, 1)]


def test_a_line_finds_what_the_lines_before_it_left() -> None:
    lacks = shortages([bouquets(3), boxes(2)], MADE_OF, {ROSE: 10, RIBBON: 9})
    assert lacks == [Lack("items.1.quantity", "Коробка", 2, 1)]


def test_a_product_without_a_recipe_is_always_there() -> None:
    assert shortages([Asked("items.0.quantity", 13, "Открытка", 9_999)], MADE_OF, {}) == []


@given(
    st.lists(st.tuples(st.sampled_from([BOUQUET, BOX]), st.integers(1, 5)), max_size=6),
    st.integers(0, 30),
    st.integers(0, 10),
)
def test_a_line_lacks_exactly_if_the_sum_of_all_needs_is_more_than_there_is(
    lines: list[tuple[int, int]], roses: int, ribbons: int
) -> None:
    asked = [Asked(f"items.{index}.quantity", *line[:1], "x", line[1]) for index, line in enumerate(lines)]
    pieces: Counter[int] = Counter()
    for product_id, count in lines:
        pieces[product_id] += count
    free = {ROSE: roses, RIBBON: ribbons}
    enough = need(MADE_OF, pieces) <= Counter(free)
    assert (not shortages(asked, MADE_OF, free)) == enough
