"""how both sides stood, minute by minute

Revision ID: 0023
Revises: 0022
"""

import sqlalchemy as sa
from alembic import op
revision = '0023'
down_revision = '0022'
branch_labels = None
depends_on = None

SHOP = "nullif(current_setting('cvety.shop_id', true), '')::bigint"


def upgrade() -> None:
    op.create_table('sync_sample',
    sa.Column('id', sa.BigInteger(), nullable=False),
    sa.Column('at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('outbox_pending', sa.BigInteger(), nullable=False),
    sa.Column('outbox_oldest_s', sa.Float(), nullable=False),
    sa.Column('inbox_oldest_s', sa.Float(), nullable=False),
    sa.Column('dead', sa.BigInteger(), nullable=False),
    sa.Column('site_calls', sa.BigInteger(), nullable=True),
    sa.Column('site_failed', sa.BigInteger(), nullable=True),
    sa.Column('site_seconds', sa.Float(), nullable=True),
    sa.Column('breaker', sa.String(), nullable=True),
    sa.Column('shop_id', sa.BigInteger(), nullable=False),
    sa.CheckConstraint("breaker IN ('closed', 'half_open', 'open')", name=op.f('ck_sync_sample_breaker_known')),
    sa.ForeignKeyConstraint(['shop_id'], ['shop.id'], name=op.f('fk_sync_sample_shop_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_sync_sample')),
    sa.UniqueConstraint('shop_id', 'at', name=op.f('uq_sync_sample_shop_id_at'))
    )
    op.execute('GRANT SELECT ON sync_sample TO cvety_tenant')
    op.execute('ALTER TABLE sync_sample ENABLE ROW LEVEL SECURITY')
    op.execute(f'CREATE POLICY one_shop ON sync_sample TO cvety_tenant USING (shop_id = {SHOP})')


def downgrade() -> None:
    op.drop_table('sync_sample')
