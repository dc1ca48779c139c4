"""Each call of the client against the simulated site, its faults included."""

import time
from collections.abc import Callable, Iterator
from typing import Any
from uuid import uuid4

import pytest
import redis

from bitrix.client import Bitrix
from bitrix.config import BitrixConfig
from bitrix.errors import (
    BadPayload,
    BadToken,
    BitrixError,
    NotFound,
    NotJson,
    Refused,
    Timeout,
    TooManyRequests,
    Unavailable,
    Unreachable,
    WrongMethod,
)
from bitrix.limit import Limiter
from bitrix.shared import Shared
from bitrix.wire.creation import CreateLine, CreateOrder
from bitrix.wire.product import DIALECTS
from bitrix.wire.status import OURS
from dev.simulator.control import Florist
from dev.simulator.process import SimulatorProcess

Connected = Callable[..., Bitrix]


@pytest.fixture(scope="module")
def simulator() -> Iterator[SimulatorProcess]:
    with SimulatorProcess() as process:
        yield process


@pytest.fixture
def florist(simulator: SimulatorProcess) -> Florist:
    """The site's own hands, on an empty site that works."""
    florist = simulator.florist
    florist.reset()
    florist.config(dialect="path")
    return florist


@pytest.fixture
def client(simulator: SimulatorProcess, florist: Florist) -> Iterator[Connected]:
    """Make a client of the simulator; keywords go to its config, `limiter` to the client."""
    made: list[Bitrix] = []

    def connect_to_simulator(limiter: Limiter | None = None, **changes: Any) -> Bitrix:
        given = {"token": simulator.token, "railway_token": simulator.railway_token, "city": "almaty", **changes}
        made.append(Bitrix(BitrixConfig(simulator.url, **given), limiter))
        return made[-1]

    yield connect_to_simulator
    for bitrix in made:
        bitrix.close()


@pytest.fixture
def bitrix(client: Connected) -> Bitrix:
    return client()


@pytest.fixture
def roses(florist: Florist) -> int:
    """Id of a product."""
    return int(florist.create_product(title="Розы", price="4 950 ₸", image="/upload/r.jpg", type="catalog")["id"])


def order(product_id: int, **changes: Any) -> CreateOrder:
    given: dict[str, Any] = {
        "railway_order_id": uuid4(),
        "customer_phone": "+77000000001",
        "pickup": False,
        "items": (CreateLine(product_id, 2, 495000),),
        "total_price": 990000,
        "delivery_fee": 150000,
        "recipient_name": "Дана",
        "delivery_address": "Абая 1",
    }
    return CreateOrder(**{**given, **changes})


def test_a_product_is_read(bitrix: Bitrix, roses: int, simulator: SimulatorProcess) -> None:
    product = bitrix.product(roses)
    assert product.id == roses
    assert product.reading.rejected == {}
    assert product.reading.values["name"] == "Розы"
    assert product.reading.values["price"] == 495000
    assert product.reading.values["image"].endswith("/upload/r.jpg")


@pytest.mark.parametrize("read", ["product", "order"])
def test_a_row_that_is_not_there_is_not_found(bitrix: Bitrix, read: str) -> None:
    with pytest.raises(NotFound):
        getattr(bitrix, read)(999_999)


def test_every_product_of_a_large_shop_is_read_page_by_page(bitrix: Bitrix, florist: Florist) -> None:
    florist.seed(products=250)
    read: set[int] = set()
    rejected: dict[str, str] = {}
    for available in (True, False):
        for offset in range(0, 300, 100):
            page = bitrix.products(available=available, offset=offset)
            assert page.rejected == ()
            read |= {row.id for row in page.rows}
            for row in page.rows:
                rejected |= row.reading.rejected
    assert read == {row["id"] for row in florist.rows("products")}
    assert rejected.keys() <= {"price"}, rejected  # "по запросу" is rightly no price


def test_every_order_of_a_large_shop_is_read_status_by_status(bitrix: Bitrix, florist: Florist) -> None:
    florist.seed(orders=250)
    read: dict[int, str] = {}
    for status_key in OURS:
        offset, total = 0, 1
        while offset < total:
            page = bitrix.orders(status_key, offset=offset)
            for row in page.rows:
                assert row.reading.rejected == {}
                if row.status_sure:
                    read[row.id] = row.reading.values["status"]
            offset, total = offset + page.limit, page.total
    there = {row["id"]: row["status"] for row in florist.rows("orders")}
    assert read == {id: code for id, code in there.items() if code not in ("RF", "UN")}


def test_the_detail_of_every_kind_of_order_is_read_without_a_rejection(bitrix: Bitrix, florist: Florist) -> None:
    florist.seed(orders=60)
    for row in florist.rows("orders"):
        found = bitrix.order(row["id"])
        assert found.reading.rejected == {}
        assert found.reading.values["status"] == row["status"]
        assert found.updated_at is not None


def test_an_unknown_city_sees_an_empty_list(client: Connected, roses: int) -> None:
    assert client(city="omsk").products().total == 0


@pytest.mark.parametrize("dialect", DIALECTS)
def test_a_product_is_written_in_each_dialect_and_read_back(
    client: Connected, florist: Florist, roses: int, dialect: str
) -> None:
    florist.config(dialect=dialect, rehost_images=False)
    bitrix = client(dialect=dialect)
    changes = {"name": "Пионы", "price": 1250050, "image": "https://cdn.example/p.jpg", "description": "Розовые"}
    bitrix.update_product(roses, {**changes, "enabled": False})
    read = bitrix.product(roses).reading.values
    assert (read["name"], read["price"], read["enabled"]) == ("Пионы", 1250050, False)
    assert read["image"] == "https://cdn.example/p.jpg"
    assert florist.product(roses)["description"] == "Розовые"


