"""The reins of a run: whoever holds them pauses it, changes its plan, lets it go on, or starts it over.

A run looks at them before each of its steps; a step that is under way is finished first. The plan may be changed
until it is carried out.
"""

import asyncio
from dataclasses import dataclass

CARRIED_OUT = "gather"  # the step that carries out the plan
LAST = "answer"  # the step from which on a run is not started over: it speaks already


class StartOver(Exception):
    """The run is to begin again, with nothing changed."""


@dataclass(frozen=True)
class Change:
    """What a person wants of a plan: which of its steps are left out (by number), and which reading is taken."""

    dropped: frozenset[int] | None = None
    reading: int | None = None


class Reins:
    """The reins of one run. `hold`: pause it before its plan is carried out."""

    def __init__(self, hold: bool = False) -> None:
        self._paused = False
        self._hold = hold
        self._over = False
        self._changes: list[Change] = []
        self._moved = asyncio.Event()
        self._passed: set[str] = set()

    def pause(self) -> None:
        """Let the run wait before its next step."""
        self._paused = True

    def go_on(self) -> None:
        """Let the run go on."""
        self._paused = self._hold = False
        self._moved.set()

    def change(self, change: Change) -> bool:
        """Change the plan; say whether it was not carried out yet."""
        if CARRIED_OUT in self._passed:
            return False
        self._changes.append(change)
        self._moved.set()
        return True

    def start_over(self) -> bool:
        """Begin the run again, held before its plan if it is held now; say whether it had not begun to answer."""
        if LAST in self._passed:
            return False
        self._hold, self._paused = self._paused or self._hold, False
        self._over = True
        self._moved.set()
        return True

    def next_request(self) -> None:
        """Let the plan of the message's next request be changed as well."""
        self._passed.discard(CARRIED_OUT)

    # --- what the run asks ------------------------------------------------------------------------

    def holds(self, step: str) -> bool:
        """Whether the run has to wait before a step."""
        return self._paused or (self._hold and step == CARRIED_OUT)

    async def moved(self) -> None:
        """Wait until something was asked of the run; raise StartOver where it is to begin again."""
        await self._moved.wait()
        self._moved.clear()
        self.look()

    def look(self) -> None:
        """Raise StartOver where the run is to begin again."""
        if self._over:
            self._over = False
            self._changes.clear()
            self._passed.clear()
            raise StartOver

    def taken(self) -> list[Change]:
        """Return the changes that were asked for since the last look."""
        changes, self._changes = self._changes, []
        return changes

    def let_through(self, step: str) -> None:
        """Note that the run begins a step."""
        self._passed.add(step)
