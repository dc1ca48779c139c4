"""/reviews: of shops and of products. Whatever a customer writes is seen once the shop has published it."""

from typing import Any

from sqlalchemy import Select, func, select
from sqlalchemy.orm import Session

from models import Product, Review, Shop, begin
from web import caller, tenant
from web.errors import existing
from web.filters import equal
from web.pagination import newest_first
from web.parsing import Blueprint
from web.schemas.listing import ListQuery, list_of
from web.schemas.review import (
    ModeratedReviewSchema,
    Moderation,
    ModerationQuery,
    NewReview,
    RatedListSchema,
    ReviewQuery,
    ReviewSchema,
)
from web.schemas.storefront import ShopQuery

blueprint = Blueprint("reviews", __name__, url_prefix="/api/v1/reviews", description="What customers say")

PRODUCT = "product/<int(max=9007199254740991):product_id>"
PUBLISHED = Review.status == "published"


@blueprint.get("/company")
@blueprint.arguments(ReviewQuery, location="query")
@blueprint.response(200, RatedListSchema)
@blueprint.alt_response(404, "NOT_FOUND")
def list_company(asked: dict[str, Any]) -> dict[str, Any]:
    """Published reviews of the shop, newest first"""
    with tenant.public() as session:
        query = select(Review).where(Review.shop_id == tenant.shop_id(session), Review.product_id.is_(None))
        return _published(session, query, asked)


@blueprint.post("/company")
@blueprint.arguments(NewReview)
@blueprint.arguments(ShopQuery, location="query")
@blueprint.response(201, ReviewSchema)
@blueprint.alt_response(404, "NOT_FOUND")
def add_company(given: dict[str, Any], _asked: dict[str, Any]) -> Review:
    """Say something of the shop; it is shown once the shop has published it"""
    with tenant.public() as session:
        return _added(session, given)


@blueprint.get(f"/{PRODUCT}")
@blueprint.arguments(ReviewQuery, location="query")
@blueprint.response(200, RatedListSchema)
@blueprint.alt_response(404, "NOT_FOUND")
def list_product(asked: dict[str, Any], product_id: int) -> dict[str, Any]:
    """Published reviews of a product, newest first"""
    with tenant.public() as session:
        _on_sale(session, product_id)
        query = select(Review).where(Review.shop_id == tenant.shop_id(session), Review.product_id == product_id)
        return _published(session, query, asked)


@blueprint.post(f"/{PRODUCT}")
@blueprint.arguments(NewReview)
@blueprint.arguments(ShopQuery, location="query")
@blueprint.response(201, ReviewSchema)
@blueprint.alt_response(404, "NOT_FOUND")
def add_product(given: dict[str, Any], _asked: dict[str, Any], product_id: int) -> Review:
    """Say something of a product; it is shown once the shop has published it"""
    with tenant.public() as session:
        _on_sale(session, product_id)
        return _added(session, given | {"product_id": product_id})


@blueprint.get("/platform")
@blueprint.arguments(ListQuery, location="query")
@blueprint.response(200, list_of(ReviewSchema))
def platform(asked: dict[str, Any]) -> dict[str, Any]:
    """Published reviews of all open shops, newest first"""
    with begin() as session:
        query = select(Review).join(Shop, Shop.id == Review.shop_id)
        query = query.where(Shop.is_active, Review.product_id.is_(None), PUBLISHED)
        reviews, page = newest_first(session, query, Review.created_at, Review.id, asked)
        return {"items": reviews, **page}


@blueprint.get("/admin")
@blueprint.arguments(ModerationQuery, location="query")
@blueprint.response(200, list_of(ModeratedReviewSchema))
def list_admin(asked: dict[str, Any]) -> dict[str, Any]:
    """All reviews of the own shop and its products, newest first; `status=pending` waits for a decision"""
    with tenant.staff() as session:
        query = select(Review).where(Review.shop_id == tenant.shop_id(session))
        query = equal(query, asked, status=Review.status, product_id=Review.product_id, rating=Review.rating)
        reviews, page = newest_first(session, query, Review.created_at, Review.id, asked)
        return {"items": reviews, **page}


@blueprint.patch("/admin/<int(max=9007199254740991):review_id>")
@blueprint.arguments(Moderation)
@blueprint.response(200, ModeratedReviewSchema)
@blueprint.alt_response(404, "NOT_FOUND")
def moderate(given: dict[str, Any], review_id: int) -> Review:
    """Publish a review, or hide it"""
    with tenant.staff() as session:
        review = existing(session.get(Review, review_id))
        review.status = given["status"]
        review.moderated_by_id = caller.current().id
        session.flush()
        session.refresh(review)
        return review


def _on_sale(session: Session, product_id: int) -> None:
    """Raises Problem 404 for a product that customers of this shop do not see."""
    existing(session.scalar(select(Product.id).where(Product.id == product_id, Product.enabled)))


def _published(session: Session, query: Select[Review], asked: dict[str, Any]) -> dict[str, Any]:
    query = query.where(PUBLISHED)
    reviews, page = newest_first(session, query, Review.created_at, Review.id, asked)
    answer = {"items": reviews, **page}
    if asked["rating"]:
        count = page["total"]
        average = session.scalar(query.with_only_columns(func.avg(Review.rating), maintain_column_froms=True))
        answer["rating"] = {"average": round(float(average or 0), 2) if count else None, "count": count}
    return answer


def _added(session: Session, given: dict[str, Any]) -> Review:
    review = Review(shop_id=tenant.shop_id(session), **given)
    session.add(review)
    session.flush()
    session.refresh(review)
    return review
