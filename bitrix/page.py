"""One page of a list, as the site sent it."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, NamedTuple, TypeVar

from bitrix.wire.empty import as_list
from bitrix.wire.scalars import parse_count
from bitrix.wire.unreadable import Unreadable

Row = TypeVar("Row")


class RejectedRow(NamedTuple):
    raw: Any
    why: str


class ListedRow(NamedTuple):
    """A row of which only the id was read yet."""

    id: int
    raw: Mapping[str, Any]


@dataclass(frozen=True)
class Page(Generic[Row]):
    """`rows` are the parsed rows, `raw` every row as it came (in the site's order), `rejected` those without an id.

    `total` is the site's count over all pages, `limit` and `offset` what it says it used, else what was asked for.
    """

    rows: tuple[Row, ...]
    raw: tuple[Any, ...]
    rejected: tuple[RejectedRow, ...]
    total: int
    limit: int
    offset: int


def parse_page(
    document: Mapping[str, Any], parse_row: Callable[[Mapping[str, Any]], Row], limit: int, offset: int
) -> Page[Row]:
    """Raises Unreadable without a list or without a total: such an answer is no page, not an empty one."""
    raw = as_list(document.get("data")) if "data" in document else None
    pagination = document.get("pagination")
    if raw is None or not isinstance(pagination, Mapping):
        raise Unreadable(sorted(document), "is not a page")
    rows: list[Row] = []
    rejected: list[RejectedRow] = []
    for row in raw:
        try:
            rows.append(parse_row(_mapping(row)))
        except Unreadable as error:
            rejected.append(RejectedRow(row, str(error)))
    return Page(
        rows=tuple(rows),
        raw=tuple(raw),
        rejected=tuple(rejected),
        total=parse_count(pagination.get("total")),
        limit=parse_count(pagination.get("limit", limit)),
        offset=parse_count(pagination.get("offset", offset)),
    )


def _mapping(row: Any) -> Mapping[str, Any]:
    if not isinstance(row, dict):
        raise Unreadable(row, "is not a row")
    return row
