"""indexes for what is left of the lists: tags, who did something, reviews that wait, debts, products of all shops

Revision ID: 0022
Revises: 0021
"""

import sqlalchemy as sa
from alembic import op
revision = '0022'
down_revision = '0021'
branch_labels = None
depends_on = None

NEWEST = [sa.text('created_at DESC'), sa.text('id DESC')]
# Why a function: migration 0014.
TAGGED = """
CREATE FUNCTION products_tagged(wanted jsonb) RETURNS SETOF bigint LANGUAGE sql STABLE SECURITY DEFINER ROWS 100
SET search_path = public, pg_temp AS $$
    SELECT id FROM product WHERE shop_id = nullif(current_setting('cvety.shop_id', true), '')::bigint AND tags @> wanted
$$
"""


def upgrade() -> None:
    op.create_index('ix_product_tags', 'product', [sa.text('tags jsonb_path_ops')], unique=False, postgresql_using='gin')
    op.execute(TAGGED)
    op.drop_index('ix_product_newest_of_all', table_name='product')
    op.create_index('ix_product_newest_of_all', 'product', NEWEST, unique=False, postgresql_include=['enabled'], postgresql_where=sa.text('deleted_at IS NULL'))
    op.create_index('ix_product_without_image', 'product', ['shop_id'], unique=False, postgresql_where=sa.text('image IS NULL AND deleted_at IS NULL'))
    op.create_index('ix_product_local', 'product', ['shop_id'], unique=False, postgresql_where=sa.text('bitrix_id IS NULL AND deleted_at IS NULL'))
    op.create_index('ix_audit_entry_user', 'audit_entry', ['shop_id', 'user_id', 'id'], unique=False)
    op.create_index('ix_audit_entry_at', 'audit_entry', ['shop_id', 'at'], unique=False)
    op.create_index('ix_review_by_status', 'review', ['shop_id', 'status', *NEWEST], unique=False)
    op.create_index('ix_outbox_newest', 'outbox', ['shop_id', sa.text('wished_at DESC'), sa.text('id DESC')], unique=False)


def downgrade() -> None:
    op.drop_index('ix_outbox_newest', table_name='outbox')
    op.drop_index('ix_review_by_status', table_name='review')
    op.drop_index('ix_audit_entry_at', table_name='audit_entry')
    op.drop_index('ix_audit_entry_user', table_name='audit_entry')
    op.drop_index('ix_product_local', table_name='product')
    op.drop_index('ix_product_without_image', table_name='product')
    op.drop_index('ix_product_newest_of_all', table_name='product')
    op.create_index('ix_product_newest_of_all', 'product', NEWEST, unique=False)
    op.execute('DROP FUNCTION products_tagged(jsonb)')
    op.drop_index('ix_product_tags', table_name='product')
