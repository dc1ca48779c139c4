"""`make bench`, in small."""

from pathlib import Path

import pytest

from tests.dev.quick import quick


@pytest.mark.promise
@pytest.mark.timeout(300)
def test_every_figure_is_measured_and_kept(tmp_path: Path) -> None:
    figures = quick("dev.bench", "bench.json", tmp_path)
    assert figures["accepted"]["of_bare_route"]["median"] > 0
    assert figures["applied"]["events"] == figures["applied"]["sent"] > 0
    assert figures["drained"]["states"] == {"applied": figures["drained"]["events"]}
    assert figures["pushed"]["pushes"] == figures["sizes"]["pushes"]
    assert {"web", "inbox", "outbox", "postgres", "valkey", "simulator"} <= set(figures["memory"])
