"""The examples of the site's documentation, copied by hand; what it leaves out (`...`) is filled in."""

from typing import Any

PRODUCT_IN_LIST: dict[str, Any] = {
    "id": 697695,
    "image": "https://shop.example/upload/b.jpeg",
    "images": ["https://shop.example/upload/b.jpeg"],
    "title": "Эустомы в пачке",
    "price": "7 500 ₸",
    "isAvailable": True,
    "createdAt": "2025-09-26T14:59:39+0500",
    "type": "catalog",
    "width": None,
    "height": None,
    "video": None,
    "duration": None,
    "discount": "0",
    "composition": None,
    "colors": False,
    "catalogWidth": "",
    "catalogHeight": "",
    "productionTime": None,
}

PRODUCT_DETAIL: dict[str, Any] = PRODUCT_IN_LIST | {
    "composition": [{"id": 123, "name": "Розы", "amount": 7}],
    "productionTime": "short",
}

PRODUCT_EVENT: dict[str, Any] = {
    "event_type": "product.updated",
    "product_data": {
        "id": 668826,
        "title": "Эустомы",
        "price": "4 950 ₸",
        "isAvailable": True,
        "image": "https://shop.example/upload/a.jpeg",
        "images": ["https://shop.example/upload/a.jpeg"],
        "catalogHeight": "70 см",
        "catalogWidth": "",
        "type": "catalog",
        "colors": False,
        "createdAt": "2025-04-24T17:01:07+0500",
    },
}

STATUS_EVENT: dict[str, Any] = {"order_id": 123456, "status": "AP", "changed_by_id": 42, "notes": "..."}

ORDER_IN_LIST: dict[str, Any] = {
    "id": 12345,
    "number": "2025-10-001",
    "status_key": "accepted",
    "paymentAmount": "12 990 ₸",
    "paymentStatus": "Оплачен",
    "sender": {"name": "Айгуль", "phone": "+77000000001"},
    "recipient": {"name": "Данияр", "phone": "+77000000002"},
    "deliveryAddress": "ул. Абая, 1",
    "deliveryDate": "2025-10-26",
    "deliveryTime": "14:00-16:00",
    "createdAt": "2025-10-24T10:30:00Z",
    "executors": [{"id": 42, "name": "Мадина", "source": "responsible"}],
    "items": [
        {
            "id": 1,
            "productName": "Розы 15 шт",
            "amount": 1,
            "price": "12990",
            "currency": "KZT",
            "productImage": "https://shop.example/upload/c.jpeg",
        }
    ],
}

ORDER_RAW: dict[str, Any] = {
    "id": 12345,
    "dateCreated": "24.10.2025",
    "statusId": "AP",
    "price": "12990",
    "currency": "KZT",
    "senderName": "Айгуль",
    "senderPhone": "+77000000001",
    "senderEmail": "aigul@mail.example",
    "recipientName": "Данияр",
    "recipientPhone": "+77000000002",
    "deliveryAddress": "ул. Абая, 1",
    "deliveryDate": "26.10.2025",
    "deliveryType": "14:00-16:00",
    "deliveryPrice": "1500",
    "isPayed": True,
    "paySystem": "Kaspi",
    "postcardText": "С днём рождения!",
    "comment": "",
    "notes": "",
    "responsibleId": "42",
    "askAddress": False,
    "pickup": False,
    "city": "Алматы",
    "shopId": 17008,
    "basket": [{"id": 1, "productName": "Розы 15 шт", "amount": 1, "price": "12990", "currency": "KZT"}],
    "history": [{"status": "Новый", "timestamp": "2025-10-24T10:30:00Z", "user": "site"}],
}

ORDER_DETAIL: dict[str, Any] = ORDER_IN_LIST | {"updatedAt": "2025-10-24T11:00:00Z", "raw": ORDER_RAW}

PUT_PRODUCT: dict[str, Any] = {
    "name": "Букет из роз",
    "price": "5 000 ₸",
    "image": "https://cdn.example/a.jpg",
    "description": "Пятнадцать роз",
    "enabled": True,
}

CREATE_ORDER: dict[str, Any] = {
    "railway_order_id": "8f2b4f0e-7f83-4f5c-9d55-2f6f0a3e1c11",
    "customer_phone": "+77000000003",
    "pickup": "N",
    "recipient_name": "Асель",
    "recipient_phone": "+77000000004",
    "delivery_address": "ул. Сатпаева, 2",
    "delivery_date": "2025-10-26",
    "delivery_time": "14:00-16:00",
    "notes": "Позвонить",
    "customer_name": "Тимур",
    "delivery_fee": 250000,
    "items": [{"product_id": 698875, "quantity": 1, "price": 1500000}],
    "total_price": 1500000,
}

ORDER_CREATED: dict[str, Any] = {
    "status": True,
    "order_id": 123901,
    "account_number": "123901",
    "xml_id": "railway-8f2b4f0e-7f83-4f5c-9d55-2f6f0a3e1c11",
    "price": 17000,
    "delivery_price": 2000,
    "pickup": "N",
}
