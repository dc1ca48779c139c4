"""indexes to count a shop's events and what was rejected of the site's

Revision ID: 0024
Revises: 0023
"""

import sqlalchemy as sa
from alembic import op
revision = '0024'
down_revision = '0023'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index('ix_webhook_event_by_kind', 'webhook_event', ['shop_id', 'kind', 'id'], unique=False)
    op.create_index('ix_sync_link_rejected', 'sync_link', ['shop_id'], unique=False, postgresql_where=sa.text("rejected <> '{}'"))


def downgrade() -> None:
    op.drop_index('ix_sync_link_rejected', table_name='sync_link')
    op.drop_index('ix_webhook_event_by_kind', table_name='webhook_event')
