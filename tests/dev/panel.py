"""A checkout whose panel is built by a Node and an npm of the tests, which take no time."""

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path

from dev.panel.places import Places
from dev.reaper import ROOT

NODE = "echo ${NODE_SAYS:-v20.19.0}"
# `ci`, and `run --silent build -- --outDir FOLDER`: one asset, named by the source as Vite would.
NPM = """
echo "$*" >> ../npm.log
case "$1" in
ci)
    mkdir -p node_modules
    sed 's/"": {}, //' package-lock.json > node_modules/.package-lock.json;;
run)
    . src/build.sh
    mkdir -p "$6/assets"
    name=$(cksum src/app.js | cut -d ' ' -f 1).js
    cp src/app.js "$6/assets/$name"
    echo "<script src=$name>" > "$6/index.html"
    cp src/app.js "$6/flower.svg";;
esac
"""
LOCK = '{"packages": {"": {}, "node_modules/react": {"version": "19.0.0"}}}'


def script(file: Path, text: str) -> None:
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"#!/bin/sh\n{text}\n")
    file.chmod(0o755)


class Panel(Places):
    """`tool` is where its node and npm are."""

    def prepare(self) -> None:
        for file, text in {
            self.contract: "{}",
            self.admin / "package-lock.json": LOCK,
            self.admin / "src" / "app.js": "first",
            self.admin / "src" / "build.sh": "",
        }.items():
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_text(text)
        script(self.tools / "node", NODE)
        script(self.tools / "npm", NPM)

    @property
    def tools(self) -> Path:
        return self.checkout / "tools"

    def write(self, text: str) -> None:
        (self.admin / "src" / "app.js").write_text(text)

    def while_building(self, command: str) -> None:
        """What npm does besides."""
        (self.admin / "src" / "build.sh").write_text(f"{command}\n")

    @property
    def env(self) -> Mapping[str, str]:
        return {"PATH": f"{self.tools}:{os.environ['PATH']}", "PYTHONPATH": str(ROOT)}

    def build(self, *options: str, **env: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "dev.panel", *options]
        given = {**os.environ, **self.env, **env}
        return subprocess.run(
            command, cwd=self.checkout, env=given, capture_output=True, text=True, timeout=30, check=False
        )

    def assets(self) -> set[str]:
        """What is in those that are served."""
        return {file.read_text() for file in (self.dist / "assets").iterdir()}

    def page(self) -> str:
        """What is in the one asset that the page served names."""
        name = (self.dist / "index.html").read_text().split("src=")[1].rstrip(">\n")
        return (self.dist / "assets" / name).read_text()

    def npm_calls(self) -> list[str]:
        log = self.checkout / "npm.log"
        return [line.partition(" -- ")[0] for line in log.read_text().splitlines()] if log.exists() else []
