"""products of all shops, newest first

Revision ID: 0170
Revises: 0142
"""

from alembic import op
from sqlalchemy import text
revision = '0170'
down_revision = ('0108', '0111')
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index('ix_product_newest_of_all', 'product', [text('created_at DESC'), text('id DESC')])


def downgrade() -> None:
    op.drop_index('ix_product_newest_of_all', 'product')
