"""a shop ends the sign-ins of its people, and new shops get numbers nobody gives by hand

Revision ID: 0011
Revises: 0010
"""

from alembic import op
revision = '0011'
down_revision = '0010'
branch_labels = None
depends_on = None

ROLE = 'cvety_tenant'
FIRST = 100_001


def upgrade() -> None:
    op.execute(f'GRANT SELECT (id, user_id, revoked_at), UPDATE (revoked_at) ON auth_session TO {ROLE}')
    op.execute('ALTER TABLE auth_session ENABLE ROW LEVEL SECURITY')
    op.execute(
        f'CREATE POLICY one_shop ON auth_session TO {ROLE} '
        'USING (EXISTS (SELECT FROM "user" p WHERE p.id = user_id))'
    )
    op.execute(f'ALTER SEQUENCE shop_id_seq START WITH {FIRST}')
    op.execute(f"SELECT setval('shop_id_seq', greatest({FIRST}, (SELECT max(id) + 1 FROM shop)), false)")


def downgrade() -> None:
    """Numbers go on from where they are: a number is never given twice."""
    op.execute('ALTER SEQUENCE shop_id_seq START WITH 1')
    op.execute('DROP POLICY one_shop ON auth_session')
    op.execute('ALTER TABLE auth_session DISABLE ROW LEVEL SECURITY')
    op.execute(f'REVOKE SELECT (id, user_id, revoked_at), UPDATE (revoked_at) ON auth_session FROM {ROLE}')
