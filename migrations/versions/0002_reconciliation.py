"""reconciliation

Revision ID: 0002
Revises: 0001
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql
revision = '0002'
down_revision = '0001'
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table('alert',
    sa.Column('id', sa.BigInteger(), nullable=False),
    sa.Column('condition', sa.String(), nullable=False),
    sa.Column('detail', postgresql.JSONB(astext_type=sa.Text()), server_default=sa.text("'{}'"), nullable=False),
    sa.Column('since', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('told_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('over_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('recovery_told_at', sa.DateTime(timezone=True), nullable=True),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_alert'))
    )
    op.create_index('uq_alert_open', 'alert', ['condition'], unique=True, postgresql_where=sa.text('over_at IS NULL'))
    op.create_table('reconcile_run',
    sa.Column('id', sa.BigInteger(), nullable=False),
    sa.Column('parent_id', sa.BigInteger(), nullable=True),
    sa.Column('shop_id', sa.BigInteger(), nullable=False),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('plan', sa.String(), server_default='hand', nullable=False),
    sa.Column('phase', sa.String(), server_default='queued', nullable=False),
    sa.Column('reason', sa.String(), nullable=True),
    sa.Column('dry_run', sa.Boolean(), server_default=sa.text('false'), nullable=False),
    sa.Column('active_only', sa.Boolean(), server_default=sa.text('false'), nullable=False),
    sa.Column('since', sa.DateTime(timezone=True), nullable=True),
    sa.Column('ids', postgresql.JSONB(astext_type=sa.Text()), nullable=True),
    sa.Column('stop_asked', sa.Boolean(), server_default=sa.text('false'), nullable=False),
    sa.Column('asked_by', sa.BigInteger(), nullable=True),
    sa.Column('approved_by', sa.BigInteger(), nullable=True),
    sa.Column('approved_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('city', sa.String(), nullable=True),
    sa.Column('complete', sa.Boolean(), server_default=sa.text('false'), nullable=False),
    sa.Column('checkpoint', postgresql.JSONB(astext_type=sa.Text()), server_default=sa.text("'{}'"), nullable=False),
    sa.Column('counts', postgresql.JSONB(astext_type=sa.Text()), server_default=sa.text("'{}'"), nullable=False),
    sa.Column('lease_until', sa.DateTime(timezone=True), nullable=True),
    sa.Column('lease_token', sa.Uuid(), nullable=True),
    sa.Column('progress_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('crashes', sa.BigInteger(), server_default='0', nullable=False),
    sa.Column('started_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('finished_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.CheckConstraint("kind IN ('orders', 'products', 'all')", name=op.f('ck_reconcile_run_kind_known')),
    sa.CheckConstraint("phase IN ('queued', 'reading', 'comparing', 'repairing', 'halted', 'done', 'incomplete', 'failed', 'stopped')", name=op.f('ck_reconcile_run_phase_known')),
    sa.CheckConstraint("plan IN ('active', 'products', 'nightly', 'hand')", name=op.f('ck_reconcile_run_plan_known')),
    sa.ForeignKeyConstraint(['approved_by'], ['user.id'], name=op.f('fk_reconcile_run_approved_by')),
    sa.ForeignKeyConstraint(['asked_by'], ['user.id'], name=op.f('fk_reconcile_run_asked_by')),
    sa.ForeignKeyConstraint(['parent_id'], ['reconcile_run.id'], name=op.f('fk_reconcile_run_parent_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['shop_id'], ['shop.id'], name=op.f('fk_reconcile_run_shop_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_reconcile_run'))
    )
    op.create_index(op.f('ix_reconcile_run_parent_id'), 'reconcile_run', ['parent_id'], unique=False)
    op.create_index('ix_reconcile_run_phase', 'reconcile_run', ['phase', 'id'], unique=False)
    op.create_index('ix_reconcile_run_plan', 'reconcile_run', ['shop_id', 'plan', 'kind', 'id'], unique=False)
    op.create_index('uq_reconcile_run_working', 'reconcile_run', ['shop_id', 'kind'], unique=True, postgresql_where=sa.text("phase IN ('reading', 'comparing', 'repairing') AND kind <> 'all'"))
    op.create_table('reconcile_drift',
    sa.Column('id', sa.BigInteger(), nullable=False),
    sa.Column('run_id', sa.BigInteger(), nullable=False),
    sa.Column('entity', sa.String(), nullable=False),
    sa.Column('bitrix_id', sa.BigInteger(), nullable=True),
    sa.Column('local_id', sa.BigInteger(), nullable=True),
    sa.Column('kind', sa.String(), nullable=False),
    sa.Column('field', sa.String(), nullable=True),
    sa.Column('ours', postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True),
    sa.Column('theirs', postgresql.JSONB(none_as_null=True, astext_type=sa.Text()), nullable=True),
    sa.Column('state', sa.String(), server_default='found', nullable=False),
    sa.Column('reason', sa.String(), nullable=True),
    sa.Column('found_at', sa.DateTime(timezone=True), server_default=sa.text('clock_timestamp()'), nullable=False),
    sa.Column('wished_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('finished_at', sa.DateTime(timezone=True), nullable=True),
    sa.CheckConstraint("kind IN ('missing_here', 'missing_there', 'theirs_moved', 'ours_moved', 'both_moved', 'no_base', 'not_created', 'rejected', 'unknown_status', 'status_ahead', 'by_hand', 'gone_there', 'local_only', 'conflict')", name=op.f('ck_reconcile_drift_kind_known')),
    sa.CheckConstraint("state IN ('found', 'repaired', 'left', 'listed')", name=op.f('ck_reconcile_drift_state_known')),
    sa.ForeignKeyConstraint(['run_id'], ['reconcile_run.id'], name=op.f('fk_reconcile_drift_run_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_reconcile_drift'))
    )
    op.create_index('ix_reconcile_drift_entity', 'reconcile_drift', ['run_id', 'entity', 'bitrix_id'], unique=False)
    op.create_index('ix_reconcile_drift_run', 'reconcile_drift', ['run_id', 'id'], unique=False)
    op.add_column('order', sa.Column('content_hash', sa.BigInteger(), sa.Computed("coalesce(hashtextextended(nullif((customer_name), ''), 10), 0) # coalesce(hashtextextended(nullif((customer_phone), ''), 11), 0) # coalesce(hashtextextended(nullif((recipient_name), ''), 12), 0) # coalesce(hashtextextended(nullif((recipient_phone), ''), 13), 0) # coalesce(hashtextextended(nullif((delivery_address), ''), 14), 0) # coalesce(hashtextextended(nullif((delivery_time), ''), 15), 0) # coalesce(hashtextextended(nullif(((extract(year FROM delivery_date)::int * 10000 + extract(month FROM delivery_date)::int * 100 + extract(day FROM delivery_date)::int)::text), ''), 16), 0)", persisted=True), nullable=False))
    op.add_column('product', sa.Column('content_hash', sa.BigInteger(), sa.Computed("coalesce(hashtextextended(nullif((name), ''), 2), 0) # coalesce(hashtextextended(nullif((price::text), ''), 3), 0) # coalesce(hashtextextended(nullif((image), ''), 4), 0) # coalesce(hashtextextended(nullif((enabled::text), ''), 5), 0) # coalesce(hashtextextended(nullif((description), ''), 1), 0)", persisted=True), nullable=False))
    op.add_column('sync_link', sa.Column('theirs_hash', sa.BigInteger(), sa.Computed("coalesce(hashtextextended(nullif((base #>> '{name,theirs}'), ''), 2), 0) # coalesce(hashtextextended(nullif((base #>> '{price,theirs}'), ''), 3), 0) # coalesce(hashtextextended(nullif((base #>> '{image,theirs}'), ''), 4), 0) # coalesce(hashtextextended(nullif((base #>> '{enabled,theirs}'), ''), 5), 0) # coalesce(hashtextextended(nullif((base #>> '{type,theirs}'), ''), 6), 0) # coalesce(hashtextextended(nullif((base #>> '{width,theirs}'), ''), 7), 0) # coalesce(hashtextextended(nullif((base #>> '{height,theirs}'), ''), 8), 0) # coalesce(hashtextextended(nullif((base #>> '{images,theirs}'), ''), 9), 0) # coalesce(hashtextextended(nullif((base #>> '{sender_name,theirs}'), ''), 10), 0) # coalesce(hashtextextended(nullif((base #>> '{sender_phone,theirs}'), ''), 11), 0) # coalesce(hashtextextended(nullif((base #>> '{recipient_name,theirs}'), ''), 12), 0) # coalesce(hashtextextended(nullif((base #>> '{recipient_phone,theirs}'), ''), 13), 0) # coalesce(hashtextextended(nullif((base #>> '{address,theirs}'), ''), 14), 0) # coalesce(hashtextextended(nullif((base #>> '{slot,theirs}'), ''), 15), 0) # coalesce(hashtextextended(nullif((replace(base #>> '{date,theirs}', '-', '')), ''), 16), 0) # coalesce(hashtextextended(nullif((base #>> '{items,theirs}'), ''), 17), 0) # coalesce(hashtextextended(nullif((replace(base #>> '{status,theirs}', 'UN', 'RF')), ''), 18), 0)", persisted=True), nullable=False))
    op.add_column('sync_link', sa.Column('ours_hash', sa.BigInteger(), sa.Computed("coalesce(hashtextextended(nullif((base #>> '{name,ours}'), ''), 2), 0) # coalesce(hashtextextended(nullif((base #>> '{price,ours}'), ''), 3), 0) # coalesce(hashtextextended(nullif((base #>> '{image,ours}'), ''), 4), 0) # coalesce(hashtextextended(nullif((base #>> '{enabled,ours}'), ''), 5), 0) # coalesce(hashtextextended(nullif((base #>> '{description,ours}'), ''), 1), 0) # coalesce(hashtextextended(nullif((base #>> '{sender_name,ours}'), ''), 10), 0) # coalesce(hashtextextended(nullif((base #>> '{sender_phone,ours}'), ''), 11), 0) # coalesce(hashtextextended(nullif((base #>> '{recipient_name,ours}'), ''), 12), 0) # coalesce(hashtextextended(nullif((base #>> '{recipient_phone,ours}'), ''), 13), 0) # coalesce(hashtextextended(nullif((base #>> '{address,ours}'), ''), 14), 0) # coalesce(hashtextextended(nullif((base #>> '{slot,ours}'), ''), 15), 0) # coalesce(hashtextextended(nullif((replace(base #>> '{date,ours}', '-', '')), ''), 16), 0)", persisted=True), nullable=False))


def downgrade() -> None:
    op.drop_column('sync_link', 'ours_hash')
    op.drop_column('sync_link', 'theirs_hash')
    op.drop_column('product', 'content_hash')
    op.drop_column('order', 'content_hash')
    op.drop_index('ix_reconcile_drift_run', table_name='reconcile_drift')
    op.drop_index('ix_reconcile_drift_entity', table_name='reconcile_drift')
    op.drop_table('reconcile_drift')
    op.drop_index('uq_reconcile_run_working', table_name='reconcile_run', postgresql_where=sa.text("phase IN ('reading', 'comparing', 'repairing') AND kind <> 'all'"))
    op.drop_index('ix_reconcile_run_plan', table_name='reconcile_run')
    op.drop_index('ix_reconcile_run_phase', table_name='reconcile_run')
    op.drop_index(op.f('ix_reconcile_run_parent_id'), table_name='reconcile_run')
    op.drop_table('reconcile_run')
    op.drop_index('uq_alert_open', table_name='alert', postgresql_where=sa.text('over_at IS NULL'))
    op.drop_table('alert')
