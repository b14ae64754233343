"""Serve the site as it is, on a port and a data folder of its own, with the scripted pipeline in it.

LOREGRAPH_DATA=FOLDER python -m tests.browser.serve PORT
"""

import os
import sys
from types import SimpleNamespace

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "webapp.settings")

CURATOR, ADMIN, PASSWORD = "carl", "ada", "a password of the tests"


def main(port: str) -> None:
    """Make the data, put the scripted pipeline in place and serve until stopped."""
    import django

    django.setup()
    from django.core.management import call_command

    call_command("migrate", verbosity=0)
    from django.contrib.auth import get_user_model

    if not get_user_model().objects.exists():  # a server that is started again finds them
        people_and_graphs()
    scripted()
    from daphne.cli import CommandLineInterface

    CommandLineInterface().run(["-b", "127.0.0.1", "-p", port, "-v", "0", "webapp.asgi:application"])


def people_and_graphs() -> None:
    """Make Carl, who curates, the sky, and other graphs beside it."""
    from django.contrib.auth import get_user_model

    from tests.browser import garden, sky, workshop
    from webapp import engine
    from webapp.graphs.models import Graph, Membership

    store = engine.store()
    for slug in (sky.GRAPH, "empty"):
        store.create(slug)
    store.declare(sky.GRAPH, sky.DECLARATION)
    store.load(sky.GRAPH, [*sky.nodes(), *sky.edges()])
    told = {name: getattr(sky.DECLARATION, name) for name in ("title", "description", "licence", "attribution")}
    graph = Graph.objects.create(slug=sky.GRAPH, public=True, **told)
    Graph.objects.create(slug="empty", title="An empty graph", public=True)
    carl = get_user_model().objects.create_user(CURATOR, password=PASSWORD, is_staff=True)
    Membership.objects.create(user=carl, graph=graph, role=Membership.Role.CURATOR)
    get_user_model().objects.create_superuser(ADMIN, password=PASSWORD)
    garden.plant(store, PASSWORD)
    garden.water(carl)
    workshop.furnish(store, carl)


def scripted() -> None:
    """Answer with scenes instead of the engine."""
    from tests.browser import script
    from webapp import engine

    engine.kit = lambda: SimpleNamespace(store=engine.store())
    engine.pipeline = lambda: script


if __name__ == "__main__":
    main(sys.argv[1])
