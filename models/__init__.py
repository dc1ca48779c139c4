"""The ground: one table per file, constraints named, questions about one row are its methods."""

from models.alert import Alert
from models.audit_entry import AuditEntry
from models.auth_session import AuthSession
from models.base import Base, begin, engine
from models.client import Client
from models.faq import Faq
from models.heartbeat import Heartbeat
from models.idempotency_key import IdempotencyKey
from models.inventory_check import InventoryCheck
from models.inventory_check_item import InventoryCheckItem
from models.order import Order
from models.order_history import OrderHistory
from models.order_item import OrderItem
from models.order_note import OrderNote
from models.order_photo import OrderPhoto
from models.order_reservation import OrderReservation
from models.order_words import OrderWords
from models.outbox import Outbox
from models.product import Product
from models.product_image import ProductImage
from models.product_recipe import ProductRecipe
from models.product_words import ProductWords
from models.reconcile_drift import ReconcileDrift
from models.reconcile_run import ReconcileRun
from models.reconcile_seen import ReconcileSeen
from models.review import Review
from models.schedule_override import ScheduleOverride
from models.shop import Shop
from models.static_page import StaticPage
from models.sync_conflict import SyncConflict
from models.sync_link import SyncLink
from models.sync_sample import SyncSample
from models.tally import Tally
from models.team_invitation import TeamInvitation
from models.tenancy import begin_for, read_for
from models.user import User
from models.warehouse import WarehouseItem, WarehouseOperation
from models.webhook_event import WebhookEvent

__all__ = [
    "Alert",
    "AuditEntry",
    "AuthSession",
    "Base",
    "Client",
    "Faq",
    "Heartbeat",
    "IdempotencyKey",
    "InventoryCheck",
    "InventoryCheckItem",
    "Order",
    "OrderHistory",
    "OrderItem",
    "OrderNote",
    "OrderPhoto",
    "OrderReservation",
    "OrderWords",
    "Outbox",
    "Product",
    "ProductImage",
    "ProductRecipe",
    "ProductWords",
    "ReconcileDrift",
    "ReconcileRun",
    "ReconcileSeen",
    "Review",
    "ScheduleOverride",
    "Shop",
    "StaticPage",
    "SyncConflict",
    "SyncLink",
    "SyncSample",
    "Tally",
    "TeamInvitation",
    "User",
    "WarehouseItem",
    "WarehouseOperation",
    "WebhookEvent",
    "begin",
    "begin_for",
    "engine",
    "read_for",
]
