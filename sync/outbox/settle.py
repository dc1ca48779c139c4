"""Work what is due, several entities at a time: the row is the only truth, and the error carries the verdict."""

import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor

import structlog
from sqlalchemy import Engine

from bitrix.backoff import delay
from bitrix.client import Bitrix
from bitrix.errors import BitrixError, CircuitOpen
from sync.orders.agree import agree_order
from sync.orders.create import create_there
from sync.outbox.lease import Lease, LeaseLost, claim, fail, finish
from sync.outbox.verdicts import MovedMeanwhile, NotAgreed, NotThere
from sync.products.agree import agree_product
from sync.rules import Rules

log = structlog.get_logger(__name__)

AGREE: dict[str, Callable[[Bitrix, Rules, Lease, float], None]] = {
    "order": agree_order,
    "product": agree_product,
    "new_order": create_there,
}


def settle(engine: Engine, site: Bitrix, rules: Rules, *, workers: int, budget_s: float) -> int:
    """Work due debts with this many threads until none is due or the budget is spent. Returns how many."""
    until = time.monotonic() + budget_s
    with ThreadPoolExecutor(workers, thread_name_prefix="settle") as pool:
        return sum(pool.map(lambda _: _work_on(engine, site, rules, until), range(workers)))


def _work_on(engine: Engine, site: Bitrix, rules: Rules, until: float) -> int:
    done = 0
    while time.monotonic() < until:
        lease = claim(engine, rules.lease_s)
        if lease is None or not work(engine, site, rules, lease):
            break
        done += 1
    return done


def work(engine: Engine, site: Bitrix, rules: Rules, lease: Lease) -> bool:
    """One debt. False when the site is known to be down, so that nobody goes on asking."""
    deadline = time.monotonic() + rules.deadline_s
    try:
        AGREE[lease.kind](site, rules, lease, deadline)
    except LeaseLost:
        log.warning("lease_lost", kind=lease.kind, key=lease.key)
    except BitrixError as error:
        _failed_there(engine, rules, lease, error)
        return not isinstance(error, CircuitOpen)
    except NotAgreed as verdict:
        _not_agreed(engine, rules, lease, verdict)
    except Exception as error:
        log.exception("agreement_failed", kind=lease.kind, key=lease.key)
        fail(engine, lease, f"{type(error).__name__}: {error}", after_s=_delay(rules, lease), in_doubt=True)
    else:
        finish(engine, lease)
    return True


def _failed_there(engine: Engine, rules: Rules, lease: Lease, error: BitrixError) -> None:
    log.info("site_failed", kind=lease.kind, key=lease.key, outcome=error.outcome, permanent=error.permanent)
    fail(
        engine,
        lease,
        f"{error.outcome}: {error}",
        permanent=error.permanent,
        after_s=_delay(rules, lease, error.retry_after) if error.called else (error.retry_after or 1),
        counts=error.called,
        in_doubt=error.in_doubt,
    )


def _not_agreed(engine: Engine, rules: Rules, lease: Lease, verdict: NotAgreed) -> None:
    after_s = 0 if isinstance(verdict, MovedMeanwhile) else _delay(rules, lease)
    fail(
        engine,
        lease,
        str(verdict),
        permanent=verdict.permanent,
        after_s=after_s,
        counts=not isinstance(verdict, MovedMeanwhile),
        not_found=isinstance(verdict, NotThere),
    )


def _delay(rules: Rules, lease: Lease, retry_after: float | None = None) -> float:
    return delay(lease.attempt, base=rules.backoff_first_s, cap=rules.backoff_cap_s, retry_after=retry_after)
