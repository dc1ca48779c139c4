"""The settings this app was made with."""

from typing import cast

from flask import Flask, current_app
from flask.json.provider import DefaultJSONProvider
from werkzeug.middleware.proxy_fix import ProxyFix

from bitrix.wire.status import StatusTable
from settings import Settings
from sync.fields import check_owners
from web import storage

SETTINGS, STATUSES, STORAGE = "CVETY_SETTINGS", "CVETY_STATUSES", "CVETY_STORAGE"
BODY_LIMIT = 64 * 1024  # bytes; the largest honest body but a picture is a product, a few kilobytes


class Json(DefaultJSONProvider):
    compact = True
    ensure_ascii = False
    sort_keys = False


def configure(app: Flask, settings: Settings) -> None:
    """Raises ValueError for a setting that the sync does not understand: a release fails, not the first event."""
    check_owners(settings.field_owners)
    app.config.from_mapping(
        {
            SETTINGS: settings,
            STATUSES: StatusTable(settings.extra_statuses),
            STORAGE: storage.chosen(settings),
            "MAX_CONTENT_LENGTH": BODY_LIMIT,
            "API_TITLE": "Cvety",
            "OPENAPI_VERSION": "3.0.3",
            "OPENAPI_URL_PREFIX": "/api/v1",
        }
    )
    if settings.trusted_proxies:
        app.wsgi_app = ProxyFix(  # type: ignore[method-assign]
            app.wsgi_app, x_for=settings.trusted_proxies, x_proto=0, x_host=0
        )
    app.json_provider_class = Json
    app.json = Json(app)
    app.url_map.strict_slashes = False  # `/products` is `/products/`: a redirect would lose a POST


def settings() -> Settings:
    return cast(Settings, current_app.config[SETTINGS])


def statuses() -> StatusTable:
    """The site's status codes, those the shop added included."""
    return cast(StatusTable, current_app.config[STATUSES])


def kept() -> storage.Storage:
    """Where pictures are."""
    return cast(storage.Storage, current_app.config[STORAGE])
