"""Products: what customers see, what staff see besides, and what staff may write."""

from marshmallow import Schema, fields, validate

from models.product import TYPES
from web.schemas.agreement import AgreementSchema
from web.schemas.fields import Count, Flag, Id, Money, QueryFlag, QueryId, QueryText, Text, Time
from web.schemas.listing import ListQuery
from web.schemas.picture import PictureAddress

SORTS = ("-created_at", "created_at", "price", "-price", "name", "-name")
TYPE = validate.OneOf(TYPES)
MOST_WORDS = 50


class ImageSchema(Schema):
    url = fields.String(required=True, metadata={"example": "https://shop.example/upload/a.jpeg"})
    is_primary = fields.Boolean(required=True)


class StaffImageSchema(ImageSchema):
    id = fields.Integer(required=True, metadata={"example": 1})


class ProductSchema(Schema):
    id = fields.Integer(required=True, metadata={"example": 668826})
    shop_id = fields.Integer(required=True, metadata={"example": 17008})
    name = fields.String(required=True, metadata={"example": "Эустомы"})
    price = fields.Integer(required=True, metadata={"description": "Minor units", "example": 495000})
    type = fields.String(required=True, validate=TYPE)
    description = fields.String(required=True, allow_none=True)
    image = fields.String(required=True, allow_none=True)
    images = fields.List(fields.Nested(ImageSchema), required=True)
    manufacturing_minutes = fields.Integer(required=True, allow_none=True)
    width = fields.Integer(required=True, allow_none=True, metadata={"description": "cm"})
    height = fields.Integer(required=True, allow_none=True, metadata={"description": "cm"})
    shelf_life_days = fields.Integer(required=True, allow_none=True)
    enabled = fields.Boolean(required=True)
    is_featured = fields.Boolean(required=True)
    colors = fields.List(fields.String(), required=True)
    occasions = fields.List(fields.String(), required=True)
    cities = fields.List(fields.String(), required=True)
    tags = fields.List(fields.String(), required=True)
    created_at = Time(required=True)
    updated_at = Time(required=True)


class StaffProductSchema(ProductSchema):
    images = fields.List(fields.Nested(StaffImageSchema), required=True)
    bitrix_id = fields.Integer(required=True, allow_none=True, metadata={"example": 668826})
    version = fields.Integer(required=True, metadata={"example": 3})
    sync = fields.Nested(AgreementSchema, required=True)


def _words() -> fields.List:
    return fields.List(Text(most=100, least=1), validate=validate.Length(max=MOST_WORDS))


class ProductEdit(Schema):
    """Only what is sent is changed; null empties a field that may be empty."""

    name = Text(most=500, least=1, metadata={"example": "Эустомы в пачке"})
    price = Money(metadata={"description": "Minor units", "example": 500000})
    type = fields.String(validate=TYPE)
    description = Text(most=10_000, allow_none=True)
    image = PictureAddress(allow_none=True)
    images = fields.List(PictureAddress(), validate=validate.Length(max=30))
    manufacturing_minutes = Count(most=100_000, allow_none=True)
    width = Count(most=10_000, allow_none=True)
    height = Count(most=10_000, allow_none=True)
    shelf_life_days = Count(most=10_000, allow_none=True)
    enabled = Flag()
    is_featured = Flag()
    colors = _words()
    occasions = _words()
    cities = _words()
    tags = _words()
    version = Id(
        load_only=True, metadata={"description": "Refuse (409) unless this is the product's version", "example": 3}
    )


class NewProduct(ProductEdit):
    class Meta:
        exclude = ("version",)

    name = Text(most=500, least=1, required=True, metadata={"example": "Эустомы"})
    price = Money(required=True, metadata={"description": "Minor units", "example": 495000})


class PublicListQuery(ListQuery):
    shop_id = QueryId(load_default=None)


class PublicProductQuery(PublicListQuery):
    type = fields.String(validate=TYPE)
    search = QueryText(metadata={"description": "Part of the name or description"})
    min_price = QueryId(least=0, metadata={"description": "Minor units"})
    max_price = QueryId(least=0, metadata={"description": "Minor units"})
    tags = QueryText(metadata={"description": "Comma-separated; a product has all of them", "example": "розы"})


class StaffProductQuery(PublicProductQuery):
    enabled = QueryFlag()
    sort = fields.String(
        load_default=SORTS[0],
        validate=validate.OneOf(SORTS),
        metadata={"description": "Any but the first by `page` only"},
    )


class NewImage(Schema):
    url = PictureAddress(required=True)
    is_primary = Flag(load_default=False, metadata={"description": "The first of all, and the product's `image`"})
    position = Count(most=100, load_default=None, metadata={"description": "From 0; without it, the last"})


class NewImageFile(Schema):
    """Beside the file, in its form."""

    is_primary = QueryFlag(load_default=False)
    position = QueryId(least=0, most=100, load_default=None)


class StatusQuery(Schema):
    enabled = QueryFlag(required=True)
