"""What Loregraph's commands share: the database is made if need be, and what goes wrong is one sentence."""

from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from agents.errors import EngineError, StoreUnavailable, UnknownGraph, did_you_mean
from webapp import engine
from webapp.accounts.database import migrate

if TYPE_CHECKING:
    from agents.graphs.store import GraphStore

STOPPED = 130  # the exit code of whatever was ended with Ctrl-C


class EngineCommand(BaseCommand):
    """A command that uses the engine: `work` does it, and its EngineErrors become a sentence and exit 1."""

    requires_system_checks: list[str] = []  # noqa: RUF012 (Django's own attribute)

    def handle(self, **options: Any) -> None:
        """Do the work."""
        try:
            self.work(**options)
        except StoreUnavailable as error:
            raise CommandError(f"{error} ({error.place})" if error.place else str(error)) from error
        except EngineError as error:
            raise CommandError(str(error)) from error
        except KeyboardInterrupt:
            raise CommandError(self.stopped, returncode=STOPPED) from None

    stopped = "Stopped."

    def work(self, **options: Any) -> None:
        """Do what the command is for."""
        raise NotImplementedError


def known_graph(graph: str) -> "GraphStore":
    """Return the store where that graph is; raise CommandError where there is none of that name.

    Where a language model is set, the table that it is paid from is made.
    """
    if settings.LOREGRAPH_CHAT_MODEL:
        migrate()
    store = engine.store()
    names = store.graphs()
    if graph not in names:
        near = did_you_mean(graph, names)
        raise CommandError(f"There is no graph called '{graph}'{near}" if near else str(UnknownGraph(graph)))
    return store
