"""A document of a graph, what is known of it, and the work that is being done on it."""

from django.conf import settings
from django.db import models
from django.utils.translation import gettext_lazy as _

from webapp.graphs.models import Graph
from webapp.jobs import Job

KINDS = {"text": _("plain text"), "markdown": "Markdown", "pdf": "PDF"}


class Document(Job):
    """A document as people know it; its text and passages lie in the index, under its number.

    One work at a time is done on it, in the worker: `step` says what of it, `done` of `total` how far.
    """

    class Work(models.TextChoices):
        """What is done, or was done last."""

        READ = "read", _("Read")  # read, split, embed, link
        LINK = "link", _("Link")  # look again which nodes it mentions
        FIND = "find", _("Find")  # look for facts that the graph lacks

    graph = models.ForeignKey(Graph, models.CASCADE, related_name="documents")
    title = models.CharField(max_length=200)
    file_name = models.CharField(max_length=200)
    kind = models.CharField(max_length=12)
    path = models.CharField(max_length=500, blank=True)  # of the file, until it is read
    added_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="documents")
    added_at = models.DateTimeField(auto_now_add=True)

    characters = models.PositiveIntegerField(default=0)  # 0: not read yet
    pages = models.PositiveIntegerField(default=0)
    passages = models.PositiveIntegerField(default=0)
    mentions = models.PositiveIntegerField(default=0)
    linked_version = models.BigIntegerField(default=0)  # of the graph

    work = models.CharField(max_length=6, choices=Work, default=Work.READ)
    step = models.CharField(max_length=12, blank=True)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    asked_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="+")
    wanted = models.PositiveIntegerField(default=0)  # facts, at most
    found = models.JSONField(default=dict)  # what looking for facts came to

    class Meta:
        ordering = ("-added_at", "-id")

    def __str__(self) -> str:
        return self.title

    @property
    def kind_name(self) -> str:
        """What kind of file it was, as people call it."""
        return str(KINDS.get(self.kind, self.kind))

    @property
    def is_read(self) -> bool:
        """Whether there is text to show."""
        return self.characters > 0
