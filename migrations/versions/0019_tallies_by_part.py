"""how many rows of each kind a shop has, without counting them, and indexes for what lists are narrowed down by

Revision ID: 0019
Revises: 0018
"""

import sqlalchemy as sa
from alembic import op
revision = '0019'
down_revision = '0018'
branch_labels = None
depends_on = None

ON_SALE = '{row}.deleted_at IS NULL AND {row}.enabled'
# name: (table, columns that decide, which rows count, the parts that a row has)
TALLIES = {
    'orders by status': ('order', 'deleted_at, status', '{row}.deleted_at IS NULL', '(VALUES ({row}.status))'),
    'products on sale by type': ('product', 'deleted_at, enabled, type', ON_SALE, '(VALUES ({row}.type))'),
    **{
        f'products on sale by {words}': ('product', f'deleted_at, enabled, {words}', ON_SALE, f'jsonb_array_elements_text({{row}}.{words})')
        for words in ('colors', 'occasions', 'cities', 'tags')
    },
}
# As in 0013.
CAME = """
CREATE FUNCTION tally_{key}_{event}() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO tally (shop_id, name, part, rows)
    SELECT shop_id, '{name}', part, {sign}count(*) FROM moved, LATERAL {parts} AS of_it (part) WHERE {counts} GROUP BY shop_id, part;
    RETURN NULL;
END $$;
CREATE TRIGGER tally_{key}_{event} AFTER {statement} ON "{table}" REFERENCING {which} TABLE AS moved
FOR EACH STATEMENT EXECUTE FUNCTION tally_{key}_{event}()
"""
CHANGED = """
CREATE FUNCTION tally_{key}_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO tally (shop_id, name, part, rows)
    SELECT old.shop_id, '{name}', part, -1 FROM {old_parts} AS of_it (part) WHERE {old_counts}
    UNION ALL
    SELECT new.shop_id, '{name}', part, 1 FROM {new_parts} AS of_it (part) WHERE {new_counts};
    RETURN NULL;
END $$;
CREATE TRIGGER tally_{key}_changed AFTER UPDATE OF {columns} ON "{table}"
FOR EACH ROW WHEN (({old}) IS DISTINCT FROM ({new})) EXECUTE FUNCTION tally_{key}_changed()
"""
EMPTIED = """
CREATE FUNCTION tally_{key}_emptied() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    DELETE FROM tally WHERE name = '{name}';
    RETURN NULL;
END $$;
CREATE TRIGGER tally_{key}_emptied AFTER TRUNCATE ON "{table}" FOR EACH STATEMENT EXECUTE FUNCTION tally_{key}_emptied()
"""
EVENTS = ('came', 'went', 'changed', 'emptied')


def upgrade() -> None:
    op.add_column('tally', sa.Column('part', sa.String(), server_default='', nullable=False))
    op.drop_index('ix_tally_shop_id_name', table_name='tally')
    op.create_index('ix_tally_shop_id_name_part', 'tally', ['shop_id', 'name', 'part'], unique=False, postgresql_include=['rows'])
    for name, (table, columns, counts, parts) in TALLIES.items():
        given = {'key': name.replace(' ', '_'), 'name': name, 'table': table, 'counts': counts.format(row='moved'), 'parts': parts.format(row='moved')}
        op.execute(CAME.format(event='came', statement='INSERT', which='NEW', sign='', **given))
        op.execute(CAME.format(event='went', statement='DELETE', which='OLD', sign='-', **given))
        op.execute(EMPTIED.format(**given))
        of_row = {
            key: spelt
            for row in ('old', 'new')
            for key, spelt in (
                (row, ', '.join(f'{row}.{column}' for column in columns.split(', '))),
                (f'{row}_parts', parts.format(row=row)),
                (f'{row}_counts', counts.format(row=row)),
            )
        }
        op.execute(CHANGED.format(columns=columns, **of_row, **given))
        op.execute(f'INSERT INTO tally (shop_id, name, part, rows) SELECT shop_id, \'{name}\', part, count(*) FROM "{table}" moved, LATERAL {given["parts"]} AS of_it (part) WHERE {given["counts"]} GROUP BY shop_id, part')
    op.create_index('ix_product_by_type', 'product', ['shop_id', 'type', sa.text('created_at DESC'), sa.text('id DESC')], unique=False, postgresql_include=['enabled'], postgresql_where=sa.text('deleted_at IS NULL'))
    op.create_index('ix_product_price_on_sale', 'product', ['shop_id', 'price'], unique=False, postgresql_where=sa.text('enabled AND deleted_at IS NULL'))
    op.create_index('ix_product_by_name', 'product', ['shop_id', sa.text('lower(name)'), 'id'], unique=False)
    op.create_index('ix_order_with_problem', 'order', ['shop_id', sa.text('created_at DESC'), sa.text('id DESC')], unique=False, postgresql_where=sa.text('problem_reason IS NOT NULL AND deleted_at IS NULL'))
    op.create_index('ix_order_by_type', 'order', ['shop_id', 'delivery_type', sa.text('created_at DESC'), sa.text('id DESC')], unique=False, postgresql_where=sa.text('deleted_at IS NULL'))


def downgrade() -> None:
    op.drop_index('ix_product_by_name', table_name='product')
    op.drop_index('ix_order_with_problem', table_name='order')
    op.drop_index('ix_order_by_type', table_name='order')
    op.drop_index('ix_product_price_on_sale', table_name='product')
    op.drop_index('ix_product_by_type', table_name='product')
    for name, (table, *_) in TALLIES.items():
        for event in EVENTS:
            op.execute(f'DROP TRIGGER tally_{name.replace(" ", "_")}_{event} ON "{table}"')
            op.execute(f'DROP FUNCTION tally_{name.replace(" ", "_")}_{event}()')
        op.execute(f"DELETE FROM tally WHERE name = '{name}'")
    op.drop_index('ix_tally_shop_id_name_part', table_name='tally')
    op.create_index('ix_tally_shop_id_name', 'tally', ['shop_id', 'name'], unique=False, postgresql_include=['rows'])
    op.drop_column('tally', 'part')
