"""Clients as they are shown: the row, and beside it what orders tell of it."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from sqlalchemy import Text, bindparam, cast, func, select
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Session

from models import Client, Shop
from models.tenancy import SHOP
from shop import client_figures, search
from shop.client_figures import Figures
from web import filters, plain
from web.errors import existing
from web.listing import Listing
from web.pagination import Page
from web.schemas.client import ClientSchema

SPELLING = "+0123456789 -().\u00a0"  # what a part of a phone is spelt with; with other letters it is a name
EACH = func.unnest(cast(bindparam("said"), ARRAY(Text)))
LISTED = Listing(
    plain.columns(ClientSchema, Client, statistics=plain.row_as_json(client_figures.of_each())),
    select(Client).where(Client.shop_id == SHOP),
    (Client.created_at, Client.id),
    {"said": search.found(Client, select(func.clients_that_say(EACH)))},
    {"": "clients"},
    unordered=frozenset({"said"}),
)


def page(session: Session, asked: Mapping[str, Any]) -> Page:
    """The shop's clients; with words, of those in whose name or phone they occur."""
    words = asked.get("search", "").strip()
    return LISTED.page(session, {"said": _patterns(words)} if words else {}, asked)


def _patterns(words: str) -> list[str]:
    phone = filters.called(words)
    is_phone = phone.startswith("+") or (phone and not words.strip(SPELLING))
    return sorted({search.containing(said) for said in ((words, phone) if is_phone else (words,))})


def by_phone(session: Session, shop_id: int, phone: str) -> Client:
    """Raises Problem 404."""
    return existing(session.scalar(select(Client).where(Client.shop_id == shop_id, Client.phone == phone)))


def with_figures(session: Session, shop_id: int, clients: Sequence[Client]) -> Sequence[Client]:
    """The same clients, each with its figures as `statistics`, where the schema reads them."""
    figures = client_figures.of_clients(session, shop_id, [client.phone for client in clients])
    for client in clients:
        client.statistics = figures.get(client.phone, Figures())  # type: ignore[attr-defined]
    return clients


def with_profile(session: Session, client: Client) -> Client:
    """The same client with figures, favourites and recipients; those two only with the client's leave."""
    with_figures(session, client.shop_id, [client])
    allowed = client.allow_personalization
    place = (session, client.shop_id, client.phone)
    client.favourite_products = client_figures.favourites(*place) if allowed else []  # type: ignore[attr-defined]
    client.frequent_recipients = client_figures.recipients(*place) if allowed else []  # type: ignore[attr-defined]
    return client


def dashboard(session: Session, shop: Shop) -> dict[str, Any]:
    since = datetime.now(ZoneInfo(shop.timezone)).replace(day=1, hour=0, minute=0, second=0, microsecond=0)
    returning = client_figures.returning(session, shop.id)
    return {
        "total": client_figures.known(session, shop.id),
        "new_this_month": client_figures.new(session, shop.id, since),
        "ordered": returning.ordered,
        "repeat": returning.repeat,
        "repeat_rate": round(returning.repeat / returning.ordered, 3) if returning.ordered else 0,
        "top_of_the_month": client_figures.top(session, shop.id, since),
    }
