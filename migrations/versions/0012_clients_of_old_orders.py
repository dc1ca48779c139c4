"""clients of the orders there are, and the index of all shops' reviews

Revision ID: 0012
Revises: 0011
"""

import sqlalchemy as sa
from alembic import op
revision = '0012'
down_revision = '0011'
branch_labels = None
depends_on = None

# From now on the first order of a phone makes a client; these came before. The name is the newest order's.
CLIENTS = """
INSERT INTO client (shop_id, phone, name, created_at)
SELECT DISTINCT ON (shop_id, customer_phone) shop_id, customer_phone, customer_name,
    min(created_at) OVER (PARTITION BY shop_id, customer_phone)
FROM "order" WHERE customer_phone IS NOT NULL AND deleted_at IS NULL
ORDER BY shop_id, customer_phone, created_at DESC, id DESC
ON CONFLICT DO NOTHING
"""


def upgrade() -> None:
    op.execute(CLIENTS)
    op.create_index('ix_review_platform', 'review', [sa.literal_column('created_at DESC'), sa.literal_column('id DESC')], unique=False, postgresql_where=sa.text("product_id IS NULL AND status = 'published'"))


def downgrade() -> None:
    """The clients stay: the table is of an earlier revision, and they may have notes by now."""
    op.drop_index('ix_review_platform', table_name='review', postgresql_where=sa.text("product_id IS NULL AND status = 'published'"))
