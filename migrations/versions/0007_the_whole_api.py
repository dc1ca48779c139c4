"""the shop's whole API

Revision ID: 0007
Revises: 0006
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql
revision = '0007'
down_revision = '0006'
branch_labels = None
depends_on = None

CHECKS = (
    ('shop', 'weekday_hours', 'coalesce(weekday_opens < weekday_closes, weekday_opens IS NULL AND weekday_closes IS NULL)'),
    ('shop', 'weekend_hours', 'coalesce(weekend_opens < weekend_closes, weekend_opens IS NULL AND weekend_closes IS NULL)'),
    ('shop', 'one_way_to_the_customer', 'pickup_available OR delivery_available'),
    ('order', 'payment_method_known', "payment_method IN ('kaspi', 'card', 'cash')"),
    ('warehouse_item', 'prices_not_negative', 'cost_price >= 0 AND retail_price >= 0'),
    ('warehouse_item', 'min_quantity_not_negative', 'min_quantity >= 0'),
)


def upgrade() -> None:
    op.create_table('audit_entry',
    sa.Column('id', sa.BigInteger(), nullable=False),
    sa.Column('user_id', sa.BigInteger(), nullable=True),
    sa.Column('action', sa.String(), nullable=False),
    sa.Column('entity', sa.String(), nullable=False),
    sa.Column('entity_id', sa.BigInteger(), nullable=False),
    sa.Column('changes', postgresql.JSONB(astext_type=sa.Text()), nullable=False),
    sa.Column('address', sa.String(), nullable=True),
    sa.Column('request_id', sa.String(), nullable=True),
    sa.Column('at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('shop_id', sa.BigInteger(), nullable=False),
    sa.CheckConstraint("action IN ('created', 'changed', 'deleted')", name=op.f('ck_audit_entry_action_known')),
    sa.ForeignKeyConstraint(['shop_id'], ['shop.id'], name=op.f('fk_audit_entry_shop_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_audit_entry'))
    )
    op.create_index('ix_audit_entry_entity', 'audit_entry', ['shop_id', 'entity', 'entity_id', 'id'], unique=False)
    op.create_index('ix_audit_entry_newest', 'audit_entry', ['shop_id', 'id'], unique=False)
    op.create_table('client',
    sa.Column('id', sa.BigInteger(), nullable=False),
    sa.Column('phone', sa.String(), nullable=False),
    sa.Column('name', sa.String(), nullable=True),
    sa.Column('notes', sa.String(), nullable=True),
    sa.Column('telegram_id', sa.BigInteger(), nullable=True),
    sa.Column('telegram_username', sa.String(), nullable=True),
    sa.Column('telegram_first_name', sa.String(), nullable=True),
    sa.Column('allow_personalization', sa.Boolean(), server_default=sa.text('true'), nullable=False),
    sa.Column('shop_id', sa.BigInteger(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.ForeignKeyConstraint(['shop_id'], ['shop.id'], name=op.f('fk_client_shop_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_client')),
    sa.UniqueConstraint('shop_id', 'phone', name=op.f('uq_client_shop_id_phone'))
    )
    op.create_index('ix_client_newest', 'client', ['shop_id', sa.literal_column('created_at DESC'), sa.literal_column('id DESC')], unique=False)
    op.create_table('faq',
    sa.Column('id', sa.BigInteger(), nullable=False),
    sa.Column('question', sa.String(), nullable=False),
    sa.Column('answer', sa.String(), nullable=False),
    sa.Column('position', sa.BigInteger(), server_default='0', nullable=False),
    sa.Column('shop_id', sa.BigInteger(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.ForeignKeyConstraint(['shop_id'], ['shop.id'], name=op.f('fk_faq_shop_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_faq'))
    )
    op.create_index('ix_faq_order', 'faq', ['shop_id', 'position', 'id'], unique=False)
    op.create_table('static_page',
    sa.Column('id', sa.BigInteger(), nullable=False),
    sa.Column('slug', sa.String(), nullable=False),
    sa.Column('title', sa.String(), nullable=False),
    sa.Column('body', sa.String(), nullable=False),
    sa.Column('shop_id', sa.BigInteger(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.ForeignKeyConstraint(['shop_id'], ['shop.id'], name=op.f('fk_static_page_shop_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_static_page')),
    sa.UniqueConstraint('shop_id', 'slug', name=op.f('uq_static_page_shop_id_slug'))
    )
    op.create_table('auth_session',
    sa.Column('id', sa.Uuid(), server_default=sa.text('gen_random_uuid()'), nullable=False),
    sa.Column('user_id', sa.BigInteger(), nullable=False),
    sa.Column('token_hash', sa.LargeBinary(), nullable=False),
    sa.Column('previous_hash', sa.LargeBinary(), nullable=True),
    sa.Column('rotated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('expires_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('revoked_at', sa.DateTime(timezone=True), nullable=True),
    sa.ForeignKeyConstraint(['user_id'], ['user.id'], name=op.f('fk_auth_session_user_id'), ondelete='CASCADE'),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_auth_session'))
    )
    op.create_index(op.f('ix_auth_session_expires_at'), 'auth_session', ['expires_at'], unique=False)
    op.create_index(op.f('ix_auth_session_user_id'), 'auth_session', ['user_id'], unique=False)
    op.create_table('idempotency_key',
    sa.Column('id', sa.BigInteger(), nullable=False),
    sa.Column('user_id', sa.BigInteger(), nullable=True),
    sa.Column('key', sa.String(), nullable=False),
    sa.Column('fingerprint', sa.LargeBinary(), nullable=False),
    sa.Column('status', sa.BigInteger(), nullable=True),
    sa.Column('answer', sa.LargeBinary(), nullable=True),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('shop_id', sa.BigInteger(), nullable=False),
    sa.ForeignKeyConstraint(['shop_id'], ['shop.id'], name=op.f('fk_idempotency_key_shop_id')),
    sa.ForeignKeyConstraint(['user_id'], ['user.id'], name=op.f('fk_idempotency_key_user_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_idempotency_key')),
    sa.UniqueConstraint('shop_id', 'user_id', 'key', name=op.f('uq_idempotency_key_shop_id_user_id_key'), postgresql_nulls_not_distinct=True)
    )
    op.create_index(op.f('ix_idempotency_key_created_at'), 'idempotency_key', ['created_at'], unique=False)
    op.create_table('inventory_check',
    sa.Column('id', sa.BigInteger(), nullable=False),
    sa.Column('user_id', sa.BigInteger(), nullable=True),
    sa.Column('comment', sa.String(), nullable=True),
    sa.Column('status', sa.String(), server_default='pending', nullable=False),
    sa.Column('applied_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('shop_id', sa.BigInteger(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.CheckConstraint("status IN ('pending', 'applied')", name=op.f('ck_inventory_check_status_known')),
    sa.ForeignKeyConstraint(['shop_id'], ['shop.id'], name=op.f('fk_inventory_check_shop_id')),
    sa.ForeignKeyConstraint(['user_id'], ['user.id'], name=op.f('fk_inventory_check_user_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_inventory_check'))
    )
    op.create_index('ix_inventory_check_newest', 'inventory_check', ['shop_id', 'id'], unique=False)
    op.create_table('review',
    sa.Column('id', sa.BigInteger(), nullable=False),
    sa.Column('product_id', sa.BigInteger(), nullable=True),
    sa.Column('author_name', sa.String(), nullable=False),
    sa.Column('rating', sa.BigInteger(), nullable=False),
    sa.Column('text', sa.String(), nullable=False),
    sa.Column('status', sa.String(), server_default='pending', nullable=False),
    sa.Column('moderated_by_id', sa.BigInteger(), nullable=True),
    sa.Column('shop_id', sa.BigInteger(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.CheckConstraint("status IN ('pending', 'published', 'hidden')", name=op.f('ck_review_status_known')),
    sa.CheckConstraint('rating BETWEEN 1 AND 5', name=op.f('ck_review_rating_of_five')),
    sa.ForeignKeyConstraint(['moderated_by_id'], ['user.id'], name=op.f('fk_review_moderated_by_id')),
    sa.ForeignKeyConstraint(['product_id'], ['product.id'], name=op.f('fk_review_product_id')),
    sa.ForeignKeyConstraint(['shop_id'], ['shop.id'], name=op.f('fk_review_shop_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_review'))
    )
    op.create_index('ix_review_newest', 'review', ['shop_id', sa.literal_column('created_at DESC'), sa.literal_column('id DESC')], unique=False)
    op.create_index('ix_review_of_product', 'review', ['product_id', sa.literal_column('created_at DESC'), sa.literal_column('id DESC')], unique=False)
    op.create_table('team_invitation',
    sa.Column('id', sa.BigInteger(), nullable=False),
    sa.Column('phone', sa.String(), nullable=False),
    sa.Column('name', sa.String(), nullable=False),
    sa.Column('role', sa.String(), nullable=False),
    sa.Column('code_hash', sa.LargeBinary(), nullable=False),
    sa.Column('status', sa.String(), server_default='pending', nullable=False),
    sa.Column('invited_by_id', sa.BigInteger(), nullable=False),
    sa.Column('expires_at', sa.DateTime(timezone=True), nullable=False),
    sa.Column('shop_id', sa.BigInteger(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.CheckConstraint("role IN ('courier', 'florist', 'manager', 'director')", name=op.f('ck_team_invitation_role_known')),
    sa.CheckConstraint("status IN ('pending', 'accepted', 'expired')", name=op.f('ck_team_invitation_status_known')),
    sa.ForeignKeyConstraint(['invited_by_id'], ['user.id'], name=op.f('fk_team_invitation_invited_by_id')),
    sa.ForeignKeyConstraint(['shop_id'], ['shop.id'], name=op.f('fk_team_invitation_shop_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_team_invitation')),
    sa.UniqueConstraint('code_hash', name=op.f('uq_team_invitation_code_hash'))
    )
    op.create_index('ix_team_invitation_newest', 'team_invitation', ['shop_id', 'id'], unique=False)
    op.create_index('uq_team_invitation_pending', 'team_invitation', ['shop_id', 'phone'], unique=True, postgresql_where=sa.text("status = 'pending'"))
    op.create_table('inventory_check_item',
    sa.Column('id', sa.BigInteger(), nullable=False),
    sa.Column('check_id', sa.BigInteger(), nullable=False),
    sa.Column('warehouse_item_id', sa.BigInteger(), nullable=False),
    sa.Column('snapshot', sa.BigInteger(), nullable=False),
    sa.Column('counted', sa.BigInteger(), nullable=False),
    sa.Column('difference', sa.BigInteger(), sa.Computed('counted - snapshot', persisted=True), nullable=False),
    sa.CheckConstraint('counted >= 0', name=op.f('ck_inventory_check_item_counted_not_negative')),
    sa.ForeignKeyConstraint(['check_id'], ['inventory_check.id'], name=op.f('fk_inventory_check_item_check_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['warehouse_item_id'], ['warehouse_item.id'], name=op.f('fk_inventory_check_item_warehouse_item_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_inventory_check_item')),
    sa.UniqueConstraint('check_id', 'warehouse_item_id', name=op.f('uq_inventory_check_item_check_id_warehouse_item_id'))
    )
    op.create_index(op.f('ix_inventory_check_item_warehouse_item_id'), 'inventory_check_item', ['warehouse_item_id'], unique=False)
    op.create_table('order_note',
    sa.Column('id', sa.BigInteger(), nullable=False),
    sa.Column('order_id', sa.BigInteger(), nullable=False),
    sa.Column('user_id', sa.BigInteger(), nullable=True),
    sa.Column('text', sa.String(), nullable=False),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.ForeignKeyConstraint(['order_id'], ['order.id'], name=op.f('fk_order_note_order_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['user_id'], ['user.id'], name=op.f('fk_order_note_user_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_order_note'))
    )
    op.create_index('ix_order_note_order_id_id', 'order_note', ['order_id', 'id'], unique=False)
    op.create_table('order_photo',
    sa.Column('id', sa.BigInteger(), nullable=False),
    sa.Column('order_id', sa.BigInteger(), nullable=False),
    sa.Column('key', sa.String(), nullable=False),
    sa.Column('label', sa.String(), nullable=True),
    sa.Column('uploaded_by_id', sa.BigInteger(), nullable=True),
    sa.Column('feedback', sa.String(), nullable=True),
    sa.Column('feedback_comment', sa.String(), nullable=True),
    sa.Column('feedback_at', sa.DateTime(timezone=True), nullable=True),
    sa.Column('created_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.Column('updated_at', sa.DateTime(timezone=True), server_default=sa.text('now()'), nullable=False),
    sa.CheckConstraint("feedback IN ('like', 'dislike')", name=op.f('ck_order_photo_feedback_known')),
    sa.ForeignKeyConstraint(['order_id'], ['order.id'], name=op.f('fk_order_photo_order_id'), ondelete='CASCADE'),
    sa.ForeignKeyConstraint(['uploaded_by_id'], ['user.id'], name=op.f('fk_order_photo_uploaded_by_id')),
    sa.PrimaryKeyConstraint('id', name=op.f('pk_order_photo')),
    sa.UniqueConstraint('order_id', name=op.f('uq_order_photo_order_id'))
    )
    op.add_column('order', sa.Column('delivery_notes', sa.String(), nullable=True))
    op.add_column('order', sa.Column('pickup_address', sa.String(), nullable=True))
    op.add_column('order', sa.Column('payment_method', sa.String(), nullable=True))
    op.add_column('order', sa.Column('is_surprise', sa.Boolean(), server_default=sa.text('false'), nullable=False))
    op.add_column('order', sa.Column('anonymous_sender', sa.Boolean(), server_default=sa.text('false'), nullable=False))
    op.add_column('order', sa.Column('ask_delivery_address', sa.Boolean(), server_default=sa.text('false'), nullable=False))
    op.add_column('order', sa.Column('ask_delivery_time', sa.Boolean(), server_default=sa.text('false'), nullable=False))
    op.add_column('order', sa.Column('assigned_by_id', sa.BigInteger(), nullable=True))
    op.add_column('order', sa.Column('assigned_at', sa.DateTime(timezone=True), nullable=True))
    op.create_index('ix_order_by_delivery', 'order', ['shop_id', 'delivery_date', 'id'], unique=False)
    op.create_index(op.f('ix_order_courier_id'), 'order', ['courier_id'], unique=False)
    op.create_index('ix_order_customer', 'order', ['shop_id', 'customer_phone'], unique=False)
    op.create_index(op.f('ix_order_responsible_id'), 'order', ['responsible_id'], unique=False)
    op.create_foreign_key(op.f('fk_order_assigned_by_id'), 'order', 'user', ['assigned_by_id'], ['id'])
    op.add_column('product', sa.Column('deleted_at', sa.DateTime(timezone=True), nullable=True))
    op.add_column('shop', sa.Column('owner_id', sa.BigInteger(), nullable=True))
    op.add_column('shop', sa.Column('weekday_opens', sa.Time(), server_default='09:00', nullable=True))
    op.add_column('shop', sa.Column('weekday_closes', sa.Time(), server_default='21:00', nullable=True))
    op.add_column('shop', sa.Column('weekend_opens', sa.Time(), server_default='10:00', nullable=True))
    op.add_column('shop', sa.Column('weekend_closes', sa.Time(), server_default='20:00', nullable=True))
    op.add_column('shop', sa.Column('pickup_available', sa.Boolean(), server_default=sa.text('true'), nullable=False))
    op.add_column('shop', sa.Column('delivery_available', sa.Boolean(), server_default=sa.text('true'), nullable=False))
    op.create_foreign_key(op.f('fk_shop_owner_id'), 'shop', 'user', ['owner_id'], ['id'], use_alter=True)
    op.add_column('user', sa.Column('invited_by_id', sa.BigInteger(), nullable=True))
    op.create_foreign_key(op.f('fk_user_invited_by_id'), 'user', 'user', ['invited_by_id'], ['id'])
    op.add_column('warehouse_item', sa.Column('image', sa.String(), nullable=True))
    op.add_column('warehouse_item', sa.Column('last_delivery_at', sa.DateTime(timezone=True), nullable=True))
    op.add_column('warehouse_item', sa.Column('deleted_at', sa.DateTime(timezone=True), nullable=True))
    op.drop_index(op.f('ix_warehouse_item_shop_id'), table_name='warehouse_item')
    op.create_index('ix_warehouse_item_newest', 'warehouse_item', ['shop_id', sa.literal_column('created_at DESC'), sa.literal_column('id DESC')], unique=False)
    op.add_column('warehouse_operation', sa.Column('old_price', sa.BigInteger(), nullable=True))
    op.add_column('warehouse_operation', sa.Column('new_price', sa.BigInteger(), nullable=True))
    op.drop_index(op.f('ix_warehouse_operation_item_id'), table_name='warehouse_operation')
    op.create_index('ix_warehouse_operation_item_id_id', 'warehouse_operation', ['item_id', 'id'], unique=False)
    for table, name, condition in CHECKS:
        op.create_check_constraint(op.f(f'ck_{table}_{name}'), table, condition)


def downgrade() -> None:
    op.drop_index('ix_warehouse_operation_item_id_id', table_name='warehouse_operation')
    op.create_index(op.f('ix_warehouse_operation_item_id'), 'warehouse_operation', ['item_id'], unique=False)
    op.drop_column('warehouse_operation', 'new_price')
    op.drop_column('warehouse_operation', 'old_price')
    op.drop_index('ix_warehouse_item_newest', table_name='warehouse_item')
    op.create_index(op.f('ix_warehouse_item_shop_id'), 'warehouse_item', ['shop_id'], unique=False)
    op.drop_column('warehouse_item', 'deleted_at')
    op.drop_column('warehouse_item', 'last_delivery_at')
    op.drop_column('warehouse_item', 'image')
    op.drop_constraint(op.f('fk_user_invited_by_id'), 'user', type_='foreignkey')
    op.drop_column('user', 'invited_by_id')
    op.drop_constraint(op.f('fk_shop_owner_id'), 'shop', type_='foreignkey')
    op.drop_column('shop', 'delivery_available')
    op.drop_column('shop', 'pickup_available')
    op.drop_column('shop', 'weekend_closes')
    op.drop_column('shop', 'weekend_opens')
    op.drop_column('shop', 'weekday_closes')
    op.drop_column('shop', 'weekday_opens')
    op.drop_column('shop', 'owner_id')
    op.drop_column('product', 'deleted_at')
    op.drop_constraint(op.f('fk_order_assigned_by_id'), 'order', type_='foreignkey')
    op.drop_index(op.f('ix_order_responsible_id'), table_name='order')
    op.drop_index('ix_order_customer', table_name='order')
    op.drop_index(op.f('ix_order_courier_id'), table_name='order')
    op.drop_index('ix_order_by_delivery', table_name='order')
    op.drop_column('order', 'assigned_at')
    op.drop_column('order', 'assigned_by_id')
    op.drop_column('order', 'ask_delivery_time')
    op.drop_column('order', 'ask_delivery_address')
    op.drop_column('order', 'anonymous_sender')
    op.drop_column('order', 'is_surprise')
    op.drop_column('order', 'payment_method')
    op.drop_column('order', 'pickup_address')
    op.drop_column('order', 'delivery_notes')
    op.drop_table('order_photo')
    op.drop_index('ix_order_note_order_id_id', table_name='order_note')
    op.drop_table('order_note')
    op.drop_index(op.f('ix_inventory_check_item_warehouse_item_id'), table_name='inventory_check_item')
    op.drop_table('inventory_check_item')
    op.drop_index('uq_team_invitation_pending', table_name='team_invitation', postgresql_where=sa.text("status = 'pending'"))
    op.drop_index('ix_team_invitation_newest', table_name='team_invitation')
    op.drop_table('team_invitation')
    op.drop_index('ix_review_of_product', table_name='review')
    op.drop_index('ix_review_newest', table_name='review')
    op.drop_table('review')
    op.drop_index('ix_inventory_check_newest', table_name='inventory_check')
    op.drop_table('inventory_check')
    op.drop_index(op.f('ix_idempotency_key_created_at'), table_name='idempotency_key')
    op.drop_table('idempotency_key')
    op.drop_index(op.f('ix_auth_session_user_id'), table_name='auth_session')
    op.drop_index(op.f('ix_auth_session_expires_at'), table_name='auth_session')
    op.drop_table('auth_session')
    op.drop_table('static_page')
    op.drop_index('ix_faq_order', table_name='faq')
    op.drop_table('faq')
    op.drop_index('ix_client_newest', table_name='client')
    op.drop_table('client')
    op.drop_index('ix_audit_entry_newest', table_name='audit_entry')
    op.drop_index('ix_audit_entry_entity', table_name='audit_entry')
    op.drop_table('audit_entry')
