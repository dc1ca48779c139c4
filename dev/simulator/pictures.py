"""The pictures under `/upload/`: each name has a flower of its own, so that a page full of products looks alive."""

import zlib

from aiohttp import web

_PETALS = 6
_FLOWER = """<svg xmlns="http://www.w3.org/2000/svg" viewBox="-60 -60 120 120">
<rect x="-60" y="-60" width="120" height="120" fill="hsl({ground} 40% 92%)"/>
<g fill="hsl({petal} 70% 65%)">{petals}</g><circle r="14" fill="hsl({heart} 85% 55%)"/></svg>"""
_PETAL = '<ellipse cy="-28" rx="14" ry="24" transform="rotate({turn})"/>'


async def picture(request: web.Request) -> web.Response:
    """An SVG whatever the name ends in: browsers go by the type."""
    draw = zlib.crc32(request.match_info["name"].encode())
    petals = "".join(_PETAL.format(turn=360 // _PETALS * n) for n in range(_PETALS))
    flower = _FLOWER.format(ground=draw % 360, petal=draw // 360 % 360, heart=40 + draw % 20, petals=petals)
    return web.Response(text=flower, content_type="image/svg+xml")
