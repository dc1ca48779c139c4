"""Promise 22: no role of one shop sees or touches anything of another, on any route of the map."""

import os
import secrets
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
import requests
from flask.testing import FlaskClient
from sqlalchemy import text
from werkzeug.test import TestResponse

import settings
from dev.neighbours import every_table_of_a_shop, everything_of, furnish, phone_of, tracking_of
from models import Base, Shop, User, begin, begin_for, engine
from models.tenancy import ROLE
from tests.bound import bound
from tests.contract import Operation, body_of, operations
from tests.people import MIRRORED, PASSWORD, make_user
from tests.photos import form, picture
from tests.promises.conftest import Build
from web import create_app, tokens
from web.rights import LEAST_ROLE, Right

OURS, THEIRS = MIRRORED, 770_077  # each is also the id of every row of the shop: see dev.neighbours
MARKS = {OURS: "Ромашка", THEIRS: "Василёк"}
LISTS = ("orders/", "products/admin", "clients/", "warehouse/", "audit/", "auth/users")
ROLES = ("courier", "florist", "manager", "director")
# What is meant to be seen of every open shop, and by whoever has the number of an order.
MEANT = ("/shops/", "/reviews/platform", "/orders/by-tracking/", "/files/")
FITS_NOTHING = {"/sync/events/replay": {"replayed": 0, "left": 0}}  # an id that only narrows down

Visitor = Callable[..., TestResponse]


@pytest.fixture
def client(fresh_database: str, redis_url: str, tmp_path: Path) -> Iterator[FlaskClient]:
    """An app with two shops in full working order, and staff in both."""
    given = {"JWT_SECRET": secrets.token_hex(32), "RATE_LIMITS": "off", "MEDIA_DIR": str(tmp_path)}
    with patch.dict(os.environ, given), bound(fresh_database, redis_url):
        with begin() as session:
            for id, mark in MARKS.items():
                furnish(session, id, mark, mirrored=id == MIRRORED)
        yield create_app().test_client()


@pytest.fixture
def routes(client: FlaskClient) -> list[Operation]:
    """All but the superadmin's, who is of all shops, and the site's, which is of none."""
    found = operations(client.get("/api/v1/openapi.json").json)
    return [one for one in found if one.right not in (Right.SUPERADMIN, Right.WEBHOOK)]


def visitors(client: FlaskClient, shop_id: int) -> dict[str, Visitor]:
    """The shop's staff by role, and in the mirrored shop, which is everybody's, somebody without a token."""
    with begin() as session:
        shop = session.get_one(Shop, shop_id)
        people = {role: make_user(session, shop, role) for role in ROLES}
    found = {role: _visitor(client, user) for role, user in people.items()}
    return found | ({"nobody": _visitor(client, None)} if shop_id == MIRRORED else {})


def _visitor(client: FlaskClient, user: User | None) -> Visitor:
    headers = {"Authorization": f"Bearer {tokens.issue(user.id, settings.current())}"} if user else {}

    def ask(route: Operation, path_id: int, body_id: int, **query: Any) -> TestResponse:
        sent = form(picture()) if route.form and route.body is None else {}
        if route.body is not None:
            sent = {"json": body_of(route.body, body_id)}
        asked = {name: str(value).lower() for name, value in {**route.needed, **query}.items()}
        path = f"/api/v1{_path(route, path_id)}"
        return client.open(path, method=route.method, headers=headers, query_string=asked, **sent)

    return ask


def _path(route: Operation, id: int) -> str:
    page = f"page-{id}" if route.method == "GET" else id
    names = {"tracking_id": tracking_of(id), "kind": "product", "name": "retention", "page": page, "key": "x.jpg"}
    return route.path.format(**{name: names.get(name, id) for name in route.parameters})


def may(role: str, right: Right) -> bool:
    if role == "nobody":
        return right is Right.PUBLIC
    return right is Right.PUBLIC or ROLES.index(role) >= ROLES.index(LEAST_ROLE[right])


def whole(shop_id: int) -> dict[str, list[str]]:
    with begin_for(shop_id) as session:
        return everything_of(session)


@pytest.mark.parametrize(("us", "them"), [(OURS, THEIRS), (THEIRS, OURS)])
@pytest.mark.timeout(600)
def test_the_ids_of_another_shop_lead_nowhere(
    client: FlaskClient, routes: list[Operation], us: int, them: int
) -> None:
    before = whole(them)
    asked = 0
    for role, ask in visitors(client, us).items():
        for route in routes:
            if not _leads_to_a_row(route):
                continue
            answer = ask(route, them, us)
            expected = 404 if may(role, route.right) else 403 if role != "nobody" else 401
            assert answer.status_code == expected, f"{role} {route}: {answer.status_code} {answer.text}"
            assert MARKS[them] not in answer.text, f"{role} {route}"
            asked += 1
    assert asked > 100
    assert whole(them) == before


def _leads_to_a_row(route: Operation) -> bool:
    named = set(route.parameters) - {"name"}
    return bool(named) and not route.path.startswith(MEANT)


