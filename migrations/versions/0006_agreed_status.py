"""a link's status of theirs stands by itself

Revision ID: 0006
Revises: 0005
"""

import sqlalchemy as sa
from alembic import op
revision = '0006'
down_revision = '0005'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('sync_link', sa.Column('theirs_status', sa.String(), sa.Computed("base -> 'status' ->> 'theirs'", persisted=True), nullable=True))


def downgrade() -> None:
    op.drop_column('sync_link', 'theirs_status')
