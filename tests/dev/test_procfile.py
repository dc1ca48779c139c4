"""The Procfile is read as its authors mean it."""

from pathlib import Path

import pytest

from dev import procfile


def test_names_and_commands_come_in_the_order_of_the_file(tmp_path: Path) -> None:
    file = tmp_path / "Procfile"
    file.write_text("# the product\nweb: serve --port $PORT\n\nbeat:  tick a:b\n")
    assert list(procfile.parse(file).items()) == [("web", "serve --port $PORT"), ("beat", "tick a:b")]


@pytest.mark.parametrize("line", ["web", "web:", ": serve"])
def test_a_line_that_is_no_process_is_an_error_that_names_it(tmp_path: Path, line: str) -> None:
    file = tmp_path / "Procfile"
    file.write_text(f"beat: tick\n{line}\n")
    with pytest.raises(ValueError, match="Procfile:2"):
        procfile.parse(file)
