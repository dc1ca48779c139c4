"""Recipes: what one piece of a product is made of."""

from marshmallow import Schema, fields, validate

from web.schemas.fields import Count, Flag, Id

MOST_PIECES = 10_000  # of one ingredient: more is a slip of the finger
MOST_PARTS = 100


class PartSchema(Schema):
    id = fields.Integer(required=True, metadata={"example": 7})
    warehouse_item_id = fields.Integer(required=True, metadata={"example": 3})
    name = fields.String(required=True, metadata={"example": "Роза красная"})
    quantity = fields.Integer(required=True, metadata={"description": "For one piece", "example": 15})
    is_optional = fields.Boolean(
        required=True, metadata={"description": "Neither blocks an order nor is reserved for it"}
    )
    cost_price = fields.Integer(
        required=True, metadata={"description": "Minor units, of one piece", "example": 40000}
    )
    cost = fields.Integer(required=True, metadata={"description": "Of the quantity", "example": 600000})


class RecipeSchema(Schema):
    product_id = fields.Integer(required=True, metadata={"example": 668826})
    price = fields.Integer(required=True, metadata={"description": "The product's", "example": 995000})
    items = fields.List(fields.Nested(PartSchema), required=True)
    cost = fields.Integer(
        required=True, metadata={"description": "Of the ingredients that must be in it", "example": 600000}
    )
    optional_cost = fields.Integer(
        required=True, metadata={"description": "Of the optional ones, besides", "example": 0}
    )
    margin = fields.Integer(
        required=True, metadata={"description": "Price less cost; below zero it is a loss", "example": 395000}
    )


class NewPart(Schema):
    warehouse_item_id = Id(required=True, metadata={"example": 3})
    quantity = Count(least=1, most=MOST_PIECES, required=True, metadata={"example": 15})
    is_optional = Flag(load_default=False, metadata={"example": False})


class PartEdit(Schema):
    """Only what is sent is changed."""

    quantity = Count(least=1, most=MOST_PIECES, metadata={"example": 25})
    is_optional = Flag(metadata={"example": True})


class WholeRecipe(Schema):
    items = fields.List(
        fields.Nested(NewPart),
        required=True,
        validate=validate.Length(max=MOST_PARTS),
        metadata={"example": [{"warehouse_item_id": 3, "quantity": 15, "is_optional": False}]},
    )
