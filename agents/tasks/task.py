"""What a kind of request has to say for itself.

A task is synchronous and pure but for reads of the kit: the steps run it in a thread. It is a module with
these functions, so that one file holds one kind of request.
"""

from typing import Protocol

from agents.kit import Kit
from agents.state import State


class Task(Protocol):
    """A kind of request: how it is planned and what is made of what was found."""

    def plan(self, state: State, kit: Kit) -> State:
        """Return the state with the look-ups to run (`plan`), and readings where there are any."""

    def reason(self, state: State, kit: Kit) -> State:
        """Return the state with `claims`, and answers, verdict or not_in_graph as they apply."""
