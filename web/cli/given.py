"""Words of a command line as values."""

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

import click

SHOP_ZONE = ZoneInfo("Asia/Almaty")


class _Moment(click.ParamType):
    name = "moment"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> datetime:
        """Without an offset it is the shop's own time."""
        if isinstance(value, datetime):
            return value
        try:
            moment = datetime.fromisoformat(value)
        except ValueError:
            self.fail(f"{value!r} is no date or time, such as 2026-11-01 or 2026-11-01T15:30", param, ctx)
        return moment if moment.tzinfo else moment.replace(tzinfo=SHOP_ZONE)


class _Ids(click.ParamType):
    name = "id,id,..."

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> list[int]:
        if isinstance(value, list):
            return value
        words = [word.strip() for word in value.split(",")]
        if not all(word.isascii() and word.isdecimal() and 0 < int(word) < 2**53 for word in words):
            self.fail(f"{value!r} is no list of ids, such as 123901,123902", param, ctx)
        return [int(word) for word in words]


MOMENT, IDS = _Moment(), _Ids()
