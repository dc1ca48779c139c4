"""a conflict says whose it is: the open ones of a shop are counted off an index instead of looked up by their links

Revision ID: 0026
Revises: 0025
"""

import sqlalchemy as sa
from alembic import op
revision = '0026'
down_revision = '0025'
branch_labels = None
depends_on = None

SHOP = "nullif(current_setting('cvety.shop_id', true), '')::bigint"
OF_ITS_LINK = 'EXISTS (SELECT FROM "sync_link" p WHERE p.id = link_id)'


def upgrade() -> None:
    op.add_column('sync_conflict', sa.Column('shop_id', sa.BigInteger(), nullable=True))
    op.execute('UPDATE sync_conflict c SET shop_id = l.shop_id FROM sync_link l WHERE l.id = c.link_id')
    op.alter_column('sync_conflict', 'shop_id', nullable=False)
    op.create_foreign_key(op.f('fk_sync_conflict_shop_id'), 'sync_conflict', 'shop', ['shop_id'], ['id'])
    op.drop_index('ix_sync_conflict_state', table_name='sync_conflict')
    op.create_index('ix_sync_conflict_by_state', 'sync_conflict', ['shop_id', 'state', 'id'], unique=False)
    op.execute(f'ALTER POLICY one_shop ON sync_conflict USING (shop_id = {SHOP}) WITH CHECK (shop_id = {SHOP} AND {OF_ITS_LINK})')


def downgrade() -> None:
    op.execute('DROP POLICY one_shop ON sync_conflict')
    op.execute(f'CREATE POLICY one_shop ON sync_conflict TO cvety_tenant USING ({OF_ITS_LINK})')
    op.drop_index('ix_sync_conflict_by_state', table_name='sync_conflict')
    op.create_index('ix_sync_conflict_state', 'sync_conflict', ['state', 'id'], unique=False)
    op.drop_column('sync_conflict', 'shop_id')
