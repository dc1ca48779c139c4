"""What every list takes and answers."""

from functools import cache

from marshmallow import EXCLUDE, Schema, fields

from web.schemas.fields import QueryId, QueryText

LARGEST_PAGE = 100


class ListQuery(Schema):
    class Meta:
        unknown = EXCLUDE

    limit = QueryId(most=LARGEST_PAGE, load_default=20, metadata={"description": "Rows of a page"})
    cursor = QueryText(
        load_default=None,
        allow_none=True,
        metadata={"description": "`next` of the page before; goes before `page`"},
    )
    page = QueryId(
        most=1_000_000, load_default=None, allow_none=True, metadata={"description": "Number of a page, from 1"}
    )


@cache  # one class for each item, and so one name in the API's description
def list_of(item: type[Schema]) -> type[Schema]:
    """The envelope of a list of these."""
    return Schema.from_dict(
        {
            "items": fields.List(fields.Nested(item), required=True),
            "total": fields.Integer(required=True, metadata={"example": 1}),
            "next": fields.String(required=True, allow_none=True, metadata={"example": None}),
        },
        name=item.__name__.removesuffix("Schema") + "List",
    )
