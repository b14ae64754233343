"""Runs over gold, every one kept."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from webapp.graphs.models import Graph
from webapp.jobs import Job


class Measurement(Job):
    """A file of gold put to a graph: `rows` has what each thing asked came to, `report` the figures."""

    class What(models.TextChoices):
        """What is measured."""

        QA = "qa", _("Questions and their answers")
        INTENTS = "intents", _("Kinds of request")
        LINKING = "linking", _("Names in texts")

    graph = models.ForeignKey(Graph, models.CASCADE, related_name="measurements")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="measurements")
    what = models.CharField(max_length=12, choices=What, default=What.QA)
    file_name = models.CharField(max_length=200)
    gold = models.TextField()
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    bad_lines = models.TextField(blank=True)
    report = models.JSONField(default=dict)
    rows = models.JSONField(default=list)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-created_at", "-id")

    def __str__(self) -> str:
        return f"{self.file_name} on {self.graph}"
