"""Questions whose source is known: what the router learns from beside thumbs."""

from django.db import models

from webapp.graphs.models import Graph


class GoldQuestion(models.Model):
    """A question of a graph that a source is, or is not, there for."""

    graph = models.ForeignKey(Graph, models.CASCADE, related_name="gold_of_sources")
    source = models.CharField(max_length=200)
    question = models.CharField(max_length=1000)
    right = models.BooleanField(default=True)

    class Meta:
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=("graph", "source", "question"), name="one_gold_a_source"),)

    def __str__(self) -> str:
        return f"{self.question} → {self.source}"
