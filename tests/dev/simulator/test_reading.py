"""The quirks of the reading half."""

import pytest
import requests

from dev.simulator.control import Florist
from dev.simulator.process import SimulatorProcess
from tests.dev.simulator.visitor import Visitor


def test_orders_without_a_status_are_the_four_open_ones(site: Visitor, florist: Florist) -> None:
    for number, code in enumerate(("N", "PD", "AP", "CO", "DE", "F", "RF", "UN", "XX"), 1):
        florist.create_order(id=number, status=code)
    assert site.ids("/orders/") == [5, 4, 3, 1]


def test_cancelled_orders_are_of_two_codes(site: Visitor, florist: Florist) -> None:
    florist.create_order(id=1, status="RF")
    florist.create_order(id=2, status="UN")
    assert site.ids("/orders/", status="cancelled") == [2, 1]


def test_an_order_moves_to_the_list_of_its_new_status(site: Visitor, florist: Florist) -> None:
    florist.create_order(id=1)
    florist.change_order(1, status="F")
    assert site.ids("/orders/") == []
    assert site.ids("/orders/", status="new") == []
    assert site.ids("/orders/", status="delivered") == [1]


def test_an_order_of_an_unknown_status_is_found_by_its_detail_only(site: Visitor, florist: Florist) -> None:
    florist.create_order(id=1, status="XX")
    assert site.ids("/orders/") == []
    assert site.get("/orders/detail/", id=1).json()["data"]["raw"]["statusId"] == "XX"


def test_orders_are_found_by_the_phone_of_the_customer(site: Visitor, florist: Florist) -> None:
    florist.create_order(id=1, sender_phone="+77000000001")
    florist.create_order(id=2, sender_phone="+77000000002")
    assert site.ids("/orders/", customer_phone="+7 700 000 00 02") == [2]


def test_products_without_a_filter_are_the_active_ones(site: Visitor, florist: Florist) -> None:
    florist.create_product(id=1, isAvailable=True)
    florist.create_product(id=2, isAvailable=False)
    assert site.ids("/products/") == [1]
    assert site.ids("/products/", isAvailable="true") == [1]
    assert site.ids("/products/", isAvailable="false") == [2]


def test_products_are_filtered_by_type_title_and_id(site: Visitor, florist: Florist) -> None:
    florist.create_product(id=1, title="Розы", type="vitrina")
    florist.create_product(id=2, title="Пионы", type="catalog")
    assert site.ids("/products/", type="vitrina") == [1]
    assert site.ids("/products/", search="пио") == [2]
    assert site.ids("/products/", id=2) == [2]
    assert site.ids("/products/", id=3) == []


@pytest.mark.parametrize(("asked", "given"), [("0", 1), ("-5", 1), ("1", 1), ("100", 100), ("500", 100), ("x", 20)])
def test_a_limit_is_kept_within_its_bounds(site: Visitor, florist: Florist, asked: str, given: int) -> None:
    florist.seed(products=300)
    page = site.page("/products/", limit=asked)
    assert (page["pagination"]["limit"], len(page["data"])) == (given, given)


def test_a_page_has_twenty_rows_unless_told(site: Visitor, florist: Florist) -> None:
    florist.seed(products=100)
    assert len(site.ids("/products/")) == 20


def test_pages_together_are_the_whole_list(site: Visitor, florist: Florist) -> None:
    florist.seed(orders=1000)
    seen: list[int] = []
    more = True
    while more:
        page = site.page("/orders/", status="delivered", limit=100, offset=len(seen))
        seen += [int(row["id"]) for row in page["data"]]
        more = page["pagination"]["hasMore"]
    delivered = [row["id"] for row in florist.rows("orders") if row["status"] == "F"]
    assert seen == delivered[::-1]
    assert page["pagination"]["total"] == len(seen)


def test_an_offset_past_the_end_gives_an_empty_page(site: Visitor, florist: Florist) -> None:
    florist.seed(products=10)
    page = site.page("/products/", offset=50)
    assert page["data"] == []
    assert page["pagination"]["hasMore"] is False


@pytest.mark.parametrize("path", ["/products", "/orders", "/orders/detail"])
def test_a_path_without_its_slash_is_sent_to_the_one_with_it(site: Visitor, path: str) -> None:
    answer = site.get(path, id=5)
    assert answer.status_code == 301
    assert answer.headers["Location"] == f"/api/v2{path}/?id=5"


@pytest.mark.parametrize("method", ["GET", "DELETE"])
def test_a_content_type_where_no_body_is_makes_it_fail(site: Visitor, method: str) -> None:
    answer = site.send(method, "/orders/", headers={"Content-Type": "application/json"})
    assert (answer.status_code, answer.json()["error"]["code"]) == (500, "internal_error")


def test_the_token_may_come_in_the_query(site: Visitor, simulator: SimulatorProcess) -> None:
    answer = site.get("/orders/", headers={"Authorization": ""}, access_token=simulator.token)
    assert answer.status_code == 200


def test_the_token_of_the_put_does_not_read(railway: Visitor) -> None:
    assert railway.get("/orders/").status_code == 401


@pytest.mark.parametrize("known", ["almaty", "Astana"])
def test_a_known_city_sees_the_rows(site: Visitor, florist: Florist, known: str) -> None:
    florist.create_order(id=1)
    assert site.get("/orders/", headers={"X-City": known}).json()["pagination"]["total"] == 1
    assert site.ids("/orders/", cityId=known) == [1]


def test_an_unknown_city_sees_an_empty_list(site: Visitor, florist: Florist) -> None:
    florist.create_order(id=1)
    assert site.get("/orders/", headers={"X-City": "nowhere"}).json()["pagination"]["total"] == 0
    assert site.ids("/orders/", cityId="nowhere") == []


@pytest.mark.parametrize(("method", "path", "status"), [("GET", "/nothing/", 404), ("POST", "/orders/", 405)])
def test_what_php_never_sees_is_answered_in_html(site: Visitor, method: str, path: str, status: int) -> None:
    answer = site.send(method, path)
    assert answer.status_code == status
    assert answer.headers["Content-Type"].startswith("text/html")


def test_every_picture_can_be_looked_at(simulator: SimulatorProcess) -> None:
    pictures = [requests.get(f"{simulator.url}/upload/{name}.jpeg", timeout=20) for name in ("a", "b")]
    assert [picture.headers["Content-Type"][:9] for picture in pictures] == ["image/svg", "image/svg"]
    assert pictures[0].text != pictures[1].text
