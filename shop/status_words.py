"""An order's status as its customer reads it."""

from models import Order

WORDS = {
    "new": "Заказ получен, скоро подтвердим",
    "paid": "Заказ оплачен",
    "accepted": "Флорист собирает заказ",
    "assembled": "Заказ собран и ждёт курьера",
    "in_delivery": "Курьер в пути",
    "delivered": "Заказ доставлен",
    "cancelled": "Заказ отменён",
}
PICKUP = {"assembled": "Заказ собран и ждёт вас в магазине", "delivered": "Заказ выдан"}


def said(order: Order) -> str:
    if order.delivery_type == "pickup" and order.status in PICKUP:
        return PICKUP[order.status]
    return WORDS[order.status]
