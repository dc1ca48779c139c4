"""The plan by properties: whatever is edited, heard late or lost in a crash, nothing is lost and nothing loops."""

from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st

from sync.fields import Field
from tests.sync.two_sides import TwoSides

HERE = {
    "name": ["Розы & ирисы алые", "Гортензии", "Лилии <белые>"],
    "price": [100_000, 495_050, 700_049],
    "image": ["https://cdn.example/a.jpg", "https://cdn.example/b.jpg", None],
    "enabled": [True, False],
}
THERE = {
    "name": ["Пионы", "Астры и маки", "Тюльпаны"],
    "price": [200_000, 300_000, 400_000],
    "image": ["https://shop.example/upload/1.jpeg", "https://shop.example/upload/2.jpeg", None],
    "enabled": [True, False],
}
NAMES = sorted(HERE)

Step = Callable[[TwoSides], object]


def edits(method: str, values: dict[str, list]) -> st.SearchStrategy[Step]:
    pairs = st.sampled_from([(name, value) for name in NAMES for value in values[name]])
    return pairs.map(lambda pair: lambda sides: getattr(sides, method)(*pair))


steps = st.one_of(
    edits("edit_here", HERE),
    edits("edit_there", THERE),
    st.builds(
        lambda age, names: lambda sides: sides.hear(age, names), st.integers(0, 3), st.sets(st.sampled_from(NAMES))
    ),
    st.sampled_from(["never", "before the write", "after the write"]).map(
        lambda crash: lambda sides: sides.agree(crash)
    ),
)


@st.composite
def beginnings(draw: st.DrawFn) -> TwoSides:
    """Two sides that never spoke, each field owned by one or the other."""
    fields = tuple(Field(name, "both", draw(st.sampled_from(["site", "us"]))) for name in NAMES)
    ours = {name: draw(st.sampled_from(HERE[name])) for name in NAMES}
    return TwoSides(fields, ours, {name: draw(st.sampled_from(THERE[name])) for name in NAMES})


many = settings(max_examples=150, deadline=None)


@many
@given(beginnings(), st.lists(steps, max_size=25))
def test_no_edit_is_lost_whatever_happens(sides: TwoSides, doings: list[Step]) -> None:
    for do in doings:
        do(sides)
    sides.agree()
    assert sides.unseen == {}


@many
@given(beginnings(), st.lists(steps, max_size=25))
def test_a_second_agreement_does_nothing(sides: TwoSides, doings: list[Step]) -> None:
    for do in doings:
        do(sides)
    sides.agree()
    before = sides.state()
    assert sides.agree() == 0
    assert sides.state() == before


@many
@given(beginnings(), st.lists(steps, max_size=25))
def test_an_agreement_takes_one_write_at_most(sides: TwoSides, doings: list[Step]) -> None:
    for do in doings:
        do(sides)
    assert sides.agree() <= 1


@many
@given(beginnings(), st.lists(edits("edit_there", THERE), max_size=10))
def test_edits_of_theirs_alone_are_never_written_back(sides: TwoSides, doings: list[Step]) -> None:
    sides.agree()
    for do in doings:
        do(sides)
        assert sides.agree() == 0


@many
@given(beginnings(), st.sampled_from(NAMES), st.sampled_from(NAMES), st.data())
def test_edits_of_different_fields_both_survive(
    sides: TwoSides, mine: str, yours: str, data: st.DataObject
) -> None:
    sides.agree()
    conflicts = sides.conflicts
    if mine == yours:
        return
    sides.edit_here(mine, data.draw(st.sampled_from(HERE[mine])))
    sides.edit_there(yours, value := data.draw(st.sampled_from(THERE[yours])))
    sides.agree()
    assert (sides.ours[yours], sides.unseen, sides.conflicts) == (value, {}, conflicts)
