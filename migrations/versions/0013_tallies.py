"""how many rows a shop has, without counting them

Revision ID: 0013
Revises: 0012
"""

import sqlalchemy as sa
from alembic import op
revision = '0013'
down_revision = '0012'
branch_labels = None
depends_on = None

SHOP = "nullif(current_setting('cvety.shop_id', true), '')::bigint"
# name: (table, columns that decide, which rows count)
TALLIES = {
    'orders': ('order', 'deleted_at', '{row}.deleted_at IS NULL'),
    'products': ('product', 'deleted_at', '{row}.deleted_at IS NULL'),
    'products on sale': ('product', 'deleted_at, enabled', '({row}.deleted_at IS NULL AND {row}.enabled)'),
    'clients': ('client', None, 'true'),
}
# A session of one shop adds to them too, but only through these functions.
CAME = """
CREATE FUNCTION tally_{key}_{event}() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO tally (shop_id, name, rows)
    SELECT shop_id, '{name}', {sign}count(*) FROM moved WHERE {counts} GROUP BY shop_id;
    RETURN NULL;
END $$;
CREATE TRIGGER tally_{key}_{event} AFTER {statement} ON "{table}" REFERENCING {which} TABLE AS moved
FOR EACH STATEMENT EXECUTE FUNCTION tally_{key}_{event}()
"""
CHANGED = """
CREATE FUNCTION tally_{key}_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO tally (shop_id, name, rows) VALUES (new.shop_id, '{name}', CASE WHEN {new} THEN 1 ELSE -1 END);
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
    op.create_table('tally',
    sa.Column('id', sa.BigInteger(), sa.Identity(always=False), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('rows', sa.BigInteger(), nullable=False),
    sa.Column('shop_id', sa.BigInteger(), nullable=False),
    sa.ForeignKeyConstraint(['shop_id'], ['shop.id'], name=op.f('fk_tally_shop_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_tally'))
    )
    op.create_index('ix_tally_shop_id_name', 'tally', ['shop_id', 'name'], unique=False, postgresql_include=['rows'])
    op.execute('GRANT SELECT ON tally TO cvety_tenant')
    op.execute('ALTER TABLE tally ENABLE ROW LEVEL SECURITY')
    op.execute(f'CREATE POLICY one_shop ON tally TO cvety_tenant USING (shop_id = {SHOP})')
    for name, (table, columns, counts) in TALLIES.items():
        given = {'key': name.replace(' ', '_'), 'name': name, 'table': table, 'counts': counts.format(row='moved')}
        op.execute(CAME.format(event='came', statement='INSERT', which='NEW', sign='', **given))
        op.execute(CAME.format(event='went', statement='DELETE', which='OLD', sign='-', **given))
        op.execute(EMPTIED.format(**given))
        if columns:
            rows = {row: counts.format(row=row) for row in ('old', 'new')}
            op.execute(CHANGED.format(columns=columns, **rows, **given))
        op.execute(f'INSERT INTO tally (shop_id, name, rows) SELECT shop_id, \'{name}\', count(*) FROM "{table}" moved WHERE {given["counts"]} GROUP BY shop_id')


def downgrade() -> None:
    for name, (table, columns, _) in TALLIES.items():
        for event in EVENTS:
            if columns or event != 'changed':
                op.execute(f'DROP TRIGGER tally_{name.replace(" ", "_")}_{event} ON "{table}"')
                op.execute(f'DROP FUNCTION tally_{name.replace(" ", "_")}_{event}()')
    op.drop_table('tally')
