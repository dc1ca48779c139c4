"""Hand the sync what it needs, once per process."""

from functools import lru_cache, partial

import settings
from bitrix.breaker import Breaker, Terms
from bitrix.calls import Calls
from bitrix.client import Bitrix
from bitrix.config import BitrixConfig
from bitrix.limit import Limiter
from bitrix.shared import Shared, connect
from bitrix.wire.status import StatusTable
from sync.rules import Rules
from tasks.doorbell import ring
from tasks.observe import site_was_called


@lru_cache(maxsize=1)
def rules() -> Rules:
    current = settings.current()
    durations = current.durations
    return Rules(
        verify_after_s=durations.verify_after,
        hint_after_s=durations.hint_after,
        unknown_order_after_s=durations.unknown_order_after,
        product_quiet_s=durations.product_quiet,
        inbox_claim_s=durations.inbox_claim,
        lease_s=durations.outbox_lease,
        deadline_s=durations.outbox_deadline,
        backoff_first_s=durations.backoff_first,
        backoff_cap_s=durations.backoff_cap,
        site_url=current.bitrix_base_url,
        owners=current.field_owners,
        statuses=StatusTable(current.extra_statuses),
        ring=ring,
    )


@lru_cache(maxsize=1)
def breaker() -> Breaker:
    """The circuit that all processes share."""
    durations = settings.current().durations
    return Breaker(_shared(), Terms(base=durations.breaker_first, cap=durations.breaker_cap))


@lru_cache(maxsize=1)
def calls() -> Calls:
    """How the calls of all processes went of late."""
    return Calls(_shared())


@lru_cache(maxsize=1)
def site() -> Bitrix | None:
    """The one door to the site; None where no address is given (an installation without a site)."""
    current = settings.current()
    if not current.bitrix_base_url:
        return None
    config = BitrixConfig(
        base_url=current.bitrix_base_url,
        token=current.bitrix_token,
        railway_token=current.railway_api_token,
        city=current.bitrix_city,
        dialect=current.bitrix_product_dialect,
        pool_size=current.outbox_concurrency,
        statuses=rules().statuses,
    )
    limiter = Limiter(_shared(), current.bitrix_rate, current.bitrix_burst)
    return Bitrix(config, limiter, breaker(), partial(site_was_called, calls()))


@lru_cache(maxsize=1)
def _shared() -> Shared:
    url = settings.current().redis_url
    return Shared(connect(url) if url else None)
