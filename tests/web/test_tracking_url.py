"""Orders tell where their customers follow them."""

from dataclasses import replace

import pytest
from flask import Flask

from models import Shop
from tests.shopfloor import make_order
from tests.web.conftest import Ask, add
from web.configuration import SETTINGS


@pytest.mark.parametrize(
    ("storefront", "url"),
    [("https://shop.example/track", "https://shop.example/track/123456789"), ("", None)],
)
def test_an_order_tells_its_page_of_the_storefront_if_there_is_one(
    app: Flask, ask: Ask, shop: Shop, monkeypatch: pytest.MonkeyPatch, storefront: str, url: str | None
) -> None:
    monkeypatch.setitem(app.config, SETTINGS, replace(app.config[SETTINGS], tracking_url=storefront))
    order = add(make_order, shop, tracking_id="123456789")
    assert ask("GET", f"/orders/{order.id}", as_role="florist").json["tracking_url"] == url
