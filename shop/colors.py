"""The colours of flowers: the word that products keep, what people call it, and how a screen shows it."""

from typing import NamedTuple


class Color(NamedTuple):
    code: str
    name: str
    hex: str


COLORS = (
    Color("red", "красный", "#c8102e"),
    Color("burgundy", "бордовый", "#6d071a"),
    Color("pink", "розовый", "#f4a6c0"),
    Color("coral", "коралловый", "#ff7f50"),
    Color("peach", "персиковый", "#ffcba4"),
    Color("orange", "оранжевый", "#f28c28"),
    Color("yellow", "жёлтый", "#f7d117"),
    Color("cream", "кремовый", "#fff3d6"),
    Color("white", "белый", "#ffffff"),
    Color("green", "зелёный", "#3a8f3a"),
    Color("blue", "синий", "#2a52be"),
    Color("sky", "голубой", "#9bd3f5"),
    Color("lilac", "сиреневый", "#c8a2c8"),
    Color("purple", "фиолетовый", "#6a3d9a"),
    Color("brown", "коричневый", "#7b4a2b"),
    Color("black", "чёрный", "#1c1c1c"),
    Color("mixed", "разноцветный", "#d9c7b8"),
)
NAMES = {color.code: color.name for color in COLORS}
