"""What the sync is handed by the process that runs it: vocabularies, owners and durations (seconds)."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from functools import cached_property

from bitrix.wire.status import STATUSES, StatusTable
from sync.fields import ORDER, PRODUCT, Field, check_owners, with_owners


def _silent(_doorbell: str) -> None:
    """No bell: the sweep finds what is due."""


@dataclass(frozen=True)
class Rules:
    verify_after_s: float = 30  # 0: no verification
    hint_after_s: float = 5
    unknown_order_after_s: float = 60
    product_quiet_s: float = 300
    inbox_claim_s: float = 10
    lease_s: float = 60
    deadline_s: float = 40
    backoff_first_s: float = 5
    backoff_cap_s: float = 3600
    site_url: str = ""  # completes the relative images of webhooks
    owners: Mapping[str, str] = field(default_factory=dict)
    statuses: StatusTable = STATUSES
    ring: Callable[[str], None] = _silent  # "inbox" or "outbox": there is work; must never block or raise

    def __post_init__(self) -> None:
        check_owners(self.owners)

    @cached_property
    def product_fields(self) -> tuple[Field, ...]:
        return with_owners(PRODUCT, self.owners)

    @cached_property
    def order_fields(self) -> tuple[Field, ...]:
        return with_owners(ORDER, self.owners)
