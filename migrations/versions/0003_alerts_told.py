"""what each channel was told of an alert

Revision ID: 0003
Revises: 0002
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql
revision = '0003'
down_revision = '0002'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('alert', sa.Column('seen_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False))
    op.add_column('alert', sa.Column('told', postgresql.JSONB(astext_type=sa.Text()), server_default=sa.text("'{}'"), nullable=False))
    op.drop_column('alert', 'told_at')
    op.drop_column('alert', 'recovery_told_at')
    # The statistics ask by time, over a table that grows by time: pages' ranges are all it takes.
    op.create_index('ix_webhook_event_received', 'webhook_event', ['received_at'], postgresql_using='brin')


def downgrade() -> None:
    op.drop_index('ix_webhook_event_received', table_name='webhook_event')
    op.add_column('alert', sa.Column('recovery_told_at', sa.DateTime(timezone=True), nullable=True))
    op.add_column('alert', sa.Column('told_at', sa.DateTime(timezone=True), nullable=True))
    op.drop_column('alert', 'told')
    op.drop_column('alert', 'seen_at')
