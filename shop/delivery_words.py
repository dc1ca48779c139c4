"""The customers' words for a day and a time: завтра утром, через 3 дня в 15:30, как можно скорее. Pure."""

import re
from dataclasses import replace
from datetime import date, time, timedelta

from shop.delivery_time import Wanted
from shop.errors import Invalid

DAYS = {"сегодня": 0, "завтра": 1, "послезавтра": 2}
PARTS = {
    "утром": Wanted(before=time(12)),
    "днем": Wanted(since=time(12), before=time(17)),
    "вечером": Wanted(since=time(17)),
    "как можно скорее": Wanted(),
}
CLOCK = r"(?:[01]?[0-9]|2[0-3]):[0-5][0-9]"
OF_A_DAY = ("day", "days", "date")
WORDS = re.compile(
    rf"\b(?:(?P<day>{'|'.join(DAYS)})"
    r"|через (?P<days>[0-9]{1,3}) (?:день|дня|дней)"
    r"|(?P<date>2[0-9]{3}-[0-9]{2}-[0-9]{2})"
    rf"|(?P<slot>{CLOCK} ?[-–—] ?{CLOCK})"
    rf"|(?P<clock>{CLOCK})"
    rf"|(?P<part>{'|'.join(PARTS)}))\b"
)
FILLING = re.compile(r"\b[вкси]\b|\bна\b|[\s,.]+")


def parse(text: str, today: date, field: str = "text") -> Wanted:
    """What is wanted. Raises Invalid, naming `field`, for words that say neither a day nor a time, or one twice."""
    plain = " ".join(text.lower().replace("ё", "е").split())
    said = list(WORDS.finditer(plain))
    days = [match for match in said if match.lastgroup in OF_A_DAY]
    times = [match for match in said if match.lastgroup not in OF_A_DAY]
    if not said or FILLING.sub("", WORDS.sub(" ", plain)):
        raise _not_understood(
            field,
            "Понимаем: сегодня, завтра, послезавтра, через N дней, 2026-12-31; "
            "утром, днём, вечером, как можно скорее, 15:30",
        )
    if len(days) > 1 or len(times) > 1:
        raise _not_understood(field, "Назовите один день и одно время")
    wanted = _time(times[0]) if times else Wanted()
    return replace(wanted, day=_day(days[0], today, field) if days else None)


def day(text: str, today: date, field: str) -> date:
    """The same of words for a day alone."""
    said = parse(text, today, field)
    if said.day is None or said != Wanted(said.day):
        raise _not_understood(field, "Назовите только день")
    return said.day


def wanted(day_text: str | None, time_text: str | None, today: date) -> Wanted:
    """The same of two texts, of which either may be missing; names `delivery_date` or `delivery_time`."""
    at = parse(time_text, today, "delivery_time") if time_text else Wanted()
    if at.day is not None:
        raise _not_understood("delivery_time", "Назовите только время")
    return replace(at, day=day(day_text, today, "delivery_date") if day_text else None)


def _day(match: re.Match[str], today: date, field: str) -> date:
    if match["day"]:
        return today + timedelta(DAYS[match["day"]])
    if match["days"]:
        return today + timedelta(int(match["days"]))
    try:
        return date.fromisoformat(match["date"])
    except ValueError:
        raise _not_understood(field, "Такого дня нет") from None


def _time(match: re.Match[str]) -> Wanted:
    if match["part"]:
        return PARTS[match["part"]]
    if match["clock"]:
        return Wanted(at=_clock(match["clock"]))
    begins, ends = map(_clock, re.split("[-–—]", match["slot"]))
    return Wanted(slot=(begins, ends))


def _clock(text: str) -> time:
    hour, minute = map(int, text.split(":"))
    return time(hour, minute)


def _not_understood(field: str, why: str) -> Invalid:
    return Invalid(why, {field: [why]})
