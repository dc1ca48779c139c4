"""Celery's own names, each with its why. Measured reasons are in docs/operations.md."""

from kombu import Queue

import settings
from schedules import QUEUES
from schedules import beat_schedule as timetable

_settings = settings.current()

broker_url = _settings.redis_url or "redis://127.0.0.1:6379/0"
# Without socket time-outs a half-open connection leaves a worker deaf for minutes while it answers pings.
broker_transport_options = {
    "visibility_timeout": 600,
    "socket_timeout": 10,
    "socket_connect_timeout": 5,
    "socket_keepalive": True,
    "health_check_interval": 5,
}
broker_connection_retry_on_startup = True
broker_connection_max_retries = None
broker_pool_acquire_timeout = 5
redis_socket_timeout = 10

# Rows are the truth and count their own attempts, so a message may come twice or never.
task_acks_late = True
task_reject_on_worker_lost = True
worker_prefetch_multiplier = 1
task_ignore_result = True
task_serializer = "json"
accept_content = ["json"]
task_soft_time_limit = 90
task_time_limit = 120
task_default_queue = "default"
task_create_missing_queues = False
task_queues = [Queue(name) for name in QUEUES]
task_routes = {f"tasks.{name}.*": {"queue": name} for name in QUEUES}

# A deploy lets running tasks end, and SIGTERM alone does that: what runs is waited for, nothing new is taken. The
# soft shutdown is left off, for it sleeps through its whole time-out as soon as one task runs, done or not.
worker_cancel_long_running_tasks_on_connection_loss = True
worker_max_tasks_per_child = 1000
worker_hijack_root_logger = False
worker_send_task_events = True
task_send_sent_event = False

enable_utc = True
timezone = "Asia/Almaty"  # the night of the shop, whatever the server's clock says
beat_schedule = timetable(_settings)
beat_scheduler = "tasks.beat.Scheduler"
beat_max_loop_interval = min(5, _settings.durations.sweep_every)
# RedBeat takes the broker's URL. One of its own would stand in the workers' settings with its password: Celery
# hides that of `broker_url` alone when Flower asks for them.
redbeat_lock_timeout = 15  # its default keeps a new beat waiting for 25 minutes after a kill
redbeat_redis_options = {"socket_timeout": 10, "socket_connect_timeout": 5, "health_check_interval": 5}
