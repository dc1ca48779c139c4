"""Connections that are soon there again after Valkey was away."""

from typing import Any

from celery.app import amqp
from kombu import Connection

LONGEST_WAIT = 4  # seconds


class _Impatient(Connection):
    """kombu comes to wait half a minute between two attempts: longer than an event may wait for its worker."""

    def ensure_connection(self, *args: Any, **options: Any) -> Connection:
        return super().ensure_connection(*args, **{"interval_max": LONGEST_WAIT, **options})


class AMQP(amqp.AMQP):
    Connection = _Impatient
