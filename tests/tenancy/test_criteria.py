"""SQLAlchemy's wall, alone: every query of mapped rows that belong to a shop is of that shop.

What hangs on such a row (lines, notes, pictures) is found through it; by itself only PostgreSQL holds it back.
"""

from typing import Any

import pytest
from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.exc import ProgrammingError
from sqlalchemy.orm import aliased, joinedload, selectinload

from models import Base, Order, OrderItem, Outbox, Product, ProductImage, Shop, SyncConflict, User, begin, begin_for
from models.base import OfShop
from models.tenancy import plain_rows
from tests.tenancy.conftest import OURS, THEIRS, behind_the_criteria

MODELS = sorted(
    (mapper.class_ for mapper in Base.registry.mappers if issubclass(mapper.class_, OfShop | User | Shop)),
    key=lambda model: model.__name__,
)


def shop_of(row: Any) -> int:
    return row.id if isinstance(row, Shop) else row.shop_id


@pytest.mark.parametrize("model", MODELS)
def test_queries_find_the_shops_own(shops: None, model: Any) -> None:
    key = Shop.id if model is Shop else model.shop_id
    with behind_the_criteria(OURS) as session:
        other = aliased(model)
        own = session.scalars(select(model)).all()
        assert own
        assert {shop_of(row) for row in own} == {OURS}
        assert {shop_of(row) for row in session.scalars(select(other))} == {OURS}
        assert set(session.scalars(select(key))) == {OURS}
        assert session.scalar(select(func.count()).select_from(model)) == len(own)
        assert session.scalars(select(model).where(key == THEIRS)).all() == []
        assert session.scalar(select(model).where(model.id.in_(select(other.id).where(other.id == THEIRS)))) is None
        assert session.get(model, THEIRS) is None
        assert session.get(model, THEIRS, with_for_update=True) is None


@pytest.mark.parametrize("model", MODELS)
def test_plain_rows_are_the_shops_own(shops: None, model: Any) -> None:
    key = Shop.id if model is Shop else model.shop_id
    other = aliased(model)
    with behind_the_criteria(OURS) as session:
        assert {row[0] for row in plain_rows(session, select(key))} == {OURS}
        beside = select(func.count()).select_from(other).where(other.id == THEIRS).scalar_subquery()
        assert plain_rows(session, select(beside)) == [(0,)]
        assert plain_rows(session, select(key).where(key == THEIRS)) == []


@pytest.mark.parametrize("model", MODELS)
def test_updates_and_deletes_reach_the_shops_own(shops: None, model: Any) -> None:
    key = Shop.id if model is Shop else model.shop_id
    with behind_the_criteria(OURS) as session:
        assert session.execute(update(model).where(key == THEIRS).values({key: key})).rowcount == 0
        assert session.execute(delete(model).where(key == THEIRS)).rowcount == 0
        own = session.scalar(select(func.count()).select_from(model))
        assert session.execute(update(model).values({key: key})).rowcount == own


def test_a_join_from_lines_to_orders_is_of_the_shop(shops: None) -> None:
    with behind_the_criteria(OURS) as session:
        lines = select(OrderItem).join(Order, OrderItem.order_id == Order.id)
        assert [line.order_id for line in session.scalars(lines)] == [OURS]
        pictures = select(ProductImage.id).join(Product, ProductImage.product_id == Product.id)
        assert session.scalars(pictures).all() == [OURS]
        outer = select(OrderItem.id, Order.id).outerjoin(Order, OrderItem.order_id == Order.id)
        assert {order for _, order in session.execute(outer)} == {OURS, None}


def test_what_is_loaded_along_a_relationship_is_too(shops: None) -> None:
    for options in ([], [selectinload(Order.items)], [joinedload(Order.items)]):
        with behind_the_criteria(OURS) as session:
            (order,) = session.scalars(select(Order).options(*options)).unique().all()
            assert [line.order_id for line in order.items] == [OURS]
    for options in ([], [joinedload(User.shop)], [selectinload(User.shop)]):
        with behind_the_criteria(OURS) as session:
            (user,) = session.scalars(select(User).options(*options)).all()
            assert user.shop is not None
            assert user.shop.id == OURS


def test_a_way_back_to_a_row_of_theirs_leads_nowhere(shops: None) -> None:
    with behind_the_criteria(OURS) as session:
        conflict = session.scalars(select(SyncConflict)).one()
        assert conflict.link.shop_id == OURS
        conflict.link_id, conflict.field = THEIRS, "price"
        session.flush()
        session.expire(conflict)
        assert conflict.link is None


@pytest.mark.parametrize("model", [OrderItem, ProductImage])
def test_what_hangs_on_a_row_is_held_back_by_the_database(shops: None, model: Any) -> None:
    with begin_for(OURS) as session:
        assert session.scalars(select(model.id)).all() == [OURS]
        assert session.get(model, THEIRS) is None


def test_a_row_for_another_shop_is_not_taken(shops: None) -> None:
    row = {"shop_id": THEIRS, "kind": "product", "key": "1", "reason": "edit"}
    with pytest.raises(ProgrammingError, match="row-level security"), begin_for(OURS) as session:
        session.add(Outbox(**row))
    with pytest.raises(ProgrammingError, match="row-level security"), begin_for(OURS) as session:
        session.execute(insert(Outbox), [row])
    with pytest.raises(ProgrammingError, match="row-level security"), begin_for(OURS) as session:
        session.get_one(Product, OURS).shop_id = THEIRS
    with begin() as session:
        assert session.get_one(Product, OURS).shop_id == OURS


def test_without_a_shop_a_session_of_workers_sees_all(shops: None) -> None:
    with begin() as session:
        assert set(session.scalars(select(Order.shop_id))) == {OURS, THEIRS}
