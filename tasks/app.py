"""The Celery app. `celery -A tasks.app worker|beat|flower`."""

from celery import Celery

app = Celery(
    "cvety",
    include=["tasks.inbox", "tasks.outbox", "tasks.reconcile", "tasks.default", "tasks.worker"],
    amqp="tasks.reconnect:AMQP",
)
app.config_from_object("celeryconfig")
