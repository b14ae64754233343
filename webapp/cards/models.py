"""Work on cards that takes its time: trainings, and tests of what a card recalls. The cards lie on the shelf."""

from pathlib import Path

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from webapp.graphs.models import Graph
from webapp.jobs import Job


class CardJob(Job):
    """A card to be trained or tested. `match` narrows the graph it is made of; texts lie in the job's folder.

    What was cancelled has a checkpoint to go on from.
    """

    class What(models.TextChoices):
        """What is done."""

        TRAIN = "train", _("Train")
        TEST = "test", _("Test")

    graph = models.ForeignKey(Graph, models.CASCADE, related_name="card_jobs")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="card_jobs")
    what = models.CharField(max_length=8, choices=What, default=What.TRAIN)
    name = models.CharField(max_length=60)
    knows = models.CharField(max_length=300, blank=True)
    licence = models.CharField(max_length=200, blank=True)
    texts = models.JSONField(default=list)  # names of files in the job's folder; none: the graph itself
    match = models.JSONField(default=dict)
    recipe = models.JSONField(default=dict)
    stage = models.CharField(max_length=12, blank=True)
    step = models.PositiveIntegerField(default=0)
    steps = models.PositiveIntegerField(default=0)
    loss = models.FloatField(null=True)
    left = models.FloatField(null=True)  # seconds
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-created_at", "-id")

    def __str__(self) -> str:
        return f"{self.what} {self.name} of {self.graph}"

    @property
    def folder(self) -> Path:
        """Where its texts and checkpoints lie."""
        return Path(settings.LOREGRAPH_DATA) / "trainings" / str(self.pk)

    @property
    def minutes_left(self) -> int | None:
        """About how many minutes are left, None where nobody knows."""
        return None if self.left is None else max(1, round(self.left / 60))
