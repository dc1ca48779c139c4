"""Promise 12: every field is merged for itself, from both sides and from what was agreed before."""

from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dev.simulator.control import Florist
from dev.simulator.process import SimulatorProcess
from tests.promises import mirror, rows
from tests.promises.conftest import Build

VALUES: dict[str, st.SearchStrategy[Any]] = {
    "name": st.sampled_from(["Розы", "Лилии & розы", "Ирисы «Ночь»"]),
    "price": st.integers(1, 99).map(lambda thousands: thousands * 100_000),
    "image": st.sampled_from(["https://shop.example/a.jpg", "https://shop.example/b.jpg"]),
    "enabled": st.booleans(),
}
ROUND = st.dictionaries(st.sampled_from(sorted(VALUES)), st.sampled_from(["us", "site"])).flatmap(
    lambda who: st.fixed_dictionaries({name: st.tuples(st.just(who[name]), VALUES[name]) for name in who})
)


@pytest.mark.promise
def test_after_any_rounds_of_edits_both_sides_have_every_field_as_its_last_editor_left_it(
    build: Build, site: SimulatorProcess, florist: Florist
) -> None:
    """In each round a field is edited on one side at most; both sides may edit different ones at once."""
    build(site)
    rows.mirrored_shop()
    florist.config(backend_url="", escape_titles=True)

    @settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
    @given(rounds=st.lists(ROUND, min_size=1, max_size=3))
    def check(rounds: list[dict[str, tuple[str, Any]]]) -> None:
        (rose,) = mirror.known_products(florist, 1)
        model = mirror.look(rose)
        for edits in rounds:
            mirror.edit(rose, **{name: value for name, (side, value) in edits.items() if side == "us"})
            there = {name: value for name, (side, value) in edits.items() if side == "site"}
            florist.change_product(rose, silent=True, **mirror.as_the_site_says(there))
            mirror.owe(rose)
            mirror.work_all()
            model |= {name: value for name, (_, value) in edits.items()}
            assert mirror.look(rose) == model
            assert mirror.look_there(florist, rose) == model
        assert rows.value("SELECT count(*) FROM sync_conflict") == 0

    check()
