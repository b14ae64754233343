"""Graphs as people know them, who belongs to them, and the loads that fill them."""

from django.conf import settings
from django.db import models
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from webapp.jobs import Job

INVITATION_DAYS = 14


class Graph(models.Model):
    """A graph of the store, with what readers are told of it. `slug` is its name there and in addresses."""

    slug = models.SlugField(unique=True, max_length=60)
    title = models.CharField(max_length=200)
    description = models.TextField(blank=True)
    licence = models.CharField(max_length=200, blank=True)
    attribution = models.TextField(blank=True)
    public = models.BooleanField(default=False)
    invitable = models.BooleanField(default=True)
    created_at = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ("title", "slug")

    def __str__(self) -> str:
        return self.title or self.slug

    @property
    def openness(self) -> str:
        """Who may come in: "public", "invitation" (a manager's link lets in) or "private" (managers name people)."""
        return "public" if self.public else "invitation" if self.invitable else "private"


class Membership(models.Model):
    """What a person is to a graph."""

    class Role(models.TextChoices):
        """From the least to the most that one may do."""

        READER = "reader", _("Reader")
        CONTRIBUTOR = "contributor", _("Contributor")
        CURATOR = "curator", _("Curator")
        MANAGER = "manager", _("Manager")

    user = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="memberships")
    graph = models.ForeignKey(Graph, models.CASCADE, related_name="memberships")
    role = models.CharField(max_length=12, choices=Role, default=Role.READER)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("user", "graph"), name="one_role_a_graph"),)

    def __str__(self) -> str:
        return f"{self.user} is {self.role} of {self.graph}"


class Invitation(models.Model):
    """A link that lets whoever has it into a graph until it ends or is taken back. The link's secret is not kept."""

    graph = models.ForeignKey(Graph, models.CASCADE, related_name="invitations")
    role = models.CharField(max_length=12, choices=Membership.Role, default=Membership.Role.READER)
    secret = models.CharField(max_length=64, unique=True)  # its SHA-256
    made_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.CASCADE, related_name="invitations")
    made_at = models.DateTimeField(auto_now_add=True)
    ends_at = models.DateTimeField()

    class Meta:
        ordering = ("-made_at",)

    def __str__(self) -> str:
        return f"{self.graph}: {self.role}"

    @property
    def over(self) -> bool:
        """Whether it lets nobody in any more."""
        return self.ends_at <= timezone.now()


class LoadJob(Job):
    """A file on its way into a graph. `total` is in bytes of the file, where known; `process` is the worker's name."""

    graph = models.ForeignKey(Graph, models.CASCADE, related_name="jobs")
    uploaded_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.SET_NULL, null=True, related_name="jobs")
    file_name = models.CharField(max_length=200)
    path = models.CharField(max_length=500)
    format = models.CharField(max_length=20, blank=True)
    pack = models.CharField(max_length=60, blank=True)
    done = models.BigIntegerField(default=0)
    total = models.BigIntegerField(null=True)
    rate = models.FloatField(default=0.0)
    result = models.JSONField(default=dict)
    rejects = models.CharField(max_length=500, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    started_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-created_at", "-id")

    def __str__(self) -> str:
        return f"{self.file_name} into {self.graph}"
