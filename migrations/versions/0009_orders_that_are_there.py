"""lists of orders pass by what was deleted

Revision ID: 0009
Revises: 0008
"""

import sqlalchemy as sa
from alembic import op
revision = '0009'
down_revision = '0008'
branch_labels = None
depends_on = None

NEWEST = [sa.literal_column('created_at DESC'), sa.literal_column('id DESC')]
INDEXES = {
    'ix_order_newest': ['shop_id', *NEWEST],
    'ix_order_by_status': ['shop_id', 'status', *NEWEST],
}


def upgrade() -> None:
    for name, columns in INDEXES.items():
        op.drop_index(name, table_name='order')
        op.create_index(name, 'order', columns, unique=False, postgresql_where=sa.text('deleted_at IS NULL'))


def downgrade() -> None:
    for name, columns in INDEXES.items():
        op.drop_index(name, table_name='order')
        op.create_index(name, 'order', columns, unique=False)
