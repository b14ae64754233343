"""The pages on which managers say who may do what, and the one that an invitation leads to."""

from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.contrib.auth import login
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from webapp import engine
from webapp.accounts.models import AuditEntry
from webapp.graphs import access, members, noting
from webapp.graphs.access import Act
from webapp.graphs.member_forms import AddForm, InviteForm, JoinForm, OpennessForm, RoleForm
from webapp.graphs.models import Graph, Membership

SHOWN = 100  # entries of the audit log
KEYS = {"of": _("person"), "before": _("before"), "after": _("after"), "role": _("role"), "form": _("form")}
VALUES = {**dict(Membership.Role.choices), **dict(OpennessForm.CHOICES)}


@never_cache
@require_http_methods(["GET", "POST"])
def people(request: HttpRequest, slug: str) -> HttpResponse:
    """Show who belongs to a graph, or let somebody in by name."""
    graph = access.graph_for(request.user, slug, Act.MANAGE)
    form = AddForm(request.POST or None)
    if (
        request.method == "POST"
        and form.is_valid()
        and _done(
            request, lambda: members.set_role(graph, form.cleaned_data["name"], form.cleaned_data["role"], request.user)
        )
    ):
        return redirect("graphs:members", slug)
    return _page(request, graph, form=form)


@require_POST
def member(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Change a member's role, or take the member out."""
    graph = access.graph_for(request.user, slug, Act.MANAGE)
    found, form = get_object_or_404(graph.memberships.select_related("user"), pk=number), RoleForm(request.POST)
    if form.is_valid():
        role = form.cleaned_data["role"]
        _done(request, lambda: members.set_role(graph, found.user, "" if role == "none" else role, request.user))
    if not access.may(request.user, graph, Act.MANAGE):
        return redirect("home")
    return redirect("graphs:members", slug)


@never_cache
@require_POST
def invite(request: HttpRequest, slug: str) -> HttpResponse:
    """Make an invitation and show its link, this once."""
    graph, form = access.graph_for(request.user, slug, Act.MANAGE), InviteForm(request.POST)
    if not form.is_valid():
        return _page(request, graph, invite=form)
    try:
        secret = members.invite(graph, form.cleaned_data["role"], request.user)
    except members.MembersRefused as refusal:
        messages.error(request, str(refusal))
        return redirect("graphs:members", slug)
    return _page(request, graph, link=request.build_absolute_uri(reverse("graphs:join", args=[secret])))


@require_POST
def take_back(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Take an invitation back."""
    graph = access.graph_for(request.user, slug, Act.MANAGE)
    members.take_back(get_object_or_404(graph.invitations, pk=number), request.user)
    return redirect("graphs:members", slug)


@require_POST
def openness(request: HttpRequest, slug: str) -> HttpResponse:
    """Say who may come in."""
    graph, form = access.graph_for(request.user, slug, Act.MANAGE), OpennessForm(request.POST)
    if form.is_valid():
        members.set_openness(graph, form.cleaned_data["openness"], request.user)
    return redirect("graphs:members", slug)


@require_POST
def delete(request: HttpRequest, slug: str) -> HttpResponse:
    """Delete a graph whose short name was typed as a confirmation."""
    graph = access.graph_for(request.user, slug, Act.MANAGE)
    if request.POST.get("name", "").strip() != graph.slug:
        words = gettext("Nothing was deleted: type the graph's short name, %(name)s, to delete it.")
        messages.error(request, words % {"name": graph.slug})
        return redirect("graphs:members", slug)
    members.delete(graph, request.user)
    engine.store().drop(slug)
    noting.forget(slug)
    messages.success(request, gettext("The graph '%(name)s' is deleted.") % {"name": slug})
    return redirect("home")


def _page(request: HttpRequest, graph: Graph, **more: Any) -> HttpResponse:
    context = {
        "graph": graph,
        "members": graph.memberships.select_related("user").order_by("user__username"),
        "invitations": [each for each in graph.invitations.select_related("made_by") if not each.over],
        "form": AddForm(),
        "invite": InviteForm(),
        "openness": OpennessForm(initial={"openness": graph.openness}),
        "roles": RoleForm.base_fields["role"].choices,
        "audit": [(each, _details(each)) for each in AuditEntry.objects.filter(graph=graph.slug)[:SHOWN]],
        **more,
    }
    wrong = any(getattr(context[each], "errors", None) for each in ("form", "invite"))
    return render(
        request, "graphs/members.html", context, status=HTTPStatus.UNPROCESSABLE_ENTITY if wrong else HTTPStatus.OK
    )


def _details(entry: AuditEntry) -> list[tuple[Any, Any]]:
    """Return what the log tells beside of something, in words."""
    return [(KEYS.get(key, key), VALUES.get(value, value)) for key, value in entry.detail.items()]


def _done(request: HttpRequest, do: Any) -> bool:
    """Do it; tell the person where that is refused, and say whether it was done."""
    try:
        do()
    except members.MembersRefused as refusal:
        messages.error(request, str(refusal))
        return False
    return True


@never_cache
@require_http_methods(["GET", "POST"])
def join(request: HttpRequest, secret: str) -> HttpResponse:
    """Show what an invitation is to, and let in whoever accepts; a person without an account makes one here."""
    invitation = members.invitation_of(secret)
    if invitation is None:
        raise Http404("This invitation is over, or there never was one.")
    form = None if request.user.is_authenticated else JoinForm(request.POST or None)
    if request.method == "POST" and (form is None or form.is_valid()):
        if form is not None:
            login(request, form.save(), backend="django.contrib.auth.backends.ModelBackend")
        members.accept(invitation, request.user)
        return redirect("chat:new", invitation.graph.slug)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form is not None and form.errors else HTTPStatus.OK
    return render(request, "graphs/join.html", {"invitation": invitation, "form": form}, status=status)
