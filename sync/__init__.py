"""What must change so that both sides agree: inbox, outbox, plan, agree. No Flask, no Celery."""
