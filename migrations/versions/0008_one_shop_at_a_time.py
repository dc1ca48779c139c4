"""row-level security for sessions of one shop

Revision ID: 0008
Revises: 0007
"""

from alembic import op
from sqlalchemy import text
revision = '0008'
down_revision = '0007'
branch_labels = None
depends_on = None

ROLE = 'cvety_tenant'
SHOP = "nullif(current_setting('cvety.shop_id', true), '')::bigint"  # null where none is set, which no row equals
OF_A_SHOP = (
    'audit_entry', 'client', 'faq', 'idempotency_key', 'inventory_check', 'order', 'outbox', 'product',
    'reconcile_run', 'review', 'static_page', 'sync_link', 'team_invitation', 'user', 'warehouse_item',
    'webhook_event',
)
# Rows that belong to a shop by way of another row, whose own policy decides.
OF_A_PARENT = {
    'inventory_check_item': ('check_id', 'inventory_check'),
    'order_history': ('order_id', 'order'),
    'order_item': ('order_id', 'order'),
    'order_note': ('order_id', 'order'),
    'order_photo': ('order_id', 'order'),
    'order_reservation': ('order_id', 'order'),
    'product_image': ('product_id', 'product'),
    'product_recipe': ('product_id', 'product'),
    'reconcile_drift': ('run_id', 'reconcile_run'),
    'reconcile_seen': ('link_id', 'sync_link'),
    'sync_conflict': ('link_id', 'sync_link'),
    'warehouse_operation': ('item_id', 'warehouse_item'),
}
OF_THE_HOUSE = ('alert', 'heartbeat', 'schedule_override')  # of no shop: to be read
MISSING = f"""
DO $$ BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{ROLE}') THEN
        CREATE ROLE {ROLE} NOLOGIN;
    END IF;
    IF NOT pg_has_role(current_user, '{ROLE}', 'SET') THEN
        EXECUTE format('GRANT {ROLE} TO %I', current_user);
    END IF;
EXCEPTION WHEN insufficient_privilege THEN
    RAISE EXCEPTION 'The role {ROLE} is needed: as a superuser, CREATE ROLE {ROLE} NOLOGIN; GRANT {ROLE} TO %',
        current_user;
END $$
"""


def policies() -> dict[str, str]:
    """Which rows of each table a session of a shop sees and writes."""
    found = {'shop': f'id = {SHOP}', **{table: f'shop_id = {SHOP}' for table in OF_A_SHOP}}
    for table, (column, parent) in OF_A_PARENT.items():
        found[table] = f'EXISTS (SELECT FROM "{parent}" p WHERE p.id = {column})'
    return found


def upgrade() -> None:
    op.execute(text(MISSING))
    op.execute(f'GRANT USAGE ON SCHEMA public TO {ROLE}')
    for table, condition in policies().items():
        op.execute(f'GRANT SELECT, INSERT, UPDATE, DELETE ON "{table}" TO {ROLE}')
        op.execute(f'ALTER TABLE "{table}" ENABLE ROW LEVEL SECURITY')
        op.execute(f'CREATE POLICY one_shop ON "{table}" TO {ROLE} USING ({condition})')
    for table in OF_THE_HOUSE:
        op.execute(f'GRANT SELECT ON "{table}" TO {ROLE}')
    op.execute(f'GRANT USAGE ON ALL SEQUENCES IN SCHEMA public TO {ROLE}')


def downgrade() -> None:
    """The role stays: other databases of the server may use it."""
    for table in policies():
        op.execute(f'DROP POLICY one_shop ON "{table}"')
        op.execute(f'ALTER TABLE "{table}" DISABLE ROW LEVEL SECURITY')
    op.execute(f'REVOKE ALL ON ALL TABLES IN SCHEMA public FROM {ROLE}')
    op.execute(f'REVOKE ALL ON ALL SEQUENCES IN SCHEMA public FROM {ROLE}')
    op.execute(f'REVOKE USAGE ON SCHEMA public FROM {ROLE}')
