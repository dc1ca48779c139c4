"""the content hashes come from functions

Revision ID: 0004
Revises: 0003
"""

import sqlalchemy as sa
from alembic import op
revision = '0004'
down_revision = '0003'
branch_labels = None
depends_on = None

FUNCTIONS = {
    "product_content_hash(name text, price bigint, image text, enabled boolean, description text)": "coalesce(hashtextextended(nullif((name), ''), 2), 0) # coalesce(hashtextextended(nullif((price::text), ''), 3), 0) # coalesce(hashtextextended(nullif((image), ''), 4), 0) # coalesce(hashtextextended(nullif((enabled::text), ''), 5), 0) # coalesce(hashtextextended(nullif((description), ''), 1), 0)",
    "order_content_hash(customer_name text, customer_phone text, recipient_name text, recipient_phone text, delivery_address text, delivery_time text, delivery_date date)": "coalesce(hashtextextended(nullif((customer_name), ''), 10), 0) # coalesce(hashtextextended(nullif((customer_phone), ''), 11), 0) # coalesce(hashtextextended(nullif((recipient_name), ''), 12), 0) # coalesce(hashtextextended(nullif((recipient_phone), ''), 13), 0) # coalesce(hashtextextended(nullif((delivery_address), ''), 14), 0) # coalesce(hashtextextended(nullif((delivery_time), ''), 15), 0) # coalesce(hashtextextended(nullif(((extract(year FROM delivery_date)::int * 10000 + extract(month FROM delivery_date)::int * 100 + extract(day FROM delivery_date)::int)::text), ''), 16), 0)",
    "link_ours_hash(base jsonb)": "coalesce(hashtextextended(nullif((base #>> '{name,ours}'), ''), 2), 0) # coalesce(hashtextextended(nullif((base #>> '{price,ours}'), ''), 3), 0) # coalesce(hashtextextended(nullif((base #>> '{image,ours}'), ''), 4), 0) # coalesce(hashtextextended(nullif((base #>> '{enabled,ours}'), ''), 5), 0) # coalesce(hashtextextended(nullif((base #>> '{description,ours}'), ''), 1), 0) # coalesce(hashtextextended(nullif((base #>> '{sender_name,ours}'), ''), 10), 0) # coalesce(hashtextextended(nullif((base #>> '{sender_phone,ours}'), ''), 11), 0) # coalesce(hashtextextended(nullif((base #>> '{recipient_name,ours}'), ''), 12), 0) # coalesce(hashtextextended(nullif((base #>> '{recipient_phone,ours}'), ''), 13), 0) # coalesce(hashtextextended(nullif((base #>> '{address,ours}'), ''), 14), 0) # coalesce(hashtextextended(nullif((base #>> '{slot,ours}'), ''), 15), 0) # coalesce(hashtextextended(nullif((replace(base #>> '{date,ours}', '-', '')), ''), 16), 0)",
    "link_theirs_hash(base jsonb)": "coalesce(hashtextextended(nullif((base #>> '{name,theirs}'), ''), 2), 0) # coalesce(hashtextextended(nullif((base #>> '{price,theirs}'), ''), 3), 0) # coalesce(hashtextextended(nullif((base #>> '{image,theirs}'), ''), 4), 0) # coalesce(hashtextextended(nullif((base #>> '{enabled,theirs}'), ''), 5), 0) # coalesce(hashtextextended(nullif((base #>> '{type,theirs}'), ''), 6), 0) # coalesce(hashtextextended(nullif((base #>> '{width,theirs}'), ''), 7), 0) # coalesce(hashtextextended(nullif((base #>> '{height,theirs}'), ''), 8), 0) # coalesce(hashtextextended(nullif((base #>> '{images,theirs}'), ''), 9), 0) # coalesce(hashtextextended(nullif((base #>> '{sender_name,theirs}'), ''), 10), 0) # coalesce(hashtextextended(nullif((base #>> '{sender_phone,theirs}'), ''), 11), 0) # coalesce(hashtextextended(nullif((base #>> '{recipient_name,theirs}'), ''), 12), 0) # coalesce(hashtextextended(nullif((base #>> '{recipient_phone,theirs}'), ''), 13), 0) # coalesce(hashtextextended(nullif((base #>> '{address,theirs}'), ''), 14), 0) # coalesce(hashtextextended(nullif((base #>> '{slot,theirs}'), ''), 15), 0) # coalesce(hashtextextended(nullif((replace(base #>> '{date,theirs}', '-', '')), ''), 16), 0) # coalesce(hashtextextended(nullif((base #>> '{items,theirs}'), ''), 17), 0) # coalesce(hashtextextended(nullif((replace(base #>> '{status,theirs}', 'UN', 'RF')), ''), 18), 0)",
    "read_values_hash(read jsonb)": "coalesce(hashtextextended(nullif((read ->> 'name'), ''), 2), 0) # coalesce(hashtextextended(nullif((read ->> 'price'), ''), 3), 0) # coalesce(hashtextextended(nullif((read ->> 'image'), ''), 4), 0) # coalesce(hashtextextended(nullif((read ->> 'enabled'), ''), 5), 0) # coalesce(hashtextextended(nullif((read ->> 'type'), ''), 6), 0) # coalesce(hashtextextended(nullif((read ->> 'width'), ''), 7), 0) # coalesce(hashtextextended(nullif((read ->> 'height'), ''), 8), 0) # coalesce(hashtextextended(nullif((read ->> 'images'), ''), 9), 0) # coalesce(hashtextextended(nullif((read ->> 'sender_name'), ''), 10), 0) # coalesce(hashtextextended(nullif((read ->> 'sender_phone'), ''), 11), 0) # coalesce(hashtextextended(nullif((read ->> 'recipient_name'), ''), 12), 0) # coalesce(hashtextextended(nullif((read ->> 'recipient_phone'), ''), 13), 0) # coalesce(hashtextextended(nullif((read ->> 'address'), ''), 14), 0) # coalesce(hashtextextended(nullif((read ->> 'slot'), ''), 15), 0) # coalesce(hashtextextended(nullif((replace(read ->> 'date', '-', '')), ''), 16), 0) # coalesce(hashtextextended(nullif((read ->> 'items'), ''), 17), 0) # coalesce(hashtextextended(nullif((replace(read ->> 'status', 'UN', 'RF')), ''), 18), 0)",
}
COLUMNS = [
    ("order", "content_hash", "order_content_hash(customer_name, customer_phone, recipient_name, recipient_phone, delivery_address, delivery_time, delivery_date)"),
    ("product", "content_hash", "product_content_hash(name, price, image, enabled, description)"),
    ("sync_link", "theirs_hash", "link_theirs_hash(base)"),
    ("sync_link", "ours_hash", "link_ours_hash(base)"),
]
BEFORE = [
    ("order", "content_hash", "coalesce(hashtextextended(nullif((customer_name), ''), 10), 0) # coalesce(hashtextextended(nullif((customer_phone), ''), 11), 0) # coalesce(hashtextextended(nullif((recipient_name), ''), 12), 0) # coalesce(hashtextextended(nullif((recipient_phone), ''), 13), 0) # coalesce(hashtextextended(nullif((delivery_address), ''), 14), 0) # coalesce(hashtextextended(nullif((delivery_time), ''), 15), 0) # coalesce(hashtextextended(nullif(((extract(year FROM delivery_date)::int * 10000 + extract(month FROM delivery_date)::int * 100 + extract(day FROM delivery_date)::int)::text), ''), 16), 0)"),
    ("product", "content_hash", "coalesce(hashtextextended(nullif((name), ''), 2), 0) # coalesce(hashtextextended(nullif((price::text), ''), 3), 0) # coalesce(hashtextextended(nullif((image), ''), 4), 0) # coalesce(hashtextextended(nullif((enabled::text), ''), 5), 0) # coalesce(hashtextextended(nullif((description), ''), 1), 0)"),
    ("sync_link", "theirs_hash", "coalesce(hashtextextended(nullif((base #>> '{name,theirs}'), ''), 2), 0) # coalesce(hashtextextended(nullif((base #>> '{price,theirs}'), ''), 3), 0) # coalesce(hashtextextended(nullif((base #>> '{image,theirs}'), ''), 4), 0) # coalesce(hashtextextended(nullif((base #>> '{enabled,theirs}'), ''), 5), 0) # coalesce(hashtextextended(nullif((base #>> '{type,theirs}'), ''), 6), 0) # coalesce(hashtextextended(nullif((base #>> '{width,theirs}'), ''), 7), 0) # coalesce(hashtextextended(nullif((base #>> '{height,theirs}'), ''), 8), 0) # coalesce(hashtextextended(nullif((base #>> '{images,theirs}'), ''), 9), 0) # coalesce(hashtextextended(nullif((base #>> '{sender_name,theirs}'), ''), 10), 0) # coalesce(hashtextextended(nullif((base #>> '{sender_phone,theirs}'), ''), 11), 0) # coalesce(hashtextextended(nullif((base #>> '{recipient_name,theirs}'), ''), 12), 0) # coalesce(hashtextextended(nullif((base #>> '{recipient_phone,theirs}'), ''), 13), 0) # coalesce(hashtextextended(nullif((base #>> '{address,theirs}'), ''), 14), 0) # coalesce(hashtextextended(nullif((base #>> '{slot,theirs}'), ''), 15), 0) # coalesce(hashtextextended(nullif((replace(base #>> '{date,theirs}', '-', '')), ''), 16), 0) # coalesce(hashtextextended(nullif((base #>> '{items,theirs}'), ''), 17), 0) # coalesce(hashtextextended(nullif((replace(base #>> '{status,theirs}', 'UN', 'RF')), ''), 18), 0)"),
    ("sync_link", "ours_hash", "coalesce(hashtextextended(nullif((base #>> '{name,ours}'), ''), 2), 0) # coalesce(hashtextextended(nullif((base #>> '{price,ours}'), ''), 3), 0) # coalesce(hashtextextended(nullif((base #>> '{image,ours}'), ''), 4), 0) # coalesce(hashtextextended(nullif((base #>> '{enabled,ours}'), ''), 5), 0) # coalesce(hashtextextended(nullif((base #>> '{description,ours}'), ''), 1), 0) # coalesce(hashtextextended(nullif((base #>> '{sender_name,ours}'), ''), 10), 0) # coalesce(hashtextextended(nullif((base #>> '{sender_phone,ours}'), ''), 11), 0) # coalesce(hashtextextended(nullif((base #>> '{recipient_name,ours}'), ''), 12), 0) # coalesce(hashtextextended(nullif((base #>> '{recipient_phone,ours}'), ''), 13), 0) # coalesce(hashtextextended(nullif((base #>> '{address,ours}'), ''), 14), 0) # coalesce(hashtextextended(nullif((base #>> '{slot,ours}'), ''), 15), 0) # coalesce(hashtextextended(nullif((replace(base #>> '{date,ours}', '-', '')), ''), 16), 0)"),
]


def upgrade() -> None:
    for signature, expression in FUNCTIONS.items():
        op.execute(
            f"CREATE FUNCTION {signature} RETURNS bigint LANGUAGE plpgsql IMMUTABLE PARALLEL SAFE"
            f" AS $$ BEGIN RETURN {expression}; END $$"
        )
    _generate(COLUMNS)


def downgrade() -> None:
    _generate(BEFORE)
    for signature in FUNCTIONS:
        op.execute(f"DROP FUNCTION {signature}")


def _generate(columns: list[tuple[str, str, str]]) -> None:
    for table, column, expression in columns:
        op.drop_column(table, column)
        op.add_column(
            table, sa.Column(column, sa.BigInteger(), sa.Computed(expression, persisted=True), nullable=False)
        )
