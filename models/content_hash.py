"""64-bit hashes of what the two sides share, kept by the database whoever writes, so that a comparison of a
million rows is one join on numbers. They find candidates; what differs, and whether it matters, sync.plan decides.

A hash is the xor of one hash per field, each with a number of its own; a missing or empty value counts nothing.
"""

from collections.abc import Mapping

# Columns of ours by the name of the shared field. Values must read as their JSON reads with `->>`.
PRODUCT = {
    "name": "name",
    "price": "price::text",
    "image": "image",
    "enabled": "enabled::text",
    "description": "description",
}
DAY = (
    "(extract(year FROM delivery_date)::int * 10000 + extract(month FROM delivery_date)::int * 100"
    " + extract(day FROM delivery_date)::int)::text"
)
ORDER = {
    "sender_name": "customer_name",
    "sender_phone": "customer_phone",
    "recipient_name": "recipient_name",
    "recipient_phone": "recipient_phone",
    "address": "delivery_address",
    "slot": "delivery_time",
    "date": DAY,
}
# Everything that can be read there. A list says only *cancelled* where a detail says RF or UN: one hash for both.
READ = (
    "name",
    "price",
    "image",
    "enabled",
    "type",
    "width",
    "height",
    "images",
    *ORDER,
    "items",
    "status",
)
SEEDS = {name: seed for seed, name in enumerate(("description", *READ), start=1)}


def _text(value: str, name: str) -> str:
    if name == "date":
        return f"replace({value}, '-', '')"
    if name == "status":
        return f"replace({value}, 'UN', 'RF')"
    return value


def _xor(texts: Mapping[str, str]) -> str:
    return " # ".join(
        f"coalesce(hashtextextended(nullif(({text}), ''), {SEEDS[name]}), 0)" for name, text in texts.items()
    )


# By signature. In functions, for PostgreSQL parses a generated column's whole expression anew for every statement
# that writes the row: said in full, these took a third of a millisecond of each. A change needs a migration, which
# also computes the columns anew.
FUNCTIONS = {
    "product_content_hash(name text, price bigint, image text, enabled boolean, description text)": _xor(PRODUCT),
    "order_content_hash(customer_name text, customer_phone text, recipient_name text, recipient_phone text,"
    " delivery_address text, delivery_time text, delivery_date date)": _xor(ORDER),
    # What our row was when both sides agreed, and what the site's was, out of a link's memory.
    "link_ours_hash(base jsonb)": _xor(
        {name: _text(f"base #>> '{{{name},ours}}'", name) for name in (*PRODUCT, *ORDER)}
    ),
    "link_theirs_hash(base jsonb)": _xor({name: _text(f"base #>> '{{{name},theirs}}'", name) for name in READ}),
    # What the site's row is, as just read: a JSON object by field name.
    "read_values_hash(read jsonb)": _xor({name: _text(f"read ->> '{name}'", name) for name in READ}),
}
