"""Promise 13: a field has an owner, and what the other side had is kept in a conflict row."""

from typing import Any

import pytest

from dev.simulator.control import Florist
from dev.simulator.process import SimulatorProcess
from models import engine
from tests.promises import mirror, rows
from tests.promises.conftest import Build
from tests.received import receive_product

OURS, THEIRS = 600_000, 700_000
CONFLICTS = "SELECT field, concat_ws(' ', why, ours, theirs, winner, state) FROM sync_conflict"


@pytest.mark.promise
@pytest.mark.parametrize(("owner", "stands"), [("site", THEIRS), ("us", OURS)])
def test_whichever_of_two_edits_is_heard_of_first_the_same_side_wins_and_one_row_tells(
    build: Build, site: SimulatorProcess, florist: Florist, owner: str, stands: int
) -> None:
    build(site, FIELD_OWNERS=f"price={owner}")
    florist.config(backend_url="")
    rows.mirrored_shop()
    ends = []
    for heard_first in ("ours", "theirs", "both at once"):
        (rose,) = mirror.known_products(florist, 1)
        mirror.edit(rose, price=OURS)
        changed = florist.change_product(rose, price="7 000 ₸")
        if heard_first == "ours":
            mirror.work_all()
        _hear_of(rose, changed)
        if heard_first == "theirs":
            mirror.drain_all()
        mirror.work_all()
        ends.append((mirror.product(rose).price, mirror.look_there(florist, rose)["price"], rows.pairs(CONFLICTS)))
        rows.execute("DELETE FROM sync_conflict")

    assert ends == [(stands, stands, {"price": f"both_moved {OURS} {THEIRS} {owner} open"})] * 3


def _hear_of(rose: int, changed: dict[str, Any]) -> None:
    body = {"event_type": "product.updated", "product_data": changed["data"]}
    with engine().connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        receive_product(connection, rose, "product.updated", body)
