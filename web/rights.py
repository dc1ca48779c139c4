"""Who may call what: one line per endpoint. An endpoint without a line answers nobody."""

from enum import StrEnum


class Right(StrEnum):
    """The letters of the API's table of rights."""

    PUBLIC = "P"
    USER = "U"  # any user of the shop
    COURIER = "C"  # courier and up; a courier sees own deliveries only
    STAFF = "St"  # florist and up
    MANAGER = "M"
    DIRECTOR = "D"
    SUPERADMIN = "SA"
    WEBHOOK = "W"  # the site's shared secret
    BOT = "B"  # the bots' token


P, U, C, St, M, D, SA, W, B = Right

RIGHTS: dict[str, Right] = {
    # app
    "app.index": P,
    "app.health": P,
    "app.ready": P,
    "app.metrics": P,
    "api-docs.openapi_json": P,
    "swagger_ui.show": P,
    # webhooks
    "webhooks.order_status": W,
    "webhooks.product": W,
    # auth
    "auth.login": P,
    "auth.me": U,
    # products
    "products.list_public": P,
    "products.show": P,
    "products.list_admin": U,
    "products.create": St,
    "products.edit": St,
    "products.set_status": St,
    # orders
    "orders.list_orders": C,
    "orders.show": C,
    "orders.history": C,
    "orders.create": St,
    "orders.create_with_items": St,
    "orders.set_status": C,
    # sync console
    "sync.overview": M,
    "sync.stats": M,
    "sync.list_events": M,
    "sync.show_event": M,
    "sync.replay_event": M,
    "sync.replay_events": M,
    "sync.list_outbox": M,
    "sync.retry_debt": M,
    "sync.show_link": M,
    "sync.agree": M,
    "sync.list_conflicts": M,
    "sync.resolve_conflict": M,
    "sync.list_runs": M,
    "sync.ask_for_run": M,
    "sync.show_run": M,
    "sync.list_drift": M,
    "sync.approve_run": M,
    "sync.stop_run": M,
    "sync.schedule": M,
    "sync.edit_schedule": M,
    "sync.run_job": M,
}

# The least role that has the right; the other rights are not a matter of roles.
LEAST_ROLE = {U: "courier", C: "courier", St: "florist", M: "manager", D: "director"}
