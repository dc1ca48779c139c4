"""Shallow: the Celery app, its doorbells, and tasks of three lines."""
