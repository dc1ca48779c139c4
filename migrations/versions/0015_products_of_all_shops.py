"""products of all shops, newest first

Revision ID: 0015
Revises: 0014
"""

from alembic import op
from sqlalchemy import text
revision = '0015'
down_revision = '0014'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index('ix_product_newest_of_all', 'product', [text('created_at DESC'), text('id DESC')])


def downgrade() -> None:
    op.drop_index('ix_product_newest_of_all', 'product')
