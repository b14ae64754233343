"""The day's purse, shared by every process: one statement of the database takes tokens out of it, or does not."""

from datetime import UTC, date, datetime

from channels.db import database_sync_to_async
from django.db.models import F
from django.utils.formats import number_format
from django.utils.translation import gettext

from agents.errors import BudgetSpent
from agents.llms.metered import Pay
from webapp.spending.models import Day


class DayPurse:
    """So many tokens a day (UTC)."""

    def __init__(self, budget: int) -> None:
        self.budget = budget

    async def reserve(self, tokens: int) -> Pay:
        """Set tokens aside and return how to pay what was used; raise BudgetSpent where the day has too few left."""
        day = today()
        await database_sync_to_async(self._take)(day, tokens)

        async def pay(used: int) -> None:
            await database_sync_to_async(_give_back)(day, tokens - used)

        return pay

    def _take(self, day: date, tokens: int) -> None:
        Day.objects.get_or_create(day=day)
        left = Day.objects.filter(day=day, tokens__lte=self.budget - tokens)
        if not left.update(tokens=F("tokens") + tokens, calls=F("calls") + 1):
            words = gettext("Today's %(count)s tokens of the language model are used up.")
            raise BudgetSpent(words % {"count": number_format(self.budget, force_grouping=True)})


def today() -> date:
    """Return the day whose purse is open."""
    return datetime.now(UTC).date()


def spent() -> Day:
    """Return what was spent today."""
    return Day.objects.filter(day=today()).first() or Day(day=today())


def _give_back(day: date, tokens: int) -> None:
    Day.objects.filter(day=day).update(tokens=F("tokens") - tokens)
