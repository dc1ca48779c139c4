"""what a shop's rows refer to is the shop's own

Revision ID: 0017
Revises: 0016
"""

from alembic import op
revision = '0017'
down_revision = '0016'
branch_labels = None
depends_on = None

SHOP = "nullif(current_setting('cvety.shop_id', true), '')::bigint"
# Foreign keys look past row-level security: without this a row of one shop could name the goods of another.
# People are left out: a superadmin, who is of no shop, may have taken an order or written a note.
REFERENCES = {
    'inventory_check_item': ('check_id', 'inventory_check', 'warehouse_item_id', 'warehouse_item'),
    'order_item': ('order_id', 'order', 'product_id', 'product'),
    'order_reservation': ('order_id', 'order', 'warehouse_item_id', 'warehouse_item'),
    'product_recipe': ('product_id', 'product', 'warehouse_item_id', 'warehouse_item'),
    'warehouse_operation': ('item_id', 'warehouse_item', 'order_id', 'order'),
    'review': ('shop_id', None, 'product_id', 'product'),
}


def conditions() -> dict[str, tuple[str, str]]:
    """By table: whose the row is, and whose that is which it refers to."""
    return {
        table: (_own(column, parent), f'({named} IS NULL OR {_own(named, other)})')
        for table, (column, parent, named, other) in REFERENCES.items()
    }


def _own(column: str, parent: str | None) -> str:
    return f'EXISTS (SELECT FROM "{parent}" p WHERE p.id = {column})' if parent else f'{column} = {SHOP}'


def upgrade() -> None:
    for table, (own, refers) in conditions().items():
        op.execute(f'ALTER POLICY one_shop ON "{table}" WITH CHECK ({own} AND {refers})')


def downgrade() -> None:
    for table, (own, _) in conditions().items():
        op.execute(f'ALTER POLICY one_shop ON "{table}" WITH CHECK ({own})')
