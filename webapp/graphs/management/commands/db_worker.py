"""`manage.py db_worker`: works on background jobs until stopped, and tells that it lives."""

from typing import Any

from django_tasks_db.management.commands.db_worker import Command as Worker

from webapp import processes


class Command(Worker):
    """The library's worker; /healthz and the page of a load see whether one runs."""

    def handle(self, **options: Any) -> None:
        """Work until stopped."""
        processes.own_name("worker")
        super().handle(**options)
