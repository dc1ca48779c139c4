"""a search says where its rows are: the query around it looks there instead of in the index of their ids

Revision ID: 0025
Revises: 0024
"""

from alembic import op
revision = '0025'
down_revision = '0024'
branch_labels = None
depends_on = None

SHOP = "nullif(current_setting('cvety.shop_id', true), '')::bigint"
CALLED = "coalesce(customer_phone, '') || chr(10) || coalesce(recipient_phone, '')"
# name: (type of what is searched for, table, which rows, how it is made from what is given)
FUNCTIONS = {
    'orders_that_say': ('pattern text', 'order', 'said LIKE {it}', 'lower(pattern)'),
    'products_that_say': ('pattern text', 'product', 'said LIKE {it}', 'lower(pattern)'),
    'clients_that_say': ('pattern text', 'client', 'said LIKE {it}', 'lower(pattern)'),
    'orders_called': ('pattern text', 'order', f'({CALLED}) LIKE {{it}}', 'pattern'),
    'products_tagged': ('wanted jsonb', 'product', 'tags @> {it}', 'wanted'),
}
# Why functions: migration 0014. A subselect is asked once, not for each row.
FUNCTION = """
CREATE FUNCTION {name}({given}) RETURNS SETOF {type} LANGUAGE sql STABLE SECURITY DEFINER ROWS 100
SET search_path = public, pg_temp AS $$
    SELECT {column} FROM "{table}" WHERE shop_id = {shop} AND {matches}
$$
"""


def upgrade() -> None:
    for name, (given, table, matches, it) in FUNCTIONS.items():
        op.execute(f'DROP FUNCTION {name}')
        op.execute(FUNCTION.format(name=name, given=given, type='tid', column='ctid', table=table, shop=f'(SELECT {SHOP})', matches=matches.format(it=f'(SELECT {it})')))


def downgrade() -> None:
    for name, (given, table, matches, it) in FUNCTIONS.items():
        op.execute(f'DROP FUNCTION {name}')
        op.execute(FUNCTION.format(name=name, given=given, type='bigint', column='id', table=table, shop=SHOP, matches=matches.format(it=it)))
