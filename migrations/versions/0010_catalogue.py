"""the catalogue: lists of products on sale and of featured ones on indexes of their own

Revision ID: 0010
Revises: 0009
"""

from alembic import op
from sqlalchemy import text
revision = '0010'
down_revision = '0009'
branch_labels = None
depends_on = None

NEWEST = ['shop_id', text('created_at DESC'), text('id DESC')]


def upgrade() -> None:
    op.create_index('ix_product_on_sale', 'product', NEWEST, postgresql_where=text('enabled AND deleted_at IS NULL'))
    op.create_index('ix_product_featured', 'product', NEWEST, postgresql_where=text('is_featured'))


def downgrade() -> None:
    op.drop_index('ix_product_featured', table_name='product')
    op.drop_index('ix_product_on_sale', table_name='product')
