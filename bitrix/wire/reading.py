"""What could be read of a row of the site, and what could not."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from bitrix.wire.empty import MISSING, is_empty
from bitrix.wire.unreadable import Unreadable

Parser = Callable[[Any], Any]


@dataclass(frozen=True)
class Reading:
    """`values` by our field name; `rejected` holds a sentence per field that cannot be read.

    A key that was not sent is in neither. An explicit empty value is None where the field may be empty.
    """

    values: dict[str, Any] = field(default_factory=dict)
    rejected: dict[str, str] = field(default_factory=dict)

    def take(self, name: str, raw: Any, parse: Parser) -> None:
        """Read a field that cannot be empty."""
        if raw is MISSING:
            return
        try:
            self.values[name] = parse(raw)
        except Unreadable as error:
            self.rejected[name] = f"{name}: {error}"

    def take_optional(self, name: str, raw: Any, parse: Parser) -> None:
        """Read a field that may be empty: empty is None."""
        if is_empty(raw):
            self.values[name] = None
        else:
            self.take(name, raw, parse)
