"""a conflict says whose it is, so that a shop's open ones are counted off an index instead of looked up by their links;
a word that a product has twice counts once, so that a tally says how many products have it

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
EACH, EACH_ONCE = 'jsonb_array_elements_text({words})', '(SELECT DISTINCT jsonb_array_elements_text({words}))'
ON_SALE = '{row}.deleted_at IS NULL AND {row}.enabled'
# As in 0019, whose triggers call these.
MOVED = """
CREATE OR REPLACE FUNCTION tally_{key}_{event}() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO tally (shop_id, name, part, rows)
    SELECT shop_id, '{name}', part, {sign}count(*) FROM moved, LATERAL {parts} AS of_it (part) WHERE {counts} GROUP BY shop_id, part;
    RETURN NULL;
END $$
"""
CHANGED = """
CREATE OR REPLACE FUNCTION tally_{key}_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO tally (shop_id, name, part, rows)
    SELECT old.shop_id, '{name}', part, -1 FROM {old_parts} AS of_it (part) WHERE {old_counts}
    UNION ALL
    SELECT new.shop_id, '{name}', part, 1 FROM {new_parts} AS of_it (part) WHERE {new_counts};
    RETURN NULL;
END $$
"""
COUNTED = """
INSERT INTO tally (shop_id, name, part, rows)
SELECT shop_id, '{name}', part, count(*) FROM product moved, LATERAL {parts} AS of_it (part) WHERE {counts} GROUP BY shop_id, part
"""


def tally(parts: str) -> None:
    """Count words so from now on, and anew. Nobody writes products meanwhile."""
    op.execute('LOCK TABLE product IN SHARE ROW EXCLUSIVE MODE')
    for words in ('colors', 'occasions', 'cities', 'tags'):
        name = f'products on sale by {words}'
        given = {'key': name.replace(' ', '_'), 'name': name}
        of_row = {row: {'parts': parts.format(words=f'{row}.{words}'), 'counts': ON_SALE.format(row=row)} for row in ('old', 'new', 'moved')}
        op.execute(MOVED.format(event='came', sign='', **of_row['moved'], **given))
        op.execute(MOVED.format(event='went', sign='-', **of_row['moved'], **given))
        op.execute(CHANGED.format(**{f'{row}_{key}': of_row[row][key] for row in ('old', 'new') for key in of_row[row]}, **given))
        op.execute(f"DELETE FROM tally WHERE name = '{name}'")
        op.execute(COUNTED.format(**of_row['moved'], **given))


def upgrade() -> None:
    op.add_column('sync_conflict', sa.Column('shop_id', sa.BigInteger(), nullable=True))
    op.execute('UPDATE sync_conflict c SET shop_id = l.shop_id FROM sync_link l WHERE l.id = c.link_id')
    op.alter_column('sync_conflict', 'shop_id', nullable=False)
    op.create_foreign_key(op.f('fk_sync_conflict_shop_id'), 'sync_conflict', 'shop', ['shop_id'], ['id'])
    op.drop_index('ix_sync_conflict_state', table_name='sync_conflict')
    op.create_index('ix_sync_conflict_by_state', 'sync_conflict', ['shop_id', 'state', 'id'], unique=False)
    op.execute(f'ALTER POLICY one_shop ON sync_conflict USING (shop_id = {SHOP}) WITH CHECK (shop_id = {SHOP} AND {OF_ITS_LINK})')
    tally(EACH_ONCE)


def downgrade() -> None:
    tally(EACH)
    op.execute('DROP POLICY one_shop ON sync_conflict')
    op.execute(f'CREATE POLICY one_shop ON sync_conflict TO cvety_tenant USING ({OF_ITS_LINK})')
    op.drop_index('ix_sync_conflict_by_state', table_name='sync_conflict')
    op.create_index('ix_sync_conflict_state', 'sync_conflict', ['state', 'id'], unique=False)
    op.drop_column('sync_conflict', 'shop_id')
