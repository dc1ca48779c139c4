"""What a storefront's pages are made of."""

from marshmallow import EXCLUDE, Schema, fields

from web.schemas.fields import QueryId, QueryText
from web.schemas.product import ProductSchema

SHOP = {"description": "Which shop's; else the token's, else the mirrored one's"}
MONEY = {"description": "Minor units", "example": 495000}


class ShopQuery(Schema):
    class Meta:
        unknown = EXCLUDE

    shop_id = QueryId(metadata=SHOP)


class TopQuery(ShopQuery):
    limit = QueryId(most=100, load_default=20)
    days = QueryId(most=365, load_default=30, metadata={"description": "How far back sales count"})


class SuggestionQuery(ShopQuery):
    query = QueryText(least=1, required=True, metadata={"example": "роз"})
    limit = QueryId(most=20, load_default=8)


class QuantityQuery(ShopQuery):
    quantity = QueryId(most=10_000, load_default=1)


class SuggestionSchema(Schema):
    id = fields.Integer(required=True, metadata={"example": 668826})
    name = fields.String(required=True, metadata={"example": "Розы"})
    price = fields.Integer(required=True, metadata=MONEY)
    image = fields.String(required=True, allow_none=True)


class SectionSchema(Schema):
    key = fields.String(required=True, metadata={"example": "bestsellers"})
    title = fields.String(required=True, metadata={"example": "Хиты продаж"})
    items = fields.List(fields.Nested(ProductSchema), required=True)


class HomeSchema(Schema):
    """Sections without products are left out."""

    sections = fields.List(fields.Nested(SectionSchema), required=True)


class ChoiceSchema(Schema):
    value = fields.String(required=True, metadata={"example": "red"})
    name = fields.String(required=True, metadata={"description": "For people", "example": "красный"})
    count = fields.Integer(required=True, metadata={"description": "Products on sale", "example": 12})


class PricesSchema(Schema):
    """Both null where nothing is on sale."""

    min = fields.Integer(required=True, allow_none=True, metadata=MONEY)
    max = fields.Integer(required=True, allow_none=True, metadata=MONEY)


def _choices() -> fields.List:
    return fields.List(fields.Nested(ChoiceSchema), required=True)


class FiltersSchema(Schema):
    price = fields.Nested(PricesSchema, required=True)
    types = _choices()
    colors = _choices()
    occasions = _choices()
    cities = _choices()
    tags = _choices()


class ComponentSchema(Schema):
    name = fields.String(required=True, metadata={"example": "Роза красная"})
    quantity = fields.Integer(required=True, metadata={"example": 15})
    is_optional = fields.Boolean(required=True)


class ProductRatingSchema(Schema):
    average = fields.Float(required=True, allow_none=True, metadata={"example": 4.8})
    count = fields.Integer(required=True, metadata={"example": 25})


class ProductAvailabilitySchema(Schema):
    product_id = fields.Integer(required=True, metadata={"example": 668826})
    quantity = fields.Integer(required=True, metadata={"description": "As asked", "example": 1})
    available = fields.Boolean(required=True)
    max_quantity = fields.Integer(
        required=True,
        allow_none=True,
        metadata={"description": "As many could be made now; null: made to order, any number", "example": 7},
    )


class DetailSchema(ProductSchema):
    composition = fields.List(fields.Nested(ComponentSchema), required=True)
    availability = fields.Nested(ProductAvailabilitySchema, required=True, metadata={"description": "Of one piece"})
    rating = fields.Nested(ProductRatingSchema, required=True)


class SummarySchema(Schema):
    total = fields.Integer(required=True, metadata={"example": 120})
    enabled = fields.Integer(required=True, metadata={"example": 100})
    disabled = fields.Integer(required=True, metadata={"example": 20})
    featured = fields.Integer(required=True, metadata={"example": 8})
    without_image = fields.Integer(required=True, metadata={"example": 3})
    local_only = fields.Integer(
        required=True, metadata={"description": "The site does not know them", "example": 1}
    )
    average_price = fields.Integer(required=True, allow_none=True, metadata=MONEY)
    by_type = fields.Dict(
        keys=fields.String(), values=fields.Integer(), required=True, metadata={"example": {"catalog": 90}}
    )
