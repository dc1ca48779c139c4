"""What /admin/ says while the panel is not there.

With 200: nothing is broken, the shop and its API work, so this is no failure to count or to alert anybody about;
and a platform's edge would put a page of its own in the place of a 503.
"""

from pathlib import Path

from flask import Response

POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'"
RELOAD_S = 2
NODE = "<code>https://nodejs.org</code>"
# What the build says of itself in the file `state` of its folder; nothing there: nobody has built it.
WORDS = {
    "building": (
        ("Панель собирается", "Это занимает до минуты. Страница обновится сама."),
        ("The panel is being built", "That takes up to a minute. This page reloads by itself."),
    ),
    "failed": (
        ("Панель не собралась", "Почему — сказано в логах: <code>make logs</code>. Магазин и API работают."),
        ("The panel's build failed", "The logs say why: <code>make logs</code>. The shop and its API work."),
    ),
    "no-node": (
        (
            "Панели нет: нужен Node",
            f"Установите Node 20 или новее ({NODE}), затем <code>make panel</code>.",
        ),
        (
            "No panel: Node is missing",
            f"Install Node 20 or newer ({NODE}), then <code>make panel</code>.",
        ),
    ),
    "": (
        ("Панель ещё не собрана", "Соберите её: <code>make panel</code>. Магазин и API работают."),
        ("The panel is not built yet", "Build it: <code>make panel</code>. The shop and its API work."),
    ),
}
PAGE = """<!doctype html>
<html lang="ru">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="refresh" content="{reload}">
<title>{ru[0]} · Cvety</title>
<style>
:root {{ color-scheme: light dark }}
body {{ font: 1rem/1.5 system-ui, sans-serif; max-width: 32rem; margin: 20vh auto; padding: 0 1.5rem }}
section + section {{ opacity: .8; margin-top: 2.5rem; font-size: .875rem }}
h1, h2 {{ font-size: 1.5em; margin: 0 }}
p {{ margin: .5em 0 }}
</style>
<main>
<section><h1>{ru[0]}</h1><p>{ru[1]}</p></section>
<section lang="en"><h2>{en[0]}</h2><p>{en[1]}</p></section>
</main>
"""


def page(folder: Path) -> Response:
    """`folder` is where the panel will be."""
    ru, en = WORDS.get(_state(folder.parent / ".build" / "state"), WORDS[""])
    body = PAGE.format(ru=ru, en=en, reload=RELOAD_S)
    headers = {"Cache-Control": "no-store", "Content-Security-Policy": POLICY, "X-Content-Type-Options": "nosniff"}
    return Response(body, headers=headers, content_type="text/html; charset=utf-8")


def _state(file: Path) -> str:
    try:
        return file.read_text().strip()
    except OSError:
        return ""
