"""Reviews: what customers write, what everybody reads, and what moderation sees."""

from marshmallow import Schema, fields, validate

from models.review import STATUSES
from web.schemas.fields import Count, QueryFlag, QueryId, Text, Time
from web.schemas.listing import ListQuery, list_of
from web.schemas.product import PublicListQuery

LONGEST = 2_000


class ReviewSchema(Schema):
    id = fields.Integer(required=True, metadata={"example": 1})
    shop_id = fields.Integer(required=True, metadata={"example": 17008})
    product_id = fields.Integer(
        required=True, allow_none=True, metadata={"description": "Null: of the shop", "example": 668826}
    )
    author_name = fields.String(required=True, metadata={"example": "Алия"})
    rating = fields.Integer(required=True, metadata={"description": "From 1 to 5", "example": 5})
    text = fields.String(required=True, metadata={"example": "Свежие цветы, привезли вовремя"})
    status = fields.String(required=True, validate=validate.OneOf(STATUSES), metadata={"example": "published"})
    created_at = Time(required=True)


class ModeratedReviewSchema(ReviewSchema):
    moderated_by_id = fields.Integer(required=True, allow_none=True, metadata={"example": 1})
    updated_at = Time(required=True)


class RatingSchema(Schema):
    """Of published reviews."""

    average = fields.Float(required=True, allow_none=True, metadata={"example": 4.8})
    count = fields.Integer(required=True, metadata={"example": 12})


class RatedListSchema(list_of(ReviewSchema)):  # type: ignore[misc]
    rating = fields.Nested(RatingSchema, metadata={"description": "Only where it was asked for"})


class ReviewQuery(PublicListQuery):
    rating = QueryFlag(
        load_default=False, metadata={"description": "Give the average and the number of all of them too"}
    )


class ModerationQuery(ListQuery):
    status = fields.String(validate=validate.OneOf(STATUSES))
    product_id = QueryId()
    rating = QueryId(most=5)


class NewReview(Schema):
    author_name = Text(most=100, least=1, required=True, metadata={"example": "Алия"})
    rating = Count(least=1, most=5, required=True, metadata={"example": 5})
    text = Text(most=LONGEST, least=1, required=True, metadata={"example": "Свежие цветы, привезли вовремя"})


class Moderation(Schema):
    status = fields.String(required=True, validate=validate.OneOf(STATUSES), metadata={"example": "published"})
