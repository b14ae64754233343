"""Work on cards that takes its time: trainings, and tests of what a card recalls. The cards lie on the shelf."""

from django.conf import settings
from django.db import models

from webapp.graphs.models import Graph


class CardJob(models.Model):
    """A card to be trained or tested. `match` narrows the graph it is made of; texts lie in the job's folder."""

    class What(models.TextChoices):
        """What is done."""

        TRAIN = "train"
        TEST = "test"

    class State(models.TextChoices):
        """Where it stands. What was stopped has a checkpoint to go on from."""

        WAITING = "waiting"
        RUNNING = "running"
        DONE = "done"
        FAILED = "failed"
        STOPPED = "stopped"

    graph = models.ForeignKey(Graph, models.CASCADE, related_name="card_jobs")
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="card_jobs")
    what = models.CharField(max_length=8, choices=What, default=What.TRAIN)
    name = models.CharField(max_length=60)
    knows = models.CharField(max_length=300, blank=True)
    licence = models.CharField(max_length=200, blank=True)
    texts = models.JSONField(default=list)  # names of files in the job's folder; none: the graph itself
    match = models.JSONField(default=dict)
    recipe = models.JSONField(default=dict)
    state = models.CharField(max_length=12, choices=State, default=State.WAITING)
    stage = models.CharField(max_length=12, blank=True)
    step = models.PositiveIntegerField(default=0)
    steps = models.PositiveIntegerField(default=0)
    loss = models.FloatField(null=True)
    left = models.FloatField(null=True)  # seconds
    error = models.TextField(blank=True)
    process = models.CharField(max_length=60, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-created_at", "-id")

    def __str__(self) -> str:
        return f"{self.what} {self.name} of {self.graph}"

    @property
    def over(self) -> bool:
        """Whether nothing more will happen to it by itself."""
        return self.state not in (self.State.WAITING, self.State.RUNNING)

    @property
    def again(self) -> bool:
        """Whether it can go on."""
        return self.state in (self.State.FAILED, self.State.STOPPED)

    @property
    def minutes_left(self) -> int | None:
        """About how many minutes are left, None where nobody knows."""
        return None if self.left is None else max(1, round(self.left / 60))
