"""The panel is built when its sources changed, and put in the place of its predecessor as a whole."""

import subprocess
import sys
from pathlib import Path

import pytest

from dev.reaper import ROOT
from tests.dev.panel import Panel
from tests.processes import Process


@pytest.fixture
def panel(tmp_path: Path) -> Panel:
    made = Panel(tmp_path)
    made.prepare()
    return made


def test_the_first_build_installs_the_packages_and_the_second_builds_nothing(panel: Panel) -> None:
    first = panel.build()
    assert (first.returncode, panel.page()) == (0, "first")
    assert "is ready" in first.stdout
    assert panel.npm_calls() == ["ci --prefer-offline", "run --silent build"]
    assert panel.build().stdout == "the panel is up to date\n"
    assert len(panel.npm_calls()) == 2
    assert panel.state.read_text() == ""


@pytest.mark.parametrize("changed", ["admin/src/app.js", "docs/openapi.json", "admin/src/new.js"])
def test_a_changed_source_is_built(panel: Panel, changed: str) -> None:
    panel.build()
    (panel.checkout / changed).write_text("second")
    assert "is ready" in panel.build().stdout
    assert panel.npm_calls() == ["ci --prefer-offline", "run --silent build", "run --silent build"]


@pytest.mark.parametrize("made", ["node_modules/react/index.js", "dist/extra.txt", "src/api/schema.d.ts"])
def test_what_is_made_from_the_sources_is_none(panel: Panel, made: str) -> None:
    panel.build()
    (panel.admin / made).parent.mkdir(parents=True, exist_ok=True)
    (panel.admin / made).write_text("made")
    assert "up to date" in panel.build().stdout


def test_another_pinned_version_is_installed(panel: Panel) -> None:
    panel.build()
    lock = panel.admin / "package-lock.json"
    lock.write_text(lock.read_text().replace("19.0.0", "19.0.1"))
    panel.build()
    assert panel.npm_calls().count("ci --prefer-offline") == 2


def test_packages_that_somebody_else_installed_are_not_installed_again(panel: Panel) -> None:
    subprocess.run([panel.tools / "npm", "ci"], cwd=panel.admin, check=True)
    panel.build()
    assert panel.npm_calls() == ["ci", "run --silent build"]


def test_an_open_tab_keeps_the_assets_of_its_page_until_the_build_after_next(panel: Panel) -> None:
    served = []
    for text in ("first", "second", "third"):
        panel.write(text)
        panel.build()
        served.append(panel.assets())
        assert panel.page() == text
    assert served == [{"first"}, {"first", "second"}, {"second", "third"}]
    assert not panel.new.exists()


def test_a_failed_build_leaves_the_former_one_and_is_told(panel: Panel) -> None:
    panel.build()
    panel.write("second")
    panel.while_building("echo wrong type; exit 3")
    failed = panel.build()
    assert failed.returncode == 1
    assert "wrong type" in failed.stdout
    assert "`npm run --silent build` ended with code 3" in failed.stdout
    assert panel.page() == "first"
    assert panel.state.read_text() == "failed"
    panel.while_building("")
    panel.build()
    assert (panel.page(), panel.state.read_text()) == ("second", "")


def test_a_build_that_is_killed_leaves_the_former_one(panel: Panel) -> None:
    panel.build()
    panel.write("second")
    panel.while_building("echo in the middle; sleep 60")
    with Process(["python", "-m", "dev.panel"], panel.env, panel.checkout / "log", panel.checkout) as process:
        process.wait_for("in the middle")
        assert panel.state.read_text() == "building"
        process.kill()
    assert panel.page() == "first"
    panel.while_building("")
    assert "is ready" in panel.build().stdout


def test_one_that_is_asked_to_end_takes_its_state_back(panel: Panel) -> None:
    panel.while_building("echo in the middle; sleep 60")
    with Process(["python", "-m", "dev.panel"], panel.env, panel.checkout / "log", panel.checkout) as process:
        process.wait_for("in the middle")
        process.terminate()
        assert process.wait() == 143
    assert panel.state.read_text() == ""


def test_two_builds_at_once_take_turns(panel: Panel) -> None:
    panel.while_building("sleep 0.3")
    command = [sys.executable, "-m", "dev.panel"]
    both = [
        subprocess.Popen(command, cwd=panel.checkout, env=dict(panel.env), stdout=subprocess.PIPE, text=True)
        for _ in range(2)
    ]
    said = sorted(process.communicate(timeout=30)[0].splitlines()[-1] for process in both)
    assert said[0].startswith("the panel is ready")
    assert said[1] == "the panel is up to date"
    assert panel.npm_calls().count("run --silent build") == 1


def test_without_node_it_says_so_in_one_line_and_goes_on(panel: Panel) -> None:
    nowhere = str(panel.checkout)
    absent = panel.build(PATH=nowhere)
    assert absent.returncode == 0
    assert "Node 20.19 or newer with npm is not here" in absent.stdout
    assert absent.stdout.count("\n") == 1
    assert panel.state.read_text() == "no-node"
    assert panel.build("--required", PATH=nowhere).returncode == 1


@pytest.mark.parametrize("version", ["v18.20.0", "v20.18.9", "oops"])
def test_a_node_that_is_too_old_is_none(panel: Panel, version: str) -> None:
    assert f"this is {version}" in panel.build(NODE_SAYS=version).stdout


def test_a_built_panel_needs_no_node(panel: Panel) -> None:
    panel.build()
    assert "up to date" in panel.build("--required", PATH=str(panel.checkout)).stdout


def test_it_needs_nothing_but_python(panel: Panel) -> None:
    """A release builds it where no requirement is installed."""
    isolated = [sys.executable, "-S", "-m", "dev.panel"]
    env = {"PATH": str(panel.env["PATH"]), "PYTHONPATH": str(ROOT)}
    done = subprocess.run(isolated, cwd=panel.checkout, env=env, capture_output=True, text=True, check=False)
    assert "is ready" in done.stdout, done.stderr
