"""Run the simulator: `python -m dev.simulator --port 8020 --backend http://127.0.0.1:8014`."""

import asyncio
import os
import signal
import sys
import time

from aiohttp import web

from dev.simulator import life, options
from dev.simulator.diary import Diary
from dev.simulator.server import make_app
from dev.simulator.site import Site

BACKLOG = 1024
SHUTDOWN_S = 0.5  # held and slow answers are not waited for


async def serve(given: list[str]) -> None:
    """Print the base URL as the first line, then answer until SIGTERM or SIGINT."""
    chosen = options.parse(given, os.environ)
    site = Site(options.config(chosen))
    if chosen.seed_orders or chosen.seed_products:
        now = time.time() if chosen.lively else None
        site.seed(chosen.seed_orders, chosen.seed_products, chosen.seed, now)
    if chosen.diary:
        site.recall(Diary(chosen.diary))
    runner = web.AppRunner(make_app(site), access_log=None, shutdown_timeout=SHUTDOWN_S)
    await runner.setup()
    await web.TCPSite(runner, chosen.host, chosen.port, backlog=BACKLOG).start()
    host, port = runner.addresses[0][:2]
    print(f"http://{host}:{port}", flush=True)
    stop = asyncio.Event()
    for sig in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(sig, stop.set)
    living = asyncio.create_task(life.live(site, chosen.lively)) if chosen.lively else None
    await stop.wait()
    if living:
        living.cancel()
    await runner.cleanup()


def main() -> None:
    try:
        import uvloop
    except ImportError:
        asyncio.run(serve(sys.argv[1:]))
    else:
        uvloop.run(serve(sys.argv[1:]))


if __name__ == "__main__":
    main()
