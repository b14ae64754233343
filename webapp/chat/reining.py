"""The runs of this process whose reins a person may take: pause, go on, change the plan, start over."""

from typing import TYPE_CHECKING
from uuid import UUID

from django.utils.translation import gettext

from webapp.chat.protocol import Alter, Continue, Pause, Refused, Reset

if TYPE_CHECKING:
    from agents.reins import Reins

_held: "dict[UUID, Reins]" = {}


def take(run: UUID, hold: bool) -> "Reins":
    """Return the reins of a run that begins."""
    from agents.reins import Reins

    _held[run] = Reins(hold)
    return _held[run]


def of(run: UUID) -> "Reins | None":
    """Return the reins of a run of this process."""
    return _held.get(run)


def drop(run: UUID) -> None:
    """Forget a run that is over."""
    _held.pop(run, None)


def steer(message: Pause | Continue | Reset | Alter) -> None:
    """Do what a person wants of a run; raise Refused where it is too late for it, or another process has the run."""
    from agents.reins import Change

    reins = _held.get(message.run)
    if reins is None:
        raise Refused(gettext("That run is not under way here; it cannot be held."))
    match message:
        case Pause():
            reins.pause()
        case Continue():
            reins.go_on()
        case Reset():
            if not reins.start_over():
                raise Refused(gettext("The answer is being written already; ask again instead."))
        case Alter(_, dropped, reading):
            if not reins.change(Change(dropped, reading)):
                raise Refused(gettext("The plan was carried out already; ask again instead."))
