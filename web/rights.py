"""Who may call what: one line per endpoint. An endpoint without a line answers nobody."""

from enum import StrEnum

from shop import ranks


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
    # panel: files, the same for everybody
    "panel.door": P,
    "panel.page": P,
    "panel.asset": P,
    # webhooks
    "webhooks.order_status": W,
    "webhooks.product": W,
    # auth
    "auth.login": P,
    "auth.refresh": P,
    "auth.logout": U,
    "auth.register": P,
    "auth.accept_invitation": P,
    "auth.me": U,
    "auth.change_password": U,
    "auth.list_users": U,
    # profile and team
    "profile.show": U,
    "profile.edit": U,
    "profile.stats": U,
    "profile.list_team": U,
    "profile.invite": M,
    "profile.list_invitations": M,
    "profile.revoke_invitation": M,
    "profile.set_role": D,
    "profile.remove": D,
    # products
    "products.list_public": P,
    "products.list_featured": P,
    "products.list_bestsellers": P,
    "products.home": P,
    "products.filters": P,
    "products.suggestions": P,
    "products.show": P,
    "products.detail": P,
    "products.availability": P,
    "products.list_admin": U,
    "products.summary": U,
    "products.create": St,
    "products.edit": St,
    "products.set_status": St,
    "products.add_image": St,
    "products.remove_image": St,
    "products.delete": M,
    # recipes
    "recipes.show": U,
    "recipes.add": St,
    "recipes.edit": St,
    "recipes.remove": St,
    "recipes.replace": St,
    # orders
    "orders.list_orders": C,
    "orders.show": C,
    "orders.history": C,
    "orders.dashboard": St,
    "orders.create": St,
    "orders.create_with_items": St,
    "orders.edit": St,
    "orders.add_item": St,
    "orders.take": St,
    "orders.report_problem": St,
    "orders.cancel": St,
    "orders.add_note": St,
    "orders.remove_note": St,
    "orders.availability": St,
    "orders.add_photo": St,
    "orders.remove_photo": St,
    "orders.set_status": C,
    "orders.assign_responsible": M,
    "orders.assign_courier": M,
    "orders.delete": D,
    "orders.check_availability": P,
    "orders.preview": P,
    "orders.preview_public": P,
    "orders.create_public": P,
    "tracking.show": P,
    "tracking.status": P,
    "tracking.edit": P,
    "tracking.photo_feedback": P,
    # warehouse
    "warehouse.list_items": St,
    "warehouse.show": St,
    "warehouse.operations": St,
    "warehouse.create": St,
    "warehouse.edit": St,
    "warehouse.write_off": St,
    "warehouse.deliver": St,
    "warehouse.sell": St,
    "warehouse.add_photo": St,
    "warehouse.remove_photo": St,
    "warehouse.delete": M,
    # inventory
    "inventory.list_checks": M,
    "inventory.show": M,
    "inventory.prepare": M,
    "inventory.summary": M,
    "inventory.create": M,
    "inventory.apply": M,
    # clients
    "clients.list_clients": St,
    "clients.create": St,
    "clients.show": St,
    "clients.edit": St,
    "clients.set_notes": St,
    "clients.dashboard": St,
    "client_profile.show": St,
    "client_profile.set_privacy": St,
    # shop settings
    "shop.public_settings": P,
    "shop.working_hours": P,
    "shop.settings": U,
    "shop.current_hours": U,
    "shop.calculate_delivery": U,
    "shop.edit_settings": M,
    "shop.edit_working_hours": M,
    "shop.edit_delivery": M,
    "shops.list_shops": P,
    "shops.show": P,
    "shops.list_products": P,
    # delivery
    "delivery.slots": P,
    "delivery.feasibility": P,
    "delivery.validate": P,
    "delivery.parse": P,
    "delivery.colors": P,
    # reviews and content
    "reviews.list_company": P,
    "reviews.add_company": P,
    "reviews.list_product": P,
    "reviews.add_product": P,
    "reviews.platform": P,
    "reviews.list_admin": M,
    "reviews.moderate": M,
    "content.list_faqs": P,
    "content.show_page": P,
    "content.create_faq": D,
    "content.edit_faq": D,
    "content.delete_faq": D,
    "content.list_pages": D,
    "content.create_page": D,
    "content.edit_page": D,
    "content.delete_page": D,
    # superadmin
    "superadmin.stats": SA,
    "superadmin.list_shops": SA,
    "superadmin.show_shop": SA,
    "superadmin.block_shop": SA,
    "superadmin.unblock_shop": SA,
    "superadmin.list_users": SA,
    "superadmin.block_user": SA,
    "superadmin.unblock_user": SA,
    "superadmin.reset_password": SA,
    "superadmin.list_products": SA,
    "superadmin.edit_product": SA,
    "superadmin.delete_product": SA,
    "superadmin.toggle_product": SA,
    "superadmin.list_orders": SA,
    "superadmin.show_order": SA,
    "superadmin.set_order_status": SA,
    "superadmin.cancel_order": SA,
    # audit
    "audit.list_entries": D,
    # files
    "pictures.show": P,
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


def has(who: ranks.Ranked, right: Right) -> bool:
    """Whether somebody who is signed in has the right."""
    if right is SA:
        return who.is_superadmin
    return right is P or (right in LEAST_ROLE and ranks.at_least(who, LEAST_ROLE[right]))


def endpoints_of(who: ranks.Ranked) -> list[str]:
    """The endpoints that somebody who is signed in may call, sorted."""
    return sorted(endpoint for endpoint, right in RIGHTS.items() if has(who, right))
