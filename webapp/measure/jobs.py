"""Measuring from the page: gold is kept, a task puts it to the graph, its row tells how that goes."""

from django.db import transaction
from django.utils.translation import gettext_noop as _

from webapp.graphs.access import Person
from webapp.graphs.models import Graph
from webapp.measure.gold import Gold
from webapp.measure.models import Measurement
from webapp.measure.tasks import measure

LOST = _("The worker was stopped in the middle. Measure again.")


def begin(graph: Graph, user: Person, what: str, name: str, text: str, gold: Gold) -> Measurement:
    """Keep the gold and put its measuring in the queue."""
    asked = {"graph": graph, "asked_by": user, "what": what, "file_name": name, "gold": text}
    one = Measurement.objects.create(**asked, total=len(gold.expected), bad_lines=gold.told_bad)
    transaction.on_commit(lambda: measure.enqueue(one.pk))
    return one
