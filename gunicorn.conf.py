"""How gunicorn serves wsgi:app. The Procfile gives the port and the number of workers."""

from typing import Any

from prometheus_client.multiprocess import mark_process_dead

import settings
from web.server_log import Logger

worker_class = "gthread"
workers = 2
threads = 16  # a worker's threads share one pool of database connections, which is larger
preload_app = True  # one import for all workers; nothing is connected before the fork
keepalive = 75  # longer than the idle time of the usual proxy, or it meets closed connections
timeout = 30
graceful_timeout = 20
control_socket_disable = True
accesslog = None
logger_class = Logger


def child_exit(_server: Any, worker: Any) -> None:
    """A worker that is gone has no live gauges; what it counted stays counted."""
    if directory := settings.current().multiproc_dir:
        mark_process_dead(worker.pid, directory)