@pytest.mark.parametrize(("us", "them"), [(OURS, THEIRS), (THEIRS, OURS)])
@pytest.mark.timeout(600)
def test_no_list_and_no_page_tells_of_another_shop(
    client: FlaskClient, routes: list[Operation], us: int, them: int
) -> None:
    """Neither as it is, nor asked for the other's rows by every filter that it has."""
    ours, asked = MARKS[us], 0
    seen: set[str] = set()
    for role, ask in visitors(client, us).items():
        for route in routes:
            if route.method != "GET" or route.path.startswith(MEANT):
                continue
            for query in ({}, *_filters(route, them)):
                answer = ask(route, us, us, **query)
                assert answer.status_code < 500, f"{role} {route} {query}"
                assert MARKS[them] not in answer.text, f"{role} {route} {query}"
                asked += 1
                if ours in answer.text:
                    seen.add(str(route))
    assert asked > 300
    assert len(seen) > 25  # the walk is no good if it sees nothing at all


def _filters(route: Operation, id: int) -> Iterator[dict[str, Any]]:
    values = {"phone": f"8{phone_of(id)[2:]}", "search": MARKS[id], "query": MARKS[id]}
    numbers = ("courier", "responsible", "user", "entity_id", "product_id", "bitrix_id")
    for name, value in (values | dict.fromkeys(numbers, id)).items():
        if name in route.query:
            yield {name: value}
    if route.right is not Right.PUBLIC:
        yield {"shop_id": id}  # of no meaning to staff


@pytest.mark.parametrize(("us", "them"), [(OURS, THEIRS), (THEIRS, OURS)])
@pytest.mark.timeout(600)
def test_the_ids_of_another_shop_are_refused_in_bodies(
    client: FlaskClient, routes: list[Operation], us: int, them: int
) -> None:
    before = whole(them)
    asked = 0
    for role, ask in visitors(client, us).items():
        for route in routes:
            if not route.id_fields or route.path.startswith(MEANT) or not may(role, route.right):
                continue
            answer = ask(route, us, them)
            fine = answer.status_code in (400, 404, 409, 422) or answer.json == FITS_NOTHING.get(route.path)
            assert fine, f"{role} {route}: {answer.status_code} {answer.text}"
            assert MARKS[them] not in answer.text, f"{role} {route}"
            asked += 1
    assert asked > 10
    assert whole(them) == before
    assert strangers_named() == []


def strangers_named() -> list[str]:
    """References from a row of one shop to a row of another, wherever in the database."""
    found = []
    for shop_id in MARKS:
        with begin_for(shop_id) as session:
            for table in every_table_of_a_shop() - {"auth_session"}:
                for key in Base.metadata.tables[table].foreign_keys:
                    other = key.column.table.name
                    if other in every_table_of_a_shop():
                        lost = text(
                            f'SELECT count(*) FROM "{table}" t WHERE {key.parent.name} IS NOT NULL AND NOT EXISTS'
                            f' (SELECT FROM "{other}" o WHERE o.id = t.{key.parent.name})'
                        )
                        if session.scalar(lost):
                            found.append(f"{table}.{key.parent.name} in {shop_id}")
    return found


def test_with_no_tenant_set_there_are_no_rows(client: FlaskClient) -> None:
    with engine().connect() as connection:
        connection.exec_driver_sql(f"SET LOCAL ROLE {ROLE}")
        for table in every_table_of_a_shop():
            assert connection.execute(text(f'SELECT count(*) FROM "{table}"')).scalar() == 0, table


@pytest.mark.promise
def test_requests_of_two_shops_on_the_same_connections_never_mix(build: Build) -> None:
    """A role and a setting that outlived their transaction would show here."""
    house = build(RATE_LIMITS="off", DATABASE_POOL="2")
    with begin() as session:
        shops = {id: furnish(session, id, mark, mirrored=id == MIRRORED) for id, mark in MARKS.items()}
        people = {id: make_user(session, shop).phone for id, shop in shops.items()}
    house.start("web")
    signed = {id: _sign_in(house.url, phone) for id, phone in people.items()}

    def read(number: int) -> list[str]:
        us, them = (OURS, THEIRS) if number % 2 else (THEIRS, OURS)
        wrong = []
        for path in (
            "orders/",
            "products/admin",
            "clients/",
            "warehouse/",
            "audit/",
            f"orders/{them}",
            "auth/users",
        ):
            answer = requests.get(f"{house.url}/api/v1/{path}", headers=signed[us], timeout=20)
            if MARKS[them] in answer.text or (MARKS[us] in answer.text) != (path != f"orders/{them}"):
                wrong.append(f"{path}: {answer.status_code} {answer.text}")
        return wrong

    with ThreadPoolExecutor(8) as pool:
        assert [wrong for wrongs in pool.map(read, range(100)) for wrong in wrongs] == []


def _sign_in(url: str, phone: str) -> dict[str, str]:
    body = {"phone": phone, "password": PASSWORD}
    answer = requests.post(f"{url}/api/v1/auth/login", json=body, timeout=20)
    return {"Authorization": f"Bearer {answer.json()['access_token']}"}