def test_what_is_not_sent_stays_as_it_is(bitrix: Bitrix, roses: int) -> None:
    before = bitrix.product(roses).reading.values
    bitrix.update_product(roses, {"price": 500000})
    assert bitrix.product(roses).reading.values == {**before, "price": 500000}


def test_the_wrong_dialect_is_told_so(client: Connected, florist: Florist, roses: int) -> None:
    florist.config(dialect="body")
    with pytest.raises(WrongMethod):
        client(dialect="path").update_product(roses, {"enabled": True})


def test_a_write_to_a_product_that_is_not_there_is_not_found(bitrix: Bitrix) -> None:
    with pytest.raises(NotFound):
        bitrix.update_product(999_999, {"enabled": True})


def test_wrong_tokens_are_told_so(client: Connected, roses: int) -> None:
    bitrix = client(token="wrong", railway_token="wrong")
    for call in (
        lambda: bitrix.product(roses),
        lambda: bitrix.update_product(roses, {"enabled": True}),
        lambda: bitrix.create_order(order(roses)),
    ):
        with pytest.raises(BadToken):
            call()


def test_an_order_is_created_and_read_back(bitrix: Bitrix, roses: int) -> None:
    created = bitrix.create_order(order(roses))
    assert not created.duplicate
    read = bitrix.order(created.order_id).reading.values
    assert read["sender_phone"] == "+77000000001"
    assert read["recipient_name"] == "Дана"
    assert [(line.name, line.quantity, line.price) for line in read["items"]] == [("Розы", 2, 495000)]


def test_a_creation_whose_answer_is_lost_is_in_doubt_and_repeats_to_the_same_order(
    bitrix: Bitrix, florist: Florist, roses: int
) -> None:
    florist.fault("lose_answer", "POST *", count=1)
    wanted = order(roses)
    with pytest.raises(Unreachable) as caught:
        bitrix.create_order(wanted)
    assert caught.value.in_doubt
    again = bitrix.create_order(wanted)
    assert again.duplicate
    assert [row["id"] for row in florist.rows("orders")] == [again.order_id]


def test_an_order_of_nothing_the_site_knows_is_a_bad_payload(bitrix: Bitrix) -> None:
    with pytest.raises(BadPayload):
        bitrix.create_order(order(999_999))


@pytest.mark.parametrize("write", [False, True])
@pytest.mark.parametrize(
    ("kind", "error"),
    [
        ("http_500", Unavailable),
        ("http_502", Unavailable),
        ("http_503", Unavailable),
        ("http_504", Unavailable),
        ("http_429", TooManyRequests),
        ("html", NotJson),
        ("ok_false", Refused),
        ("reset", Unreachable),
        ("lose_answer", Unreachable),
        ("truncated_body", Unreachable),
        ("timeout", Timeout),
        ("late", Timeout),
    ],
)
def test_each_fault_of_the_site_is_the_error_it_should_be(
    client: Connected, florist: Florist, roses: int, kind: str, error: type[BitrixError], write: bool
) -> None:
    florist.fault(kind)
    bitrix = client(read_timeout=0.2 if error is Timeout else 10.0)
    with pytest.raises(error) as caught:
        bitrix.update_product(roses, {"price": 100}) if write else bitrix.product(roses)
    assert not caught.value.permanent
    assert caught.value.in_doubt == (write and error not in (TooManyRequests, Refused))
    florist.clear_faults()
    assert bitrix.product(roses).id == roses


def test_half_an_answer_of_an_honest_length_is_no_json(bitrix: Bitrix, florist: Florist, roses: int) -> None:
    florist.fault("truncated_body", honest_length=True)
    with pytest.raises(NotJson):
        bitrix.product(roses)


@pytest.mark.parametrize("kind", ["http_429", "http_503"])
def test_the_sites_wish_for_a_pause_is_heard(bitrix: Bitrix, florist: Florist, roses: int, kind: str) -> None:
    florist.fault(kind, retry_after=7)
    with pytest.raises(BitrixError) as caught:
        bitrix.product(roses)
    assert caught.value.retry_after == 7


def test_a_short_page_says_how_many_rows_there_should_be(bitrix: Bitrix, florist: Florist) -> None:
    florist.seed(products=50)
    whole = bitrix.products()
    florist.fault("truncated_page", rows=5)
    short = bitrix.products()
    assert (len(short.rows), short.total) == (len(whole.rows) - 5, whole.total)


def test_within_our_rate_the_site_never_says_too_many(
    client: Connected, florist: Florist, roses: int, valkey: redis.Redis
) -> None:
    florist.fault("rate_limit", rate=100, burst=5)
    bitrix = client(Limiter(Shared(valkey), rate=80, burst=4))
    for _ in range(30):
        bitrix.product(roses)


def test_a_request_id_reaches_the_site(bitrix: Bitrix, florist: Florist, roses: int) -> None:
    bitrix.product(roses, request_id="req-7", deadline=time.monotonic() + 10)
    assert florist.log("GET *")[-1]["headers"]["X-Request-ID"] == "req-7"
