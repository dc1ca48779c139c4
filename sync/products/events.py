"""What a product webhook does: applied at once on a quiet product, else only a hint to read it."""

from typing import Any

from sqlalchemy import text
from sqlalchemy.orm import Session

from bitrix.wire.product import SiteProduct, parse_product
from models import Product, SyncLink
from sync.adopting import adopt
from sync.agreement import unsend, weigh
from sync.clock import is_older, note_save
from sync.outcome import Debt, Outcome
from sync.products.apply import CannotImport, apply, import_product
from sync.products.values import ours, theirs
from sync.rules import Rules

UPSERTS = ("product.created", "product.updated")  # the site mixes them up: both mean upsert
DELETED = "product.deleted"
KINDS = (*UPSERTS, DELETED)
OWES = text(
    """
SELECT 1 FROM outbox WHERE shop_id = :shop_id AND kind = 'product' AND key = :key
  AND (state <> 'settled' OR finished_at > clock_timestamp() - make_interval(secs => :quiet_s))
"""
)


def apply_product_event(
    session: Session,
    rules: Rules,
    event_id: int,
    kind: str,
    payload: dict[str, Any],
    shop_id: int,
    link: SyncLink | None,
    product: Product | None,
    *,
    replayed: bool,
) -> Outcome:
    """Apply one stored event. The caller holds the lock and gives events in the order of their receipt."""
    if kind not in KINDS:
        return Outcome("skipped", f"Unknown event type: {kind}", "none")
    if kind == DELETED and link is None:
        return Outcome("skipped", "Product not found", "none")
    if link is not None and (event_id <= link.last_event_id or is_older(link, payload)):
        return Outcome("superseded", "A newer state was applied before")
    if link is not None and (product is None or product.deleted_at is not None):
        return Outcome("skipped", "The product was deleted here", "none")
    site = parse_product(payload["product_data"], rules.site_url)
    if kind == DELETED or replayed or _owes(session, rules, shop_id, site.id):
        return Outcome("superseded", "Taken as a hint: the product is read", "hint")
    if link is None and adopt(session, shop_id, "product", site.id):
        return Outcome("superseded", "Taken as a hint: the product was not linked yet", "hint")
    if link is None or product is None:
        outcome, link = _import(session, shop_id, site)
    else:
        outcome = _upsert(session, rules, link, product, site)
    if link is not None:
        link.last_event_id = event_id
        note_save(link, payload)
    return outcome


def _owes(session: Session, rules: Rules, shop_id: int, bitrix_id: int) -> bool:
    """Whether something was or is on its way: then this webhook may be our own echo, or out of order."""
    values = {"shop_id": shop_id, "key": str(bitrix_id), "quiet_s": rules.product_quiet_s}
    return session.execute(OWES, values).first() is not None


def _import(session: Session, shop_id: int, site: SiteProduct) -> tuple[Outcome, SyncLink | None]:
    try:
        return Outcome("applied"), import_product(session, shop_id, site)[1]
    except CannotImport as error:
        return Outcome("skipped", str(error)), None


def _upsert(session: Session, rules: Rules, link: SyncLink, product: Product, site: SiteProduct) -> Outcome:
    values, rejected = theirs(site)
    verdict = weigh(session, link, rules.product_fields, ours(product), values, rejected)
    unsend(link)
    link.state = "linked"
    why = "; ".join(rejected.values()) or None
    debt: Debt = "now" if verdict.pushes else "verify"
    if apply(product, verdict.takes):
        link.seq += 1
        return Outcome("applied", why, debt)
    return Outcome("unchanged", why or "Nothing moved", debt)
