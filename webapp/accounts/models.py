"""The audit log: what happened that somebody may have to answer for."""

from typing import Any, NoReturn

from django.db import models


class Kept(models.QuerySet):
    """Rows that only grow in number."""

    def update(self, **_: Any) -> NoReturn:
        """Refuse."""
        raise TypeError("The audit log is not changed.")

    def delete(self) -> NoReturn:
        """Refuse."""
        raise TypeError("The audit log is not shortened.")


class AuditEntry(models.Model):
    """Who did what when. It names people and graphs as they were called, so that it outlives them."""

    at = models.DateTimeField(auto_now_add=True, db_index=True)
    action = models.CharField(max_length=40)
    person = models.CharField(max_length=150, blank=True)  # empty: a command, or nobody who is known
    graph = models.CharField(max_length=60, blank=True, db_index=True)
    detail = models.JSONField(default=dict)

    objects = Kept.as_manager()

    class Meta:
        ordering = ("-id",)

    def __str__(self) -> str:
        return f"{self.person or 'somebody'}: {self.action} {self.graph}".strip()

    def save(self, *args: Any, **options: Any) -> None:
        """Add the entry; raise TypeError for one that is there."""
        if self.pk is not None:
            raise TypeError("The audit log is not changed.")
        super().save(*args, **options)

    def delete(self, *_: Any, **__: Any) -> NoReturn:
        """Refuse."""
        raise TypeError("The audit log is not shortened.")
