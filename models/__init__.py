"""The ground: one table per file, constraints named, questions about one row are its methods."""

from models.alert import Alert
from models.base import Base, begin, engine
from models.heartbeat import Heartbeat
from models.order import Order
from models.order_history import OrderHistory
from models.order_item import OrderItem
from models.order_reservation import OrderReservation
from models.outbox import Outbox
from models.product import Product
from models.product_image import ProductImage
from models.product_recipe import ProductRecipe
from models.reconcile_drift import ReconcileDrift
from models.reconcile_run import ReconcileRun
from models.reconcile_seen import ReconcileSeen
from models.schedule_override import ScheduleOverride
from models.shop import Shop
from models.sync_conflict import SyncConflict
from models.sync_link import SyncLink
from models.user import User
from models.warehouse import WarehouseItem, WarehouseOperation
from models.webhook_event import WebhookEvent

__all__ = [
    "Alert",
    "Base",
    "Heartbeat",
    "Order",
    "OrderHistory",
    "OrderItem",
    "OrderReservation",
    "Outbox",
    "Product",
    "ProductImage",
    "ProductRecipe",
    "ReconcileDrift",
    "ReconcileRun",
    "ReconcileSeen",
    "ScheduleOverride",
    "Shop",
    "SyncConflict",
    "SyncLink",
    "User",
    "WarehouseItem",
    "WarehouseOperation",
    "WebhookEvent",
    "begin",
    "engine",
]
