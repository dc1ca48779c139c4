"""What a worker does beside its tasks: logs, numbers, a sweep after each connect, an ear for its own deafness."""

import gc
import os
import threading
import time
from typing import Any

import redis
import structlog
from celery import bootsteps, signals
from celery.concurrency.base import BasePool
from celery.worker import WorkController
from celery.worker.state import active_requests, total_count

import settings
from models.base import forget_connections
from tasks import logs, metrics
from tasks.app import app

log = structlog.get_logger(__name__)

SWEEPS = {"inbox": "tasks.inbox.sweep", "outbox": "tasks.outbox.settle", "reconcile": "tasks.reconcile.catch_up"}
DEAF = 75  # the exit code of a worker that found itself deaf


class SweepOnConnect(bootsteps.StartStopStep):
    """Recovery does not hang on beat: whoever (re)connects looks for work that nobody rang for.

    A canary goes first, so that health knows within moments that this queue is heard.
    """

    requires = ("celery.worker.consumer.tasks:Tasks",)

    def start(self, consumer: Any) -> None:
        for queue in {queue.name for queue in consumer.task_consumer.queues}:
            try:
                app.send_task("tasks.default.canary", args=(queue,), queue=queue, retry=False)
                if queue in SWEEPS:
                    app.send_task(SWEEPS[queue], queue=queue, retry=False)
            except Exception as error:
                log.warning("sweep_not_sent", queue=queue, error=type(error).__name__)


class Ear(bootsteps.StartStopStep):
    """Ends a worker that takes nothing off a queue where something waits.

    After a half-open connection a worker can be deaf for minutes and still answer pings. The canaries see to it
    that something always comes; a second, fresh connection sees that it lies there. The runner starts us anew.
    """

    requires = ("celery.worker.components:Pool",)

    def start(self, worker: WorkController) -> None:
        queues = list(app.amqp.queues.consume_from)
        threading.Thread(target=_listen, args=(worker, queues), name="ear", daemon=True).start()


def _listen(worker: WorkController, queues: list[str]) -> None:
    current = settings.current()
    deaf_after = current.durations.deaf_after
    seen, since = -1, time.monotonic()
    while True:
        time.sleep(deaf_after / 10)
        taken = sum(total_count.values())
        if taken != seen or active_requests or not _something_waits(current.redis_url, queues):
            seen, since = taken, time.monotonic()
        elif time.monotonic() - since > deaf_after:
            log.error("worker_deaf", queues=queues, seconds=round(deaf_after))
            _end(worker.pool)


def _something_waits(url: str, queues: list[str]) -> bool:
    """Asked anew each time: an old connection may be as dead as the one we doubt."""
    client = redis.Redis.from_url(url, socket_timeout=2, socket_connect_timeout=2)
    try:
        return any(client.llen(queue) for queue in queues)
    except redis.RedisError:
        return False  # nobody hears while the broker is away: that is not deafness
    finally:
        client.close()


def _end(pool: BasePool) -> None:
    """Nothing is running, so there is nothing to wait for; and what is broken may not be asked to stop nicely."""
    pool.terminate()
    os._exit(DEAF)


app.steps["consumer"].add(SweepOnConnect)
app.steps["worker"].add(Ear)


@signals.setup_logging.connect
def _log_as_json(**_: Any) -> None:
    logs.configure(settings.current())


@signals.celeryd_init.connect
def _serve_numbers(**_: Any) -> None:
    metrics.serve(settings.current())


@signals.worker_before_create_process.connect
def _share_what_is_there(**_: Any) -> None:
    """The collector would write into every object that the children have from us, and so make a copy of it."""
    gc.freeze()


@signals.worker_process_init.connect
def _own_connections(**_: Any) -> None:
    forget_connections()


@signals.worker_process_init.connect
def _look_for_rings_less_often(**_: Any) -> None:
    """What a task makes goes without the collector, which looked through every page of rows that is read."""
    gc.set_threshold(10_000)


_started: dict[str, float] = {}


@signals.task_prerun.connect
def _note_start(task_id: str, **_: Any) -> None:
    _started[task_id] = time.monotonic()


@signals.task_postrun.connect
def _note_end(task_id: str, task: Any, state: str | None = None, **_: Any) -> None:
    began = _started.pop(task_id, None)
    if began is not None:
        metrics.TASK_SECONDS.labels(task.name, state or "UNKNOWN").observe(time.monotonic() - began)
