"""Commits, proposals and what is said of them, and pairs of nodes that are to stay two."""

from uuid import uuid4

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from webapp import jobs
from webapp.graphs.models import Graph

LONGEST_ID = 500


class Commit(models.Model):
    """A change of a graph: who, when, why, from what source, before and after.

    It is written as pending, applied to the store under its id, and marked; `commits.mend` ends what a crash left
    between. `undoes` is the commit that this one takes back; `gone` and `kept` are the ids of a merge.

    One that is `noted` (a load, or what takes one back) is done in batches by `process`; it has no `changes`, and
    what it did to its `size` things stands in a file of notes.
    """

    class State(models.TextChoices):
        """How far it is."""

        PENDING = "pending", _("Pending")
        APPLIED = "applied", _("Applied")
        REFUSED = "refused", _("Refused")

    class Kind(models.TextChoices):
        """What it is."""

        EDIT = "edit", _("Edit")
        MERGE = "merge", _("Merge")
        SPLIT = "split", _("Split")
        PROPOSALS = "proposals", _("Proposals")
        BULK = "bulk", _("Bulk")
        UNDO = "undo", _("Undo")
        LOAD = "load", _("Load")

    id = models.UUIDField(primary_key=True, default=uuid4, editable=False)
    graph = models.ForeignKey(Graph, models.CASCADE, related_name="commits")
    state = models.CharField(max_length=10, choices=State, default=State.PENDING)
    kind = models.CharField(max_length=12, choices=Kind, default=Kind.EDIT)
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="commits")
    author_name = models.CharField(max_length=150, blank=True)
    reason = models.TextField(blank=True)
    source = models.CharField(max_length=300, blank=True)
    summary = models.CharField(max_length=200, blank=True)
    changes = models.JSONField()
    touched = models.JSONField(default=list)  # {"before", "after"} of each thing, once applied
    undoes = models.ForeignKey("self", models.SET_NULL, null=True, related_name="undone_by")
    gone = models.CharField(max_length=LONGEST_ID, blank=True, db_index=True)
    kept = models.CharField(max_length=LONGEST_ID, blank=True)
    why_refused = models.TextField(blank=True)
    noted = models.BooleanField(default=False)
    size = models.PositiveIntegerField(default=0)
    process = models.CharField(max_length=60, blank=True)
    made_at = models.DateTimeField(auto_now_add=True)
    applied_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-made_at",)
        indexes = (models.Index(fields=("graph", "-made_at"), name="commits_of_a_graph"),)

    def __str__(self) -> str:
        return self.reason or self.summary or str(self.pk)

    @property
    def undone(self) -> bool:
        """Whether a later commit took it back, in part at least."""
        return any(each.state == Commit.State.APPLIED for each in self.undone_by.all())


class Job(jobs.Job):
    """Work on a graph that is too long for a page: looking what can be taken back of a commit, or taking it back."""

    class What(models.TextChoices):
        """What is done."""

        LOOK = "look", _("Look")
        UNDO = "undo", _("Undo")
        PAIRS = "pairs", _("Pairs")

    graph = models.ForeignKey(Graph, models.CASCADE, related_name="curation_jobs")
    what = models.CharField(max_length=8, choices=What)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="curation_jobs")
    commit = models.ForeignKey(Commit, models.CASCADE, null=True, related_name="jobs")
    made = models.ForeignKey(Commit, models.SET_NULL, null=True, related_name="made_by_jobs")
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    result = models.JSONField(default=dict)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-id",)

    def __str__(self) -> str:
        return f"{self.what} of {self.graph}"


class Proposal(models.Model):
    """A change that waits for a curator. `fingerprint` is alike for the same change proposed again."""

    class State(models.TextChoices):
        """What became of it."""

        OPEN = "open", _("Open")
        ACCEPTED = "accepted", _("Accepted")
        REJECTED = "rejected", _("Rejected")
        REPEATED = "repeated", _("Repeated")  # another asks for the same; what becomes of that becomes of this

    graph = models.ForeignKey(Graph, models.CASCADE, related_name="proposals")
    state = models.CharField(max_length=10, choices=State, default=State.OPEN)
    words = models.TextField()
    changes = models.JSONField()
    sentence = models.TextField(blank=True)
    confidence = models.FloatField(default=1.0)
    why = models.TextField(blank=True)
    subject = models.CharField(max_length=LONGEST_ID, blank=True)
    subject_name = models.CharField(max_length=300, blank=True)
    source = models.CharField(max_length=300, blank=True)
    place = models.CharField(max_length=300, blank=True)  # the address of a page that shows the sentence
    proposer = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="proposals")
    proposer_name = models.CharField(max_length=150, blank=True)
    run = models.UUIDField(null=True, db_index=True)
    fingerprint = models.CharField(max_length=64)
    repeats = models.ForeignKey("self", models.SET_NULL, null=True, related_name="repeated_by")
    assigned = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="assignments")
    decided_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="decisions")
    decided_at = models.DateTimeField(null=True)
    reason = models.TextField(blank=True)  # of the decision
    commit = models.ForeignKey(Commit, models.SET_NULL, null=True, related_name="proposals")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("-id",)
        indexes = (
            models.Index(fields=("graph", "state", "-id"), name="proposals_by_state"),
            models.Index(fields=("graph", "fingerprint"), name="proposals_alike"),
        )

    def __str__(self) -> str:
        return self.words[:80]


class Comment(models.Model):
    """What a curator or the proposer says of a proposal."""

    proposal = models.ForeignKey(Proposal, models.CASCADE, related_name="comments")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="comments")
    author_name = models.CharField(max_length=150)
    text = models.TextField()
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.author_name}: {self.text[:60]}"


class GraphRule(models.Model):
    """A rule that curators made for a graph, beside those that its declaration has."""

    graph = models.ForeignKey(Graph, models.CASCADE, related_name="rules")
    data = models.JSONField()  # a Rule of agents/declaration.py
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="rules")
    made_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return str(self.data)


class KeptApart(models.Model):
    """Two nodes that look alike and are not one; `one` is the lesser id."""

    graph = models.ForeignKey(Graph, models.CASCADE, related_name="kept_apart")
    one = models.CharField(max_length=LONGEST_ID)
    other = models.CharField(max_length=LONGEST_ID)
    reason = models.TextField(blank=True)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="kept_apart")
    by_name = models.CharField(max_length=150)
    at = models.DateTimeField(auto_now_add=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("graph", "one", "other"), name="kept_apart_once"),)

    def __str__(self) -> str:
        return f"{self.one} and {self.other}"
