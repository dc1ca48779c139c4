"""what is searched is kept as it is compared: in small letters, so that a match is checked without making it anew

Revision ID: 0020
Revises: 0019
"""

import sqlalchemy as sa
from alembic import op
revision = '0020'
down_revision = '0019'
branch_labels = None
depends_on = None

SHOP = "nullif(current_setting('cvety.shop_id', true), '')::bigint"
SAID = {
    'order': "number || chr(10) || tracking_id || chr(10) || coalesce(customer_name, '') || chr(10) || coalesce(recipient_name, '')",
    'product': "name || chr(10) || coalesce(description, '')",
    'client': "coalesce(name, '') || chr(10) || phone",
}
FORMERLY = ('order', 'product')  # migration 0014
CALLED = "coalesce(customer_phone, '') || chr(10) || coalesce(recipient_phone, '')"
# Why functions: migration 0014.
FUNCTION = """
CREATE OR REPLACE FUNCTION {name}(pattern text) RETURNS SETOF bigint LANGUAGE sql STABLE SECURITY DEFINER ROWS 100
SET search_path = public, pg_temp AS $$
    SELECT id FROM "{table}" WHERE shop_id = {shop} AND {matches}
$$
"""


def upgrade() -> None:
    for table, said in SAID.items():
        op.add_column(table, sa.Column('said', sa.Text(), sa.Computed(f'lower({said})', persisted=True), nullable=False))
        if table in FORMERLY:
            op.drop_index(f'ix_{table}_said', table_name=table)
        op.execute(f'CREATE INDEX ix_{table}_said ON "{table}" USING gin (said gin_trgm_ops)')
        op.execute(FUNCTION.format(name=f'{table}s_that_say', table=table, shop=SHOP, matches='said LIKE lower(pattern)'))
    op.execute(f'CREATE INDEX ix_order_called ON "order" USING gin (({CALLED}) gin_trgm_ops)')
    op.execute(FUNCTION.format(name='orders_called', table='order', shop=SHOP, matches=f'({CALLED}) LIKE pattern'))


def downgrade() -> None:
    op.execute('DROP FUNCTION orders_called(text)')
    op.drop_index('ix_order_called', table_name='order')
    for table, said in SAID.items():
        op.drop_index(f'ix_{table}_said', table_name=table)
        if table in FORMERLY:
            op.execute(f'CREATE INDEX ix_{table}_said ON "{table}" USING gin (({said}) gin_trgm_ops)')
            op.execute(FUNCTION.format(name=f'{table}s_that_say', table=table, shop=SHOP, matches=f'({said}) ILIKE pattern'))
        else:
            op.execute(f'DROP FUNCTION {table}s_that_say(text)')
        op.drop_column(table, 'said')
