"""what a list row was when it was last read

Revision ID: 0005
Revises: 0004
"""

import sqlalchemy as sa
from alembic import op
revision = '0005'
down_revision = '0004'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('reconcile_seen',
    sa.Column('link_id', sa.BigInteger(), autoincrement=False, nullable=False),
    sa.Column('print', sa.BigInteger(), nullable=False),
    sa.Column('hash', sa.BigInteger(), nullable=False),
    sa.ForeignKeyConstraint(['link_id'], ['sync_link.id'], name=op.f('fk_reconcile_seen_link_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('link_id', name=op.f('pk_reconcile_seen'))
    )


def downgrade() -> None:
    op.drop_table('reconcile_seen')
