"""Who may read and who may load a graph: every page, socket and command of the site asks here."""

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db.models import Q, QuerySet
from django.http import Http404

from webapp.graphs.models import LOADERS, Graph

Person = AbstractBaseUser | AnonymousUser


def readable_graphs(user: Person) -> QuerySet[Graph]:
    """Return the graphs that a person may read: public ones, and those they belong to."""
    if getattr(user, "is_superuser", False) and user.is_active:
        return Graph.objects.all()
    if not user.is_authenticated or not user.is_active:
        return Graph.objects.filter(public=True)
    return Graph.objects.filter(Q(public=True) | Q(memberships__user=user)).distinct()


def may_read(user: Person, graph: Graph) -> bool:
    """Say whether a person may read a graph."""
    return readable_graphs(user).filter(pk=graph.pk).exists()


def may_load(user: Person, graph: Graph) -> bool:
    """Say whether a person may load files into a graph."""
    if not user.is_authenticated or not user.is_active:
        return False
    return user.is_superuser or graph.memberships.filter(user=user, role__in=LOADERS).exists()


def for_reader(user: Person, slug: str) -> Graph:
    """Return the graph of that name; raise Http404 alike where there is none and where it is private."""
    graph = readable_graphs(user).filter(slug=slug).first()
    if graph is None:
        raise Http404("There is no such graph, or it is not open to you.")
    return graph


def for_loader(user: Person, slug: str) -> Graph:
    """Return the graph of that name for somebody who may load it; raise Http404 as for one that is not there."""
    graph = for_reader(user, slug)
    if not may_load(user, graph):
        raise Http404("There is no such graph, or it is not open to you.")
    return graph
