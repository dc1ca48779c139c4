"""Guards of the house: who may know whom, and names that are strings in one place and things in another."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import settings
from dev.reaper import ROOT
from schedules import QUEUES, jobs
from tasks.app import app

# Downwards only; `settings` is the basement, and whoever is not named beside it is handed what it needs.
MAY_IMPORT = {
    "wsgi": {"web"},
    "gunicorn.conf": {"web", "settings"},
    "celeryconfig": {"schedules", "settings"},
    "web": {"tasks", "schedules", "sync", "shop", "bitrix", "models", "settings"},
    "tasks": {"schedules", "sync", "shop", "bitrix", "models", "settings"},
    "sync": {"shop", "bitrix", "models"},
    "shop": {"models"},
    "bitrix": set(),
    "models": set(),
    "schedules": {"settings"},
    "migrations": {"models", "settings"},
    "settings": set(),
}
EXCEPTIONS = {"models/base.py": {"settings"}}
ROOMS = set(MAY_IMPORT)
NOT_PRODUCTION = {"dev", "tests"}
MOST_LINES = 400
PANEL = ROOT / "admin"  # no Python, but thousands of files of its packages
GENERATED = "migrations/versions/"


@cache
def sources() -> list[Path]:
    """Every Python file of the project, relative to its root."""
    rooms = [path for path in ROOT.iterdir() if path.is_dir() and not path.name.startswith(".") and path != PANEL]
    found = [*ROOT.glob("*.py"), *(path for room in rooms for path in room.rglob("*.py"))]
    return sorted(path.relative_to(ROOT) for path in found if "node_modules" not in path.parts)


def production() -> list[Path]:
    return [path for path in sources() if path.parts[0] not in NOT_PRODUCTION]


def room(path: Path) -> str:
    return path.parts[0].removesuffix(".py")


def imports(path: Path) -> Iterator[str]:
    """First names of the modules that a file imports anywhere in it."""
    for node in ast.walk(ast.parse((ROOT / path).read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name.partition(".")[0] for alias in node.names)
        if isinstance(node, ast.ImportFrom) and node.module and not node.level:
            yield node.module.partition(".")[0]


def allowed(path: Path) -> set[str]:
    return MAY_IMPORT[room(path)] | EXCEPTIONS.get(str(path), set()) | {room(path)}


def test_every_room_of_the_house_is_known() -> None:
    assert {room(path) for path in production()} == ROOMS


def test_imports_point_down_only() -> None:
    wrong = {
        str(path): sorted(up)
        for path in production()
        if (up := set(imports(path)) & (ROOMS | NOT_PRODUCTION) - allowed(path))
    }
    assert wrong == {}


def test_relative_imports_hide_nothing() -> None:
    assert [str(path) for path in sources() if re.search(r"^\s*from \.", (ROOT / path).read_text(), re.M)] == []


def test_only_the_settings_read_the_environment() -> None:
    asks = re.compile(r"\benviron\b|\bgetenv\b|\bdotenv\b")
    found = [str(path) for path in production() if asks.search(code_of(path))]
    assert found == ["settings.py"]


def code_of(path: Path) -> str:
    """A file without its comments and docstrings."""
    return ast.unparse(_without_docstrings(ast.parse((ROOT / path).read_text())))


def _without_docstrings(tree: ast.Module) -> ast.Module:
    for node in ast.walk(tree):
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef) and ast.get_docstring(node):
            node.body[0] = ast.Pass()
    return tree


def test_no_file_is_longer_than_four_hundred_lines() -> None:
    lengths = {str(path): len((ROOT / path).read_text().splitlines()) for path in sources()}
    assert {
        name for name, lines in lengths.items() if lines > MOST_LINES and not name.startswith(GENERATED)
    } == set()


def test_every_scheduled_name_is_a_task() -> None:
    app.loader.import_default_modules()
    scheduled = {job.task for job in jobs(settings.load({})).values()}
    assert scheduled - set(app.tasks) == set()


def test_every_job_goes_to_the_queue_its_task_is_routed_to() -> None:
    for name, job in jobs(settings.load({})).items():
        routed = app.amqp.router.route({"queue": job.queue}, job.task)
        assert routed["queue"].name == job.queue, name


def test_every_task_has_a_queue_of_ours() -> None:
    app.loader.import_default_modules()
    ours = [name for name in app.tasks if name.startswith("tasks.")]
    assert ours
    assert {app.amqp.router.route({}, name)["queue"].name for name in ours} <= set(QUEUES)


def test_every_queue_has_a_worker_line_and_every_worker_line_a_queue() -> None:
    worked = [
        queue
        for line in (ROOT / "Procfile").read_text().splitlines()
        if " worker " in line
        for queue in re.findall(r"-Q (\S+)", line)[0].split(",")
    ]
    assert sorted(worked) == sorted(QUEUES)


def test_a_worker_line_has_the_name_of_its_queue() -> None:
    lines = dict(line.split(": ", 1) for line in (ROOT / "Procfile").read_text().splitlines() if line)
    assert {name for name, command in lines.items() if " worker " in command} == set(QUEUES)
    assert all(f"-Q {queue} " in lines[queue] for queue in QUEUES)
