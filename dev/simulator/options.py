"""The command line of the simulator; each option's default is an environment variable."""

import argparse
import secrets
from collections.abc import Mapping, Sequence
from pathlib import Path

from dev.simulator.config import DIALECTS, Config


def parse(argv: Sequence[str], env: Mapping[str, str]) -> argparse.Namespace:
    """Options as attributes; a token that is not given is made up."""
    parser = argparse.ArgumentParser(prog="python -m dev.simulator", description="The Bitrix site, simulated.")
    add = parser.add_argument
    add("--host", default=env.get("SIM_HOST", "127.0.0.1"))
    add("--port", type=int, default=int(env.get("SIM_PORT", "8020")), help="0 for a free one")
    add("--backend", default=env.get("SIM_BACKEND_URL", ""), help="where webhooks go; empty for none")
    add("--webhook-secret", default=env.get("WEBHOOK_SECRET", ""))
    add("--token", default=env.get("BITRIX_TOKEN") or secrets.token_urlsafe(24))
    add("--railway-token", default=env.get("RAILWAY_API_TOKEN") or secrets.token_urlsafe(24))
    add("--dialect", choices=DIALECTS, default=env.get("BITRIX_PRODUCT_DIALECT", "path"))
    cities = env.get("SIM_CITIES") or env.get("BITRIX_CITY") or "almaty,astana"
    add("--cities", default=cities, help="the site's cities, parted by commas; empty for any")
    add("--site-url", default=env.get("SIM_SITE_URL", "https://shop.example"), help="of its own images")
    add("--latency-ms", type=int, default=int(env.get("SIM_LATENCY_MS", "0")), help="of each API call")
    add("--seed-orders", type=int, default=int(env.get("SIM_SEED_ORDERS", "0")))
    add("--seed-products", type=int, default=int(env.get("SIM_SEED_PRODUCTS", "0")))
    add("--lively", type=float, default=float(env.get("SIM_LIVELY_S", "0")), help="seconds from deed to deed")
    add("--ids-by-clock", action="store_true", default=bool(env.get("SIM_IDS_BY_CLOCK")), help="of new rows")
    add("--diary", type=Path, default=env.get("SIM_DIARY"), help="a file of what was done, for the next start")
    add("--seed", type=int, default=int(env.get("SIM_SEED", "42")))
    return parser.parse_args(argv)


def config(options: argparse.Namespace) -> Config:
    made = Config()
    made.update(
        {
            "backend_url": options.backend,
            "webhook_secret": options.webhook_secret,
            "token": options.token,
            "railway_token": options.railway_token,
            "dialect": options.dialect,
            "cities": options.cities.split(","),
            "site_url": options.site_url,
            "latency_ms": options.latency_ms,
            "ids_by_clock": options.ids_by_clock,
        }
    )
    return made
