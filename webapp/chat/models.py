"""Conversations, what was said in them, and the runs with every event they told."""

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from webapp.graphs.models import Graph


class Conversation(models.Model):
    """A talk about one graph. It belongs to `owner`, or to the nameless `visitor` of one browser session.

    Its runs are a tree, for a question may be asked anew; `leaf` is the last run of the branch that is shown.
    `share` is the secret of the link by which anybody may read it, None where there is none.
    """

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    graph = models.ForeignKey(Graph, models.CASCADE, related_name="conversations")
    owner = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, null=True, related_name="conversations")
    visitor = models.CharField(max_length=40, blank=True, db_index=True)
    title = models.CharField(max_length=80, blank=True)
    leaf = models.ForeignKey("Run", models.SET_NULL, null=True, related_name="+")
    share = models.CharField(max_length=43, null=True, unique=True, editable=False)
    created_at = models.DateTimeField(auto_now_add=True)
    changed_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ("-changed_at",)

    def __str__(self) -> str:
        return self.title or gettext("New conversation")


class Run(models.Model):
    """One question on its way to an answer.

    `process` is the name of the server process that works on it; `stop_asked` reaches it from another one.
    `after` is the run that it follows; runs that follow the same one are ways to ask the same turn.
    """

    class State(models.TextChoices):
        """Where a run stands."""

        RUNNING = "running", _("Running")
        DONE = "done", _("Done")
        STOPPED = "stopped", _("Stopped")
        FAILED = "failed", _("Failed")
        INTERRUPTED = "interrupted", _("Interrupted")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    conversation = models.ForeignKey(Conversation, models.CASCADE, related_name="runs")
    after = models.ForeignKey("self", models.SET_NULL, null=True, related_name="next")
    question = models.TextField()
    state = models.CharField(max_length=12, choices=State, default=State.RUNNING)
    process = models.CharField(max_length=60, blank=True)
    stop_asked = models.BooleanField(default=False)
    started_at = models.DateTimeField(auto_now_add=True)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("started_at",)
        indexes = (  # each question counts those of the last minute and those under way
            models.Index(fields=("started_at",), name="runs_by_start"),
            models.Index(fields=("state",), condition=models.Q(state="running"), name="runs_under_way"),
        )
        constraints = (
            models.UniqueConstraint(
                fields=("conversation",), condition=models.Q(state="running"), name="one_run_at_a_time"
            ),
        )

    def __str__(self) -> str:
        return self.question[:80]


class RunEvent(models.Model):
    """Something a run told; `seq` rises from 1 without a gap."""

    run = models.ForeignKey(Run, models.CASCADE, related_name="events")
    seq = models.PositiveIntegerField()
    type = models.CharField(max_length=40)
    payload = models.JSONField()
    at = models.DateTimeField()

    class Meta:
        ordering = ("run", "seq")
        constraints = (models.UniqueConstraint(fields=("run", "seq"), name="one_event_a_number"),)

    def __str__(self) -> str:
        return f"{self.seq} {self.type}"

    def wire(self) -> dict:
        """Return the event as sockets and pages get it."""
        place = {"type": self.type, "run": str(self.run_id), "seq": self.seq, "at": self.at.isoformat()}
        return {**self.payload, **place}


class Message(models.Model):
    """What a person or Loregraph said."""

    class Role(models.TextChoices):
        """Who speaks."""

        PERSON = "person", _("Person")
        LOREGRAPH = "loregraph", _("Loregraph")

    conversation = models.ForeignKey(Conversation, models.CASCADE, related_name="messages")
    run = models.ForeignKey(Run, models.CASCADE, null=True, related_name="messages")
    role = models.CharField(max_length=10, choices=Role)
    text = models.TextField()
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.role}: {self.text[:60]}"


class Feedback(models.Model):
    """Whether an answer helped whoever asked, and why not: for the graph's curators."""

    class Thumb(models.TextChoices):
        """The verdict."""

        UP = "up", _("Up")
        DOWN = "down", _("Down")

    run = models.OneToOneField(Run, models.CASCADE, related_name="feedback")
    thumb = models.CharField(max_length=4, choices=Thumb)
    reason = models.CharField(max_length=500, blank=True)
    given_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ("-given_at",)

    def __str__(self) -> str:
        return f"{self.thumb}: {self.reason[:60]}"
