"""Lists whose rows are columns: a statement for each way of asking, made once; what is asked for are its values."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any, NamedTuple

from sqlalchemy import (
    ScalarSelect,
    Select,
    SQLColumnExpression,
    Text,
    bindparam,
    func,
    select,
    tuple_,
)
from sqlalchemy.orm import InstrumentedAttribute, Session

from models import tenancy
from models.tenancy import SHOP
from shop import tallies
from web import pagination, plain
from web.errors import Problem
from web.pagination import Page

SKIPPED, AFTER = "skipped", "after_"


@dataclass(frozen=True, eq=False)
class Narrow:
    """A table of narrow rows, one for each row of a list, that tells where this stands (`place`, the id last) and
    whether it fits some `conditions` of the list: found and counted here, it takes few pages.
    """

    rows: Select[Any]
    place: tuple[SQLColumnExpression[Any], SQLColumnExpression[Any]]
    conditions: Mapping[str, SQLColumnExpression[bool]]

    def ids(self, name: str) -> Select[Any]:
        """Of the rows that fit one condition."""
        return self.rows.where(self.conditions[name]).with_only_columns(self.place[-1])


@dataclass(frozen=True, eq=False)
class Listing:
    """Newest first by `place`, or as one of `sorts`.

    `rows` are those of the shop in the parameter `shop_id`; a condition takes its value from the parameter of its
    own name. Those of `unordered` find all their rows by an index of parts, whatever the page; in `narrow`, where
    that knows all that is asked. `tallies` say how many rows the list has, under "", and under a condition's name,
    how many it leaves; a condition's opposite, how many are not among them.
    """

    shown: plain.Columns
    rows: Select[Any]
    place: tuple[InstrumentedAttribute[Any], InstrumentedAttribute[Any]]
    conditions: Mapping[str, SQLColumnExpression[bool]]
    tallies: Mapping[str, str]
    opposites: Mapping[str, str] = field(default_factory=dict)
    unordered: frozenset[str] = frozenset()
    sorts: Mapping[str, Sequence[SQLColumnExpression[Any]]] = field(default_factory=dict)
    narrow: Narrow | None = None

    def page(self, session: Session, wanted: Mapping[str, Any], asked: Mapping[str, Any]) -> Page:
        """The rows of the page `asked` for ({limit, cursor, page, sort}), the `total` and `next` that go with them.

        They fit each condition in `wanted`, which are names with values. A cursor says where a row stood among the
        newest: Problem 422 with another sorting.
        """
        limit, cursor = asked["limit"], asked.get("cursor")
        sort = asked.get("sort") if asked.get("sort") in self.sorts else None
        if cursor and sort:
            raise Problem(422, "Some fields are wrong", {"cursor": ["Only without `sort`: ask for a page."]})
        after = pagination.place_of(cursor, self.place) if cursor else ()
        skipped = 0 if cursor else pagination.skipped(asked)
        values = {**wanted, SKIPPED: skipped}
        values |= {f"{AFTER}{n}": value for n, value in enumerate(after)}
        way = Way(self, frozenset(wanted), limit, sort, bool(after), bool(skipped))
        rows = tenancy.plain_rows(session, _page(way), values)
        shown = rows[:limit]
        more = len(rows) > limit and not sort
        total = rows[0][-1] if rows else self._none_here(session, way, values)
        return shown, {"total": total, "next": pagination.cursor_of(self._standing(shown[-1])) if more else None}

    def _standing(self, row: Sequence[Any]) -> list[Any]:
        """The values of its place."""
        keys = [column.key for column in self.shown]
        return [row[keys.index(column.key)] for column in self.place]

    @staticmethod
    def _none_here(session: Session, way: "Way", values: Mapping[str, Any]) -> int:
        """How many there are where the page is empty: none at all, or it is past the end."""
        past = way.after or way.skips
        return tenancy.plain_rows(session, _count(way), values)[0][0] or 0 if past else 0


class Way(NamedTuple):
    """Of asking for a page: what the text of a statement depends on."""

    listing: Listing
    names: frozenset[str]
    limit: int
    sort: str | None
    after: bool
    skips: bool


@lru_cache(maxsize=512)
def _page(way: Way) -> Select[Any]:
    """The rows of a page and one more, which tells that there are more, each with how many there are of all."""
    listing, query = way.listing, _narrowed(way)
    if way.sort or not way.names & listing.unordered:
        return _placed(way, query, listing.place).with_only_columns(*listing.shown, _total(way))
    found = _found(way).cte()
    *_, id = there = list(found.c)
    page = listing.place[-1].in_(_placed(way, select(id), there))
    query = select(listing.place[-1].class_).where(page).order_by(*_order(way, listing.place))
    return query.with_only_columns(*listing.shown, _counted(select(found)))


@lru_cache(maxsize=512)
def _count(way: Way) -> Select[Any]:
    return select(_total(way))


def _found(way: Way) -> Select[Any]:
    """The places of all rows, from where they are found in the fewest pages."""
    listing, narrow = way.listing, way.listing.narrow
    if narrow and way.names & listing.unordered and way.names <= narrow.conditions.keys():
        query = narrow.rows.where(*(narrow.conditions[name] for name in sorted(way.names)))
        return query.with_only_columns(*narrow.place)
    return _narrowed(way).with_only_columns(*listing.place, maintain_column_froms=True)


def _narrowed(way: Way) -> Select[Any]:
    return way.listing.rows.where(*(way.listing.conditions[name] for name in sorted(way.names)))


def _placed(way: Way, query: Select[Any], place: Sequence[SQLColumnExpression[Any]]) -> Select[Any]:
    query = query.order_by(*_order(way, place)).limit(pagination.as_text(way.limit + 1))
    if way.after:
        last = tuple_(*(bindparam(f"{AFTER}{n}", type_=column.type) for n, column in enumerate(way.listing.place)))
        query = query.where(tuple_(*place) < last)
    return query.offset(bindparam(SKIPPED)) if way.skips else query


def _order(way: Way, place: Sequence[SQLColumnExpression[Any]]) -> Sequence[SQLColumnExpression[Any]]:
    return way.listing.sorts[way.sort] if way.sort else [column.desc() for column in place]


def _total(way: Way) -> ScalarSelect[Any]:
    """Without counting what a tally knows."""
    listing, only = way.listing, ", ".join(way.names)
    if tally := listing.tallies.get(only):
        return tallies.summed(SHOP, tally, bindparam(only, type_=Text) if only else "")
    if opposite := listing.opposites.get(only):
        every, others = (way._replace(names=frozenset(names)) for names in ((), (opposite,)))
        return select(_total(every) - _total(others)).scalar_subquery()
    return _counted(_found(way))


def _counted(query: Select[Any]) -> ScalarSelect[Any]:
    return query.with_only_columns(func.count(), maintain_column_froms=True).scalar_subquery()
