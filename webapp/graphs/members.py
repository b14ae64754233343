"""Who belongs to a graph: roles given and taken, invitations, and who may come in at all. All of it is audited."""

from datetime import timedelta
from hashlib import sha256
from secrets import token_urlsafe

from django.contrib.auth.models import AbstractBaseUser
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from webapp.accounts import audit
from webapp.graphs.models import INVITATION_DAYS, Graph, Invitation, Membership

Role = Membership.Role
_ORDER = list(Role.values)  # from the least to the most


class MembersRefused(Exception):
    """What a manager may not do; the message says why."""


@transaction.atomic
def set_role(graph: Graph, person: AbstractBaseUser, role: str, by: AbstractBaseUser | None) -> None:
    """Give a person a role in a graph; "" takes it away. Raise MembersRefused where nobody would be left to manage."""
    before = role_of(graph, person)
    if before == role:
        return
    if before == Role.MANAGER and _managers(graph) == 1:
        raise MembersRefused(_("A graph needs a manager; make somebody else one first."))
    if role:
        Membership.objects.update_or_create(graph=graph, user=person, defaults={"role": role})
    else:
        graph.memberships.get(user=person).delete()
    audit.note("role changed", by, graph.slug, of=person.get_username(), before=before, after=role)


def role_of(graph: Graph, person: AbstractBaseUser) -> str:
    """Return a person's role in a graph, "" where they have none."""
    found = graph.memberships.filter(user=person).values_list("role", flat=True).first()
    return str(found or "")


def _managers(graph: Graph) -> int:
    return graph.memberships.filter(role=Role.MANAGER).count()


def set_openness(graph: Graph, openness: str, by: AbstractBaseUser | None) -> None:
    """Say who may come in: "public", "invitation" or "private"; the last takes all invitations back."""
    before = graph.openness
    graph.public, graph.invitable = openness == "public", openness != "private"
    with transaction.atomic():
        graph.save(update_fields=["public", "invitable"])
        if not graph.invitable:
            graph.invitations.all().delete()
        audit.note("openness changed", by, graph.slug, before=before, after=openness)


def delete(graph: Graph, by: AbstractBaseUser | None) -> None:
    """Remove a graph from the site with everything people did in it."""
    slug = graph.slug
    with transaction.atomic():
        audit.note("graph deleted", by, slug, title=graph.title)
        graph.delete()


# --- invitations --------------------------------------------------------------------------------


def invite(graph: Graph, role: str, by: AbstractBaseUser) -> str:
    """Make an invitation and return its secret, which is not kept; raise MembersRefused for a private graph."""
    if not graph.invitable:
        raise MembersRefused(_("This graph is private: let people in by name, or open it to invitations."))
    secret, ends = token_urlsafe(24), timezone.now() + timedelta(days=INVITATION_DAYS)
    with transaction.atomic():
        Invitation.objects.create(graph=graph, role=role, secret=_digest(secret), made_by=by, ends_at=ends)
        audit.note("invitation made", by, graph.slug, role=role)
    return secret


def take_back(invitation: Invitation, by: AbstractBaseUser) -> None:
    """Let an invitation let nobody in any more; whoever is in stays."""
    with transaction.atomic():
        audit.note("invitation taken back", by, invitation.graph.slug, role=invitation.role)
        invitation.delete()


def invitation_of(secret: str) -> Invitation | None:
    """Return the invitation that a link means; None for one that is over and for none."""
    found = Invitation.objects.filter(secret=_digest(secret)).select_related("graph", "made_by").first()
    return None if found is None or found.over or not found.graph.invitable else found


def accept(invitation: Invitation, person: AbstractBaseUser) -> None:
    """Let a person in as invited; somebody who may do more already keeps that."""
    before = role_of(invitation.graph, person)
    if before and _ORDER.index(before) >= _ORDER.index(invitation.role):
        return
    set_role(invitation.graph, person, invitation.role, invitation.made_by)


def _digest(secret: str) -> str:
    return sha256(secret.encode(errors="replace")).hexdigest()
