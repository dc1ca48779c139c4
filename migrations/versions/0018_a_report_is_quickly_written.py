"""a row of a report has one index

Revision ID: 0018
Revises: 0017
"""

from alembic import op
revision = '0018'
down_revision = '0017'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.drop_index('ix_reconcile_drift_run', table_name='reconcile_drift')
    op.drop_index('ix_reconcile_drift_entity', table_name='reconcile_drift')
    op.drop_constraint('pk_reconcile_drift', 'reconcile_drift')
    op.create_primary_key('pk_reconcile_drift', 'reconcile_drift', ['run_id', 'id'])


def downgrade() -> None:
    op.drop_constraint('pk_reconcile_drift', 'reconcile_drift')
    op.create_primary_key('pk_reconcile_drift', 'reconcile_drift', ['id'])
    op.create_index('ix_reconcile_drift_entity', 'reconcile_drift', ['run_id', 'entity', 'bitrix_id'])
    op.create_index('ix_reconcile_drift_run', 'reconcile_drift', ['run_id', 'id'])
