"""The review queue: which proposals are shown, in what order, and which one is looked at."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any
from urllib.parse import urlencode

from django.contrib.auth import get_user_model
from django.contrib.auth.models import AbstractBaseUser
from django.db.models import Count, Q, QuerySet
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from webapp.curate.models import Proposal
from webapp.graphs.access import ROLES, Act
from webapp.graphs.models import Graph

State = Proposal.State
WINDOW = 25  # proposals listed at once
BEFORE = 5  # of them before the one that is looked at
MOST = 20_000  # proposals that a queue orders
SORTS = {
    "new": (_("newest first"), ("-id",)),
    "old": (_("oldest first"), ("id",)),
    "sure": (_("surest first"), ("-confidence", "id")),
    "unsure": (_("least sure first"), ("confidence", "id")),
    "subject": (_("by what they are about"), ("subject_name", "subject", "id")),
    "who": (_("by who proposed them"), ("proposer_name", "source", "id")),
}
STATES = {"open": _("waiting"), "accepted": _("accepted"), "rejected": _("rejected")}
LONGEST = 200


@dataclass(frozen=True)
class Filter:
    """What a curator chose to see. `assigned` is "me", "nobody" or empty."""

    state: str = "open"
    sort: str = "old"
    q: str = ""
    who: str = ""
    assigned: str = ""
    subject: str = ""

    @classmethod
    def read(cls, data: QueryDict) -> "Filter":
        """Read a filter from an address or a form; what is no choice is left out."""
        given = {key: data.get(key, "")[:LONGEST] for key in ("state", "sort", "q", "who", "assigned", "subject")}
        given["state"] = given["state"] if given["state"] in STATES else "open"
        given["sort"] = given["sort"] if given["sort"] in SORTS else "old"
        given["assigned"] = given["assigned"] if given["assigned"] in ("me", "nobody") else ""
        return cls(**{key: value.replace("\x00", "") for key, value in given.items()})

    @property
    def address(self) -> str:
        """The filter as the end of an address."""
        usual = Filter()
        return urlencode({key: value for key, value in vars(self).items() if value != getattr(usual, key)})

    def but(self, **other: str) -> "Filter":
        """Return the same with other choices."""
        return replace(self, **other)


def listed(graph: Graph, chosen: Filter, me: AbstractBaseUser) -> QuerySet[Proposal]:
    """Return the proposals that a filter shows, in its order."""
    found = graph.proposals.filter(state=chosen.state)
    if chosen.state == State.OPEN:
        found = found.filter(commit=None)
    for word in chosen.q.split()[:8]:
        found = found.filter(Q(words__icontains=word) | Q(sentence__icontains=word) | Q(subject_name__icontains=word))
    if chosen.who:
        found = found.filter(proposer_name=chosen.who)
    if chosen.subject:
        found = found.filter(subject=chosen.subject)
    if chosen.assigned:
        found = found.filter(assigned=me if chosen.assigned == "me" else None)
    return found.order_by(*SORTS[chosen.sort][1])


@dataclass(frozen=True)
class Place:
    """Where in a queue one is: all its numbers, the number looked at, and those listed around it."""

    numbers: tuple[int, ...]
    at: int | None
    around: tuple[int, ...]

    @property
    def position(self) -> int:
        """Which one it is, from 1; 0 for none."""
        return self.numbers.index(self.at) + 1 if self.at is not None else 0

    @property
    def next(self) -> int | None:
        """The one after it, or None."""
        return self._beside(1)

    @property
    def before(self) -> int | None:
        """The one before it, or None."""
        return self._beside(-1)

    def _beside(self, step: int) -> int | None:
        place = self.position - 1 + step
        return self.numbers[place] if self.position and 0 <= place < len(self.numbers) else None


def place(found: QuerySet[Proposal], at: int | None, skipped: Sequence[int] = ()) -> Place:
    """Look at a proposal of a queue, or at the first that was not skipped."""
    numbers = tuple(found.values_list("pk", flat=True)[:MOST])
    if at not in numbers:
        at = next((each for each in numbers if each not in skipped), numbers[0] if numbers else None)
    if at is None:
        return Place((), None, ())
    start = max(0, min(numbers.index(at) - BEFORE, len(numbers) - WINDOW))
    return Place(numbers, at, numbers[start : start + WINDOW])


def counts(graph: Graph) -> dict[str, int]:
    """Return how many proposals there are in each state."""
    found = graph.proposals.values_list("state").annotate(count=Count("pk")).order_by()
    return {**dict.fromkeys(STATES, 0), **dict(found)}


def groups(found: QuerySet[Proposal], field: str) -> list[dict[str, Any]]:
    """Return the largest groups of a queue by a field: {the field's value, "count"}."""
    named = ("subject", "subject_name") if field == "subject" else (field,)
    largest = found.order_by().values(*named).annotate(count=Count("pk")).order_by("-count", *named)
    return [each for each in largest[:12] if each[field]]


def curators(graph: Graph) -> QuerySet[Any]:
    """Return those who may decide."""
    roles = [role for role, acts in ROLES.items() if Act.CURATE in acts]
    return get_user_model().objects.filter(memberships__graph=graph, memberships__role__in=roles, is_active=True)
