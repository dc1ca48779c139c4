"""The API's description at /api/v1/openapi.json, and pages to read it at /api/v1/docs."""

import flask_smorest
from flask import Flask
from flask_swagger_ui import get_swaggerui_blueprint  # type: ignore[import-untyped]

from web import errors
from web.parsing import SCHEMES, Blueprint
from web.schemas.error import ErrorSchema
from web.version import VERSION

SPEC = "/api/v1/openapi.json"
PAGES = "/api/v1/docs"


class Api(flask_smorest.Api):
    ERROR_SCHEMA = ErrorSchema

    def _register_error_handlers(self) -> None:
        """One handler makes all errors, not only HTTP's."""
        errors.register(self._app)


def register(app: Flask, blueprints: tuple[Blueprint, ...]) -> None:
    api = Api(app, spec_kwargs={"version": VERSION, "components": {"securitySchemes": SCHEMES}})
    for blueprint in blueprints:
        api.register_blueprint(blueprint)
    # The pages' script and style come out of a package of ours: no visitor's browser asks anybody else.
    app.register_blueprint(get_swaggerui_blueprint(PAGES, SPEC, {"app_name": "Cvety API"}))
