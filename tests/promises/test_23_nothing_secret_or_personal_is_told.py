"""Promise 23: tasks carry no more than ids, and logs are redacted."""

import secrets
from collections.abc import Iterator

import pytest
import requests

from dev.embedded import Valkey
from dev.simulator.control import Florist
from dev.simulator.process import SimulatorProcess
from models import Shop, begin
from shop.passwords import hash_password
from tests.people import MIRRORED, make_user
from tests.promises import mirror, rows
from tests.promises.conftest import Build
from tests.promises.eavesdrop import flower, monitored, unwrapped
from tests.promises.house import House
from tests.promises.posting import post, status_event

NAME, ADDRESS, EMAIL = "Kanareykina", "Kanareechnaya 7", "kanareyka@post.example"
PHONE, SPOKEN = "+77007312345", "8 (700) 731-23-45"
PASSWORD, GUESS = secrets.token_hex(12), secrets.token_hex(12)
PERSONAL = (NAME, "Kanareechnaya", "kanareyka", "7007312345", "731-23-45", "731 23 45", PASSWORD, GUESS)
# What a careless constraint says of the row that it refuses.
BREAK = """
CREATE FUNCTION broken() RETURNS trigger LANGUAGE plpgsql AS
$$ BEGIN RAISE EXCEPTION 'refused: %', to_jsonb(NEW); END $$;
CREATE TRIGGER broken BEFORE INSERT ON order_history FOR EACH ROW EXECUTE FUNCTION broken();
"""


@pytest.mark.promise
def test_no_name_phone_password_or_token_is_in_any_log_in_valkey_or_in_flower(
    build: Build, site: SimulatorProcess, florist: Florist, valkey: Valkey
) -> None:
    house = build(site, VERIFY_AFTER_S="1", LOG_LEVEL="DEBUG")
    with monitored(valkey) as heard:
        token = _live_through_a_day(house, florist)
        shown = flower(house)
    assert heard
    told = {"logs": house.said(), "Valkey": unwrapped(heard), "Flower": shown}

    canaries = (*PERSONAL, token, *_secrets_of(house, valkey))
    assert [(where, canary) for canary in canaries for where, text in told.items() if canary in text] == []


def _live_through_a_day(house: House, florist: Florist) -> str:
    """Everything that people's data can go through, and every way in which that can fail; an access token."""
    rows.mirrored_shop()
    with begin() as session:
        shop = session.get_one(Shop, MIRRORED)
        make_user(session, shop, name=NAME, phone=PHONE, password_hash=hash_password(PASSWORD))
    (rose,) = mirror.known_products(florist, 1)
    house.start("web", "inbox", "outbox", "default", "beat", "flower")
    token = _sign_in(house)
    order = _order(house, token, rose)
    house.until(lambda: rows.value('SELECT bitrix_order_id FROM "order"'))
    there = rows.value('SELECT bitrix_order_id FROM "order"')
    assert NAME in str(florist.order(there)["data"])

    florist.fault("html", "GET *", count=2, status=502)
    florist.change_order(there, status="AP", notes=NAME, recipient_name=f"{NAME} 2", recipient_phone="731 23 45")
    house.until(lambda: f"{NAME} 2" in rows.pairs('SELECT id, recipient_name FROM "order"').values())
    _fail(house, token, order, there, rose)
    return token


def _sign_in(house: House) -> str:
    for phone, password in ((PHONE, GUESS), (SPOKEN, GUESS), ("+77007312346", PASSWORD)):
        assert _ask(house, "POST", "/auth/login", json={"phone": phone, "password": password}).status_code == 401
    answer = _ask(house, "POST", "/auth/login", json={"phone": PHONE, "password": PASSWORD})
    return str(answer.json()["access_token"])


def _order(house: House, token: str, rose: int) -> int:
    answer = _ask(house, "POST", "/orders/with-items", token, json=_form(rose))
    assert answer.status_code == 201, answer.text
    return int(answer.json()["id"])


def _form(rose: int, **fields: object) -> dict[str, object]:
    return {
        "customer_name": NAME,
        "phone": SPOKEN,
        "customer_email": EMAIL,
        "recipient_name": NAME,
        "recipient_phone": SPOKEN,
        "delivery_type": "scheduled",
        "delivery_address": ADDRESS,
        "comment": f"Позвонить: {SPOKEN}",
        "items": [{"product_id": mirror.product(rose).id, "quantity": 1}],
        **fields,
    }


def _fail(house: House, token: str, order: int, there: int, rose: int) -> None:
    """Broken bodies, refused values, wrong secrets, and rows that the database will not take."""
    refused = [
        _ask(house, "POST", "/orders/with-items", token, json=_form(rose, phone=f"{NAME} 731 23 45")),
        _ask(house, "POST", "/orders/with-items", token, data=f'{{"customer_name": "{NAME}"'),
        _ask(house, "GET", f"/orders/?search={PHONE}&phone={SPOKEN}&name={NAME}", token),
        _ask(house, "GET", f"/orders/{PHONE}", token),
        _ask(house, "GET", "/orders/", f"{token}x"),
        _ask(house, "POST", f"/webhooks/order-status-sync?secret={GUESS}", json={"order_id": NAME}),
    ]
    assert [answer.status_code for answer in refused] == [422, 422, 200, 404, 401, 401]
    assert post(house, status_event(there, "AP"), secret=GUESS).status == 401
    rows.execute(BREAK)
    assert _ask(house, "POST", "/orders/with-items", token, json=_form(rose)).status_code == 500
    cancel = {"status": "cancelled", "notes": f"{NAME} {SPOKEN}"}
    assert _ask(house, "PATCH", f"/orders/{order}/status", token, json=cancel).status_code == 500
    assert post(house, status_event(there, "CO", notes=f"{NAME} {SPOKEN}", customer_phone=PHONE)).ok
    house.until(lambda: "event_failed" in house.processes["inbox"].output())


def _ask(house: House, method: str, path: str, token: str = "", **options: object) -> requests.Response:
    headers = {"Authorization": f"Bearer {token}", "Content-Type": "application/json"}
    return requests.request(method, f"{house.url}/api/v1{path}", headers=headers, timeout=20, **options)


def _secrets_of(house: House, valkey: Valkey) -> Iterator[str]:
    for name in ("WEBHOOK_SECRET", "JWT_SECRET", "BITRIX_TOKEN", "RAILWAY_API_TOKEN"):
        yield house.env[name]
    yield house.env["FLOWER_BASIC_AUTH"].split(":")[1]
    yield house.env["DATABASE_URL"].split(":")[2].split("@")[0]
    yield valkey.password
