"""Tokens by day."""

from django.db import models


class Day(models.Model):
    """What the language model read and wrote on one day (UTC); what calls under way may still cost is in it."""

    day = models.DateField(unique=True)
    tokens = models.BigIntegerField(default=0)
    calls = models.BigIntegerField(default=0)

    class Meta:
        ordering = ("-day",)

    def __str__(self) -> str:
        return f"{self.day}: {self.tokens}, {self.calls}"
