"""`manage.py demo`: the demo graphs, a curator, a worker and the server, until stopped."""

from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import CommandError

from webapp.accounts.curator import make_curator
from webapp.accounts.database import migrate
from webapp.graphs import filling, serving
from webapp.graphs.command import EngineCommand
from webapp.graphs.models import Membership
from webapp.graphs.progress import Shown

PACKS = ("medical", "legal")
CURATOR = "curator"


class Command(EngineCommand):
    """Makes the demo ready, loading nothing twice, and serves it."""

    help = "Load the demo graphs unless they are there, and serve them with a worker beside."
    stopped = "Stopped while loading. Run it again to go on from there."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take where to serve."""
        parser.add_argument("--host", default="127.0.0.1", help="the address to serve on (default: 127.0.0.1)")
        parser.add_argument("--port", type=int, default=8000, help="the port to serve on (default: 8000)")

    def work(self, host: str, port: int, **_: Any) -> None:
        """Prepare and serve."""
        if not serving.is_free(host, port):
            raise CommandError(f"Port {port} of {host} is in use; choose another: make demo PORT={port + 1}")
        migrate()
        password = make_curator(CURATOR)
        for name in PACKS:
            self._fill(name)
        self._greet(host, port, password)
        code = serving.serve(host, port)
        if code:
            raise CommandError("The server ended by itself; what it said stands above.", returncode=code)

    def _fill(self, name: str) -> None:
        from agents.packs.pack import pack

        domain = pack(name)
        if not filling.holds(name, domain):
            with Shown(f"Loading {name}", self.stderr._out) as shown:
                result = filling.fill(name, (), domain, None, shown)
            self.stdout.write(result.sentence)
        graph = filling.enlist(name, public=True)
        _make_curator_of(graph)

    def _greet(self, host: str, port: int, password: str | None) -> None:
        shown = f"[{host}]" if ":" in host else host
        self.stdout.write(f"\nLoregraph is at http://{shown}:{port}/ (Ctrl-C stops it)")
        if password:
            self.stdout.write(f"Sign in as '{CURATOR}' with the password {password} (it is not shown again)")
        else:
            self.stdout.write(
                f"Sign in as '{CURATOR}'; a new password: .venv/bin/python manage.py make_curator --reset"
            )
        if host not in settings.ALLOWED_HOSTS:
            self.stdout.write("Set LOREGRAPH_HOSTS to the names under which others reach it; it answers to no other.")
        self.stdout.flush()


def _make_curator_of(graph: Any) -> None:
    from django.contrib.auth import get_user_model

    curator = get_user_model().objects.filter(username=CURATOR).first()
    if curator:
        role = {"role": Membership.Role.CURATOR}
        Membership.objects.get_or_create(user=curator, graph=graph, defaults=role)
