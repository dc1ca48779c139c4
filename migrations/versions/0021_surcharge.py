"""what staff add to the price of an order

Revision ID: 0021
Revises: 0020
"""

import sqlalchemy as sa
from alembic import op
revision = '0021'
down_revision = '0020'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column('order', sa.Column('surcharge', sa.BigInteger(), server_default='0', nullable=False))
    op.create_check_constraint('surcharge_not_negative', 'order', 'surcharge >= 0')


def downgrade() -> None:
    op.drop_constraint(op.f('ck_order_surcharge_not_negative'), 'order', type_='check')
    op.drop_column('order', 'surcharge')
