"""The made-up content of seeded rows: people, flowers, addresses, prices, all from the row's salt."""

from typing import Any

from dev.simulator.rows import Order, Product, Row
from dev.simulator.variety import draw, pick

BASE = 1_759_300_000  # 1 October 2025: the first seeded row
STEP = 61  # seconds between two seeded rows

FLOWERS = ("Розы", "Эустомы", "Тюльпаны", "Пионы", "Хризантемы", "Гортензии", "Альстромерии", "Ирисы", "Лилии")
FORMS = ("в пачке", "в коробке", "в корзине", "в шляпной коробке", "моно", "микс", "с эвкалиптом")
NAMES = ("Айгуль", "Данияр", "Мадина", "Тимур", "Асель", "Руслан", "Жанна", "Ерлан", "Сауле", "Олег")
STREETS = ("Абая", "Сатпаева", "Достык", "Толе би", "Жандосова", "Сейфуллина")
SLOTS = ("14:00-16:00", "10:00-12:00", "12:00-14:00", "16:00-18:00", "18:00-20:00")
POSTCARDS = ("С днём рождения!", "Люблю тебя", "Спасибо за всё", "С юбилеем")
DIMENSIONS = ("{} см", "{}cm", "{}", "60-{} см", "0,{} м")
COMPOSITION = ("Розы", "Эустома", "Эвкалипт", "Гипсофила")


def made_at(row: Row) -> float:
    """When the row was made, epoch seconds."""
    known = (row.fields or {}).get("madeAt")
    return known if known is not None else BASE + row.id % 100_000 * STEP


def name(salt: int, topic: int) -> str:
    return pick(salt, topic, NAMES)


def phone(salt: int, topic: int) -> str:
    return f"+7700000{draw(salt, topic) % 10_000:04d}"


def title(product: Product) -> str:
    salt = product.salt
    if not salt:
        return "Букет"
    return f"{pick(salt, 20, FLOWERS)} {pick(salt, 21, FORMS)} № {product.id % 10_000}"


def product_price(product: Product) -> int:
    """Minor units, whole tenge."""
    return (2_000 + draw(product.salt, 22) % 500 * 50) * 100 if product.salt else 500_000


def image(product: Product, site_url: str) -> str:
    path = f"/upload/{product.id}.jpeg"
    return path if product.salt and draw(product.salt, 23) % 2 else site_url + path


def dimension(salt: int, topic: int) -> Any:
    """A height or width in one of the site's spellings, or one of the empties."""
    kind = draw(salt, topic) % 8
    if kind == 7:
        return pick(salt, topic + 50, ("", None, False))
    if kind == 6:
        return 70
    return DIMENSIONS[kind % len(DIMENSIONS)].format(70 + draw(salt, topic + 60) % 3 * 10)


def composition(salt: int) -> list[dict[str, Any]]:
    first = draw(salt, 24) % len(COMPOSITION)
    return [
        {"id": 100 + at, "name": COMPOSITION[at], "amount": 3 + draw(salt, 25 + n) % 9}
        for n, at in enumerate((first, (first + 1) % len(COMPOSITION)))
    ]


def items(order: Order) -> list[dict[str, Any]]:
    """One to three lines of an order; prices are plain strings of tenge."""
    salt = order.salt
    if not salt:
        return []
    return [
        {
            "id": order.id * 4 + line,
            "productName": f"{pick(salt, 30 + line, FLOWERS)} {7 + 2 * (draw(salt, 33 + line) % 8)} шт",
            "amount": 1 + draw(salt, 36 + line) % 2,
            "price": str(3_000 + draw(salt, 39 + line) % 300 * 50),
            "currency": "KZT",
            "productImage": f"/upload/item{draw(salt, 42 + line) % 100}.jpeg",
        }
        for line in range(1 + draw(salt, 29) % 3)
    ]


def address(salt: int) -> str:
    return f"ул. {pick(salt, 45, STREETS)}, {1 + draw(salt, 46) % 200}, кв. {1 + draw(salt, 47) % 90}"
