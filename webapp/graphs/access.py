"""Who may do what with a graph: every page, socket, command and export of the site asks `graphs_for`."""

from enum import StrEnum

from django.contrib.auth.models import AbstractBaseUser, AnonymousUser
from django.db.models import Q, QuerySet
from django.http import Http404

from webapp.graphs.models import Graph, Membership

Person = AbstractBaseUser | AnonymousUser
Role = Membership.Role


class Act(StrEnum):
    """What one may want to do with a graph."""

    READ = "read"  # see, search, ask
    EXPORT = "export"  # take all of it away
    PROPOSE = "propose"  # hand curators a change
    CURATE = "curate"  # load, decide on proposals, change and undo
    MANAGE = "manage"  # say who else may, and delete the graph


PUBLIC = frozenset({Act.READ})  # what everybody may do with a public graph
ROLES: dict[str, frozenset[Act]] = {
    Role.READER: frozenset({Act.READ, Act.EXPORT}),
    Role.CONTRIBUTOR: frozenset({Act.READ, Act.EXPORT, Act.PROPOSE}),
    Role.CURATOR: frozenset({Act.READ, Act.EXPORT, Act.PROPOSE, Act.CURATE}),
    Role.MANAGER: frozenset(Act),
}


def graphs_for(user: Person, act: Act) -> QuerySet[Graph]:
    """Return the graphs with which a person may do this: the one place where that is decided."""
    known = user.is_authenticated and user.is_active
    if known and getattr(user, "is_superuser", False):
        return Graph.objects.all()
    may = Q(public=True) if act in PUBLIC else Q(pk__in=())
    if known:
        roles = [role for role, acts in ROLES.items() if act in acts]
        may |= Q(pk__in=Membership.objects.filter(user=user, role__in=roles).values("graph"))
    return Graph.objects.filter(may)


def may(user: Person, graph: Graph, act: Act) -> bool:
    """Say whether a person may do this with a graph."""
    return graphs_for(user, act).filter(pk=graph.pk).exists()


def acts(user: Person, graph: Graph) -> frozenset[Act]:
    """Return all that a person may do with a graph."""
    return frozenset(act for act in Act if may(user, graph, act))


def graph_for(user: Person, slug: str, act: Act) -> Graph:
    """Return the graph of that name for somebody who may do this.

    Raises Http404 alike where there is none, where it is private and where they may do less.
    """
    graph = graphs_for(user, act).filter(slug=slug).first()
    if graph is None:
        raise Http404("There is no such graph, or it is not open to you.")
    return graph


def readable_graphs(user: Person) -> QuerySet[Graph]:
    """Return the graphs that a person may read: public ones, and those they belong to."""
    return graphs_for(user, Act.READ)


def may_read(user: Person, graph: Graph) -> bool:
    """Say whether a person may read a graph."""
    return may(user, graph, Act.READ)


def may_load(user: Person, graph: Graph) -> bool:
    """Say whether a person may load files into a graph."""
    return may(user, graph, Act.CURATE)


def for_reader(user: Person, slug: str) -> Graph:
    """Return the graph of that name for a reader, or raise Http404."""
    return graph_for(user, slug, Act.READ)


def for_loader(user: Person, slug: str) -> Graph:
    """Return the graph of that name for somebody who may load it, or raise Http404."""
    return graph_for(user, slug, Act.CURATE)
