"""The web: webhooks in, the admin's API, health and metrics. Shallow: rules live in shop/ and sync/."""

from flask import Flask

import settings as house
from settings import Settings
from tasks import logs
from tasks.metrics import prepare
from web import app_routes, cli, configuration, cors, guard, openapi, panel, rate_limits, tracing
from web.api import BLUEPRINTS
from web.webhooks import blueprint as webhooks


def create_app(settings: Settings | None = None) -> Flask:
    """The app, with nothing connected yet: it may be made before a fork."""
    chosen = settings or house.current()
    logs.configure(chosen)
    prepare(chosen)
    app = Flask("web", static_folder=None)
    configuration.configure(app, chosen)
    tracing.register(app)
    cors.register(app)
    guard.register(app)
    rate_limits.register(app)
    openapi.register(app, (*BLUEPRINTS, webhooks))
    app.register_blueprint(app_routes.blueprint)
    app.register_blueprint(panel.blueprint)
    cli.register(app)
    return app
