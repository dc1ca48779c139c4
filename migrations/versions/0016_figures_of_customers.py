"""a client's figures out of the index alone

Revision ID: 0016
Revises: 0015
"""

import sqlalchemy as sa
from alembic import op
revision = '0016'
down_revision = '0015'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_index('ix_order_customer', table_name='order')
    op.create_index('ix_order_customer', 'order', ['shop_id', 'customer_phone'], unique=False, postgresql_include=['status', 'total', 'created_at'], postgresql_where=sa.text('deleted_at IS NULL'))


def downgrade() -> None:
    op.drop_index('ix_order_customer', table_name='order')
    op.create_index('ix_order_customer', 'order', ['shop_id', 'customer_phone'], unique=False)
