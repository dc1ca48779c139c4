"""What the shop says of itself, and customers of it."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from dev.demo_data.shops import MIRRORED
from models import Faq, Product, Review, StaticPage

FAQS = (
    ("Как быстро вы доставите?", "По городу — за два часа или ко времени, которое вы назвали."),
    ("Можно ли заказать без адреса?", "Да: мы сами узнаем его у получателя и не испортим сюрприз."),
    ("Что, если цветы завянут?", "Заменим букет, если он не простоял трёх дней. Пришлите фотографию."),
)
PAGES = (
    ("delivery", "Доставка", "Доставляем каждый день с 9:00 до 21:00. От 10 000 ₸ — бесплатно."),
    ("payment", "Оплата", "Картой, через Kaspi или наличными курьеру."),
    ("about", "О нас", "Собираем букеты на проспекте Абая с 2016 года."),
)
OF_THE_SHOP = (
    ("Алия", 5, "Привезли раньше времени, букет как на фото. Спасибо!", "published"),
    ("Ерлан", 4, "Цветы свежие, курьер немного задержался.", "published"),
    ("Гость", 1, "Купите обои по ссылке", "hidden"),
    ("Мадина", 5, "Заказываю маме каждый месяц, ни разу не подвели.", "pending"),
    ("Олег", 2, "Открытку забыли вложить.", "pending"),
)
OF_PRODUCTS = (
    ("Жанна", 5, "Стоит уже вторую неделю!", "published"),
    ("Руслан", 3, "Меньше, чем казалось.", "published"),
    ("Асель", 5, "Жена в восторге.", "pending"),
)


def say(session: Session) -> None:
    if session.scalar(select(Faq.id).limit(1)) is None:
        session.add_all(
            Faq(shop_id=MIRRORED, question=question, answer=answer, position=number)
            for number, (question, answer) in enumerate(FAQS)
        )
    if session.scalar(select(StaticPage.id).limit(1)) is None:
        session.add_all(
            StaticPage(shop_id=MIRRORED, slug=slug, title=title, body=body) for slug, title, body in PAGES
        )


def praise(session: Session) -> None:
    if session.scalar(select(Review.id).limit(1)):
        return
    newest = select(Product.id).where(Product.enabled).order_by(Product.created_at.desc())
    products = session.scalars(newest.limit(len(OF_PRODUCTS))).all()
    session.add_all(_review(None, *said) for said in OF_THE_SHOP)
    session.add_all(_review(product, *said) for product, said in zip(products, OF_PRODUCTS, strict=False))


def _review(product_id: int | None, author: str, rating: int, text: str, status: str) -> Review:
    return Review(
        shop_id=MIRRORED, product_id=product_id, author_name=author, rating=rating, text=text, status=status
    )
