"""Sending an order there, and what came of it."""

from bitrix.wire.creation import CreateLine, CreateOrder
from dev.simulator.control import Florist
from models import Order, Outbox, Product, begin
from tests.sync import rows
from tests.sync.clerk import Clerk

POST = "POST *orders/create*"


def push(clerk: Clerk, order: Order) -> Outbox:
    return clerk.work("new_order", order.uuid)


def now(order: Order) -> Order:
    with begin() as session:
        return session.get_one(Order, order.id)


def there(florist: Florist) -> list[int]:
    return [int(row["id"]) for row in florist.rows("orders")]


def assert_made_once(florist: Florist, order: Order) -> None:
    (bitrix_id,) = there(florist)
    assert now(order).bitrix_order_id == bitrix_id
    assert rows.link("order", bitrix_id).local_id == order.id


def send_behind_our_back(clerk: Clerk, order: Order) -> int:
    """What a worker sends that dies before it can write anything down. The site's id."""
    with begin() as session:
        product = session.get_one(Product, order.items[0].product_id)
    assert product.bitrix_id
    return clerk.site.create_order(
        CreateOrder(
            railway_order_id=order.uuid,
            customer_phone=str(order.customer_phone),
            customer_name=order.customer_name,
            pickup=False,
            items=(CreateLine(product.bitrix_id, 1, product.price),),
            total_price=order.subtotal,
            recipient_name=order.recipient_name,
            recipient_phone=order.recipient_phone,
            delivery_address=order.delivery_address,
            delivery_date=order.delivery_date,
            delivery_time=order.delivery_time,
        )
    ).order_id
