"""The console says everything to the file and never waits for the one who reads the terminal."""

import os
from pathlib import Path

from dev.stack.console import Console, log_file


def test_every_line_goes_to_the_file_with_time_and_name(tmp_path: Path) -> None:
    file = log_file(tmp_path)
    Console(file, None).say("web", "ready")
    assert file.read_text()[8:] == " web      | ready\n"


def test_a_pipe_nobody_reads_does_not_stop_the_stack(tmp_path: Path) -> None:
    _reader, writer = os.pipe()
    file = log_file(tmp_path)
    console = Console(file, writer)
    for _ in range(3000):
        console.say("web", "x" * 1000)
    assert len(file.read_text().splitlines()) == 3000


def test_a_slow_reader_gets_the_lines_later(tmp_path: Path) -> None:
    reader, writer = os.pipe()
    console = Console(log_file(tmp_path), writer)
    for number in range(200):
        console.say("web", f"{number} {'x' * 1000}")
    got = b""
    while b" 199 " not in got:
        got += os.read(reader, 65536)
        console.flush()
    assert [line.split()[3] for line in got.splitlines()] == [str(number).encode() for number in range(200)]


def test_a_reader_that_left_does_not_stop_the_stack(tmp_path: Path) -> None:
    reader, writer = os.pipe()
    os.close(reader)
    console = Console(log_file(tmp_path), writer)
    console.say("web", "one")
    console.say("web", "two")
    assert len(log_file(tmp_path).read_text().splitlines()) == 2


def test_a_big_log_is_set_aside(tmp_path: Path) -> None:
    log_file(tmp_path).write_bytes(b"x" * (11 << 20))
    assert log_file(tmp_path).read_text() == ""
    assert (tmp_path / "log" / "stack.log.1").exists()
