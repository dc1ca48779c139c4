"""words are joined by a letter: the index of trigrams knows what stands beside each other, not only what stands somewhere

Revision ID: 0028
Revises: 0027
"""

from alembic import op
revision = '0028'
down_revision = '0027'
branch_labels = None
depends_on = None

# U+01C0 is a letter of no language that shops write; a space would end the trigrams of both words beside it.
AS_SEARCHED = """
CREATE FUNCTION as_searched(said text) RETURNS text LANGUAGE sql IMMUTABLE PARALLEL SAFE
RETURN translate(lower(said), ' ', U&'\\01C0')
"""
BREAK = ' || chr(10) || '
# table: (its columns besides `said`, what a row says)
WORDS = {
    'order': (('id', 'shop_id', 'created_at'),
        f"{{row}}.number{BREAK}{{row}}.tracking_id{BREAK}coalesce({{row}}.customer_name, ''){BREAK}coalesce({{row}}.recipient_name, '')"),
    'product': (('id', 'shop_id', 'created_at', 'enabled'),
        f"{{row}}.name{BREAK}coalesce({{row}}.description, '')"),
}
# As in 0027, but for what makes the words of what is said.
CAME = """
CREATE OR REPLACE FUNCTION {table}_words_came() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    INSERT INTO {table}_words ({columns}, said) SELECT {it}, {made}({said_of_it}) FROM moved it WHERE it.deleted_at IS NULL;
    RETURN NULL;
END $$
"""
CHANGED = """
CREATE OR REPLACE FUNCTION {table}_words_changed() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
BEGIN
    IF new.deleted_at IS NULL THEN
        INSERT INTO {table}_words ({columns}, said) VALUES ({new}, {made}({said_of_new})) ON CONFLICT (id) DO UPDATE SET {again}, said = excluded.said;
    ELSE
        DELETE FROM {table}_words WHERE id = new.id;
    END IF;
    RETURN NULL;
END $$
"""


def made_by(made: str) -> None:
    """Every row's words, those that are there and those to come. The index is made anew: that is quicker.

    Who writes meanwhile waits outside of the triggers: inside, it would go on with what they said before.
    """
    op.execute('LOCK TABLE "order", product IN SHARE ROW EXCLUSIVE MODE')
    for table, (columns, said) in WORDS.items():
        given = {
            'table': table,
            'made': made,
            'columns': ', '.join(columns),
            'it': ', '.join(f'it.{column}' for column in columns),
            'new': ', '.join(f'new.{column}' for column in columns),
            'again': ', '.join(f'{column} = excluded.{column}' for column in columns[1:]),
            'said_of_it': said.format(row='it'),
            'said_of_new': said.format(row='new'),
        }
        op.execute(CAME.format(**given))
        op.execute(CHANGED.format(**given))
        op.execute(f'DROP INDEX ix_{table}_words_said')
        op.execute(f'UPDATE {table}_words SET said = {made}({said.format(row="it")}) FROM "{table}" it WHERE it.id = {table}_words.id')
        op.execute(f'CREATE INDEX ix_{table}_words_said ON {table}_words USING gin (said gin_trgm_ops)')


def upgrade() -> None:
    op.execute(AS_SEARCHED)
    made_by('as_searched')


def downgrade() -> None:
    made_by('lower')
    op.execute('DROP FUNCTION as_searched')
