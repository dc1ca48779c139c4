"""The order of the day: scenes one after another, and in the evening what needed time."""

from collections.abc import Callable, Sequence
from typing import NamedTuple

import requests

from dev.demo.stage import Stage

Evening = Callable[[], None]

FAILURES = (requests.RequestException, TimeoutError, LookupError)


class Scene(NamedTuple):
    """`play` returns what is left to be seen in the evening, if anything."""

    title: str
    play: Callable[[Stage], Evening | None]


def play(scenes: Sequence[Scene], stage: Stage) -> None:
    """A scene that breaks off is an expectation that did not hold; the others go on."""
    evenings: list[tuple[str, Evening]] = []
    for number, scene in enumerate(scenes, 1):
        stage.say.scene(f"{number}. {scene.title}")
        try:
            evening = scene.play(stage)
        except FAILURES as error:
            _broke_off(stage, scene.title, error)
        else:
            if evening:
                evenings.append((scene.title, evening))
    for title, evening in evenings:
        stage.say.scene(f"Evening: {title}")
        try:
            evening()
        except FAILURES as error:
            _broke_off(stage, title, error)


def _broke_off(stage: Stage, title: str, error: Exception) -> None:
    stage.expect.holds(title, "played to its end", f"{type(error).__name__}: {error}", False)
