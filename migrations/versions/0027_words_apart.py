"""what is searched of orders and products is a table of its own: to count what says a word, fewer pages are read

Revision ID: 0027
Revises: 0026
"""

import sqlalchemy as sa
from alembic import op
revision = '0027'
down_revision = '0026'
branch_labels = None
depends_on = None

SHOP = "nullif(current_setting('cvety.shop_id', true), '')::bigint"
BREAK = ' || chr(10) || '
ALSO = ('id', 'shop_id', 'created_at')
# table: {column of its words: (type, the same of a row, the columns that this is made of)}
WORDS = {
    'order': {
        'said': (sa.Text(), f"lower({{row}}.number{BREAK}{{row}}.tracking_id{BREAK}coalesce({{row}}.customer_name, ''){BREAK}coalesce({{row}}.recipient_name, ''))", ('number', 'tracking_id', 'customer_name', 'recipient_name')),
    },
    'product': {
        'enabled': (sa.Boolean(), '{row}.enabled', ('enabled',)),
        'said': (sa.Text(), f"lower({{row}}.name{BREAK}coalesce({{row}}.description, ''))", ('name', 'description')),
    },
}
COPIED = 'INSERT INTO {table}_words ({columns}) SELECT {values} FROM {rows} it WHERE it.deleted_at IS NULL'
CAME = """
CREATE FUNCTION {table}_words_came() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    {copied};
    RETURN NULL;
END $$;
CREATE TRIGGER {table}_words_came AFTER INSERT ON "{table}" REFERENCING NEW TABLE AS moved
FOR EACH STATEMENT EXECUTE FUNCTION {table}_words_came()
"""
# Where the words are the same, their index is not written.
CHANGED = """
CREATE FUNCTION {table}_words_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF new.deleted_at IS NULL THEN
        INSERT INTO {table}_words ({columns}) VALUES ({new_values}) ON CONFLICT (id) DO UPDATE SET {again};
    ELSE
        DELETE FROM {table}_words WHERE id = new.id;
    END IF;
    RETURN NULL;
END $$;
CREATE TRIGGER {table}_words_changed AFTER UPDATE OF {made_of} ON "{table}"
FOR EACH ROW WHEN (({old}) IS DISTINCT FROM ({new})) EXECUTE FUNCTION {table}_words_changed()
"""
# LIKE may look into no index in a session under row-level security (migration 0014). A view looks as its owner, who is
# not under it, and keeps to the session's shop itself.
HERE = """
CREATE VIEW {table}_words_here AS SELECT {columns} FROM {table}_words WHERE shop_id = (SELECT {shop});
GRANT SELECT ON {table}_words_here TO cvety_tenant
"""
# As in 0020 and 0025.
FORMERLY = {
    'order': "number || chr(10) || tracking_id || chr(10) || coalesce(customer_name, '') || chr(10) || coalesce(recipient_name, '')",
    'product': "name || chr(10) || coalesce(description, '')",
}
FUNCTION = """
CREATE FUNCTION {table}s_that_say(pattern text) RETURNS SETOF tid LANGUAGE sql STABLE SECURITY DEFINER ROWS 100
SET search_path = public, pg_temp AS $$
    SELECT ctid FROM "{table}" WHERE shop_id = (SELECT {shop}) AND said LIKE (SELECT lower(pattern))
$$
"""


def values(table: str, row: str) -> str:
    return ', '.join((*(f'{row}.{column}' for column in ALSO), *(value.format(row=row) for _, value, _ in WORDS[table].values())))


def upgrade() -> None:
    for table, words in WORDS.items():
        op.execute(f'DROP FUNCTION {table}s_that_say')
        op.drop_index(f'ix_{table}_said', table_name=table)
        op.drop_column(table, 'said')
        op.create_table(f'{table}_words',
        sa.Column('id', sa.BigInteger(), nullable=False),
        sa.Column('shop_id', sa.BigInteger(), nullable=False),
        sa.Column('created_at', sa.DateTime(timezone=True), nullable=False),
        *(sa.Column(column, kind, nullable=False) for column, (kind, _, _) in words.items()),
        sa.ForeignKeyConstraint(['id'], [f'{table}.id'], name=op.f(f'fk_{table}_words_id'), ondelete='CASCADE'),
        sa.ForeignKeyConstraint(['shop_id'], ['shop.id'], name=op.f(f'fk_{table}_words_shop_id')),
        sa.PrimaryKeyConstraint('id', name=op.f(f'pk_{table}_words'))
        )
        op.execute(f'GRANT SELECT ON {table}_words TO cvety_tenant')
        op.execute(f'ALTER TABLE {table}_words ENABLE ROW LEVEL SECURITY')
        op.execute(f'CREATE POLICY one_shop ON {table}_words TO cvety_tenant USING (shop_id = {SHOP})')
        made_of = ('deleted_at', *ALSO[1:], *(part for _, _, parts in words.values() for part in parts))
        given = {
            'table': table,
            'columns': ', '.join((*ALSO, *words)),
            'new_values': values(table, 'new'),
            'again': ', '.join(f'{column} = excluded.{column}' for column in (*ALSO[1:], *words)),
            'made_of': ', '.join(made_of),
            'old': ', '.join(f'old.{column}' for column in made_of),
            'new': ', '.join(f'new.{column}' for column in made_of),
        }
        copied = {rows: COPIED.format(rows=rows, values=values(table, 'it'), **given) for rows in ('moved', f'"{table}"')}
        op.execute(CAME.format(copied=copied['moved'], **given))
        op.execute(CHANGED.format(**given))
        op.execute(copied[f'"{table}"'])
        op.execute(f'CREATE INDEX ix_{table}_words_said ON {table}_words USING gin (said gin_trgm_ops)')
        op.execute(HERE.format(shop=SHOP, **given))


def downgrade() -> None:
    for table, said in FORMERLY.items():
        op.execute(f'DROP VIEW {table}_words_here')
        for event in ('came', 'changed'):
            op.execute(f'DROP TRIGGER {table}_words_{event} ON "{table}"')
            op.execute(f'DROP FUNCTION {table}_words_{event}()')
        op.drop_table(f'{table}_words')
        op.add_column(table, sa.Column('said', sa.Text(), sa.Computed(f'lower({said})', persisted=True), nullable=False))
        op.execute(f'CREATE INDEX ix_{table}_said ON "{table}" USING gin (said gin_trgm_ops)')
        op.execute(FUNCTION.format(table=table, shop=SHOP))
