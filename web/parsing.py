"""flask-smorest's blueprint, reading bodies and queries as strictly as the rest of the house."""

from typing import Any

import flask
import flask_smorest
import marshmallow
from webargs.flaskparser import FlaskParser

from web import json_body
from web.errors import Problem
from web.rights import RIGHTS, Right

CHUNKS = "Transfer-Encoding"
BEARER, SECRET = "bearer", "webhookSecret"
SCHEMES = {
    BEARER: {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"},
    SECRET: {"type": "apiKey", "in": "header", "name": "X-Webhook-Secret"},
}


class Parser(FlaskParser):
    def load_json(self, req: flask.Request, schema: marshmallow.Schema) -> Any:
        """No body at all is an empty one to a schema that says so with `body_is_optional`."""
        if getattr(schema, "body_is_optional", False) and not req.content_length and not req.headers.get(CHUNKS):
            return {}
        return json_body.read()

    def load_querystring(self, req: flask.Request, schema: marshmallow.Schema) -> Any:
        """PostgreSQL refuses NUL in any text, so it may not get that far."""
        if bad := [key for key, value in req.args.items(multi=True) if "\0" in value]:
            raise Problem(422, "Some fields are wrong", {key: ["Must not contain NUL."] for key in bad})
        return req.args.to_dict()


class Blueprint(flask_smorest.Blueprint):
    ARGUMENTS_PARSER = Parser()

    def arguments(self, schema: Any, **how: Any) -> Any:
        """One instance for all requests: to make it takes as long as to read a query by it."""
        return super().arguments(schema() if isinstance(schema, type) else schema, **how)

    def _store_endpoint_docs(self, endpoint: str, *rest: Any, **options: Any) -> None:
        """The description of each operation names the right it needs, from the one table."""
        super()._store_endpoint_docs(endpoint, *rest, **options)
        right = RIGHTS[f"{self.name}.{endpoint}"]
        for method, doc in self._docs[endpoint].items():
            if method != "parameters":
                doc.setdefault("manual_doc", {}).update({"security": _security(right), "x-right": right.value})


def _security(right: Right) -> list[dict[str, list[str]]]:
    if right is Right.PUBLIC:
        return []
    return [{SECRET if right is Right.WEBHOOK else BEARER: []}]
