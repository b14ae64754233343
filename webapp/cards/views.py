"""The pages of cards, for a graph's managers."""

from http import HTTPStatus
from importlib.util import find_spec
from pathlib import Path
from tempfile import NamedTemporaryFile, TemporaryDirectory
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.contrib import messages
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from agents.errors import CardError, EngineError
from webapp import engine
from webapp.accounts import audit
from webapp.cards import jobs
from webapp.cards.forms import AskForm, ImportForm, TrainForm
from webapp.cards.models import CardJob
from webapp.cards.words import recipe_words
from webapp.graphs import access
from webapp.graphs.access import Act
from webapp.graphs.jobs import worker_lives
from webapp.graphs.models import Graph

if TYPE_CHECKING:
    from agents.cards.shelf import Card

JOBS = 20  # shown on a page
SECONDS = 30.0  # that a question from the page may take


@require_safe
def index(request: HttpRequest, slug: str) -> HttpResponse:
    """Show a graph's cards and the work on them."""
    return _index(request, _managed(request, slug), ImportForm())


@require_http_methods(["GET", "POST"])
def train(request: HttpRequest, slug: str) -> HttpResponse:
    """Show the form, or begin a training."""
    graph = _managed(request, slug)
    form = TrainForm(engine.store().schema(slug).types, request.POST or None, request.FILES or None)
    can = find_spec("torch") is not None and engine.card_base() is not None
    if request.method == "POST" and can and form.is_valid():
        return redirect("cards:job", slug, _begun(graph, request, form.cleaned_data).pk)
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.errors else HTTPStatus.OK
    return render(request, "cards/train.html", {"graph": graph, "form": form, "can": can}, status=status)


@require_POST
def take(request: HttpRequest, slug: str) -> HttpResponse:
    """Take a card's file; it stays off until it was tested here."""
    graph, form = _managed(request, slug), ImportForm(request.POST, request.FILES)
    if form.is_valid():
        try:
            card = _taken(slug, form.cleaned_data["file"])
        except CardError as error:
            form.add_error("file", str(error))
        else:
            audit.note("card imported", request.user, slug, card=card.name)
            if card.adapter is not None and engine.card_base() is not None:
                return redirect("cards:job", slug, jobs.begin(graph, request.user, "test", card.name).pk)
            return redirect("cards:one", slug, card.name)
    return _index(request, graph, form, HTTPStatus.UNPROCESSABLE_ENTITY)


@require_http_methods(["GET", "POST"])
def one(request: HttpRequest, slug: str, name: str) -> HttpResponse:
    """Show what a card says of itself; a POST asks it a question."""
    graph, card = _managed(request, slug), _card(request, slug, name)
    form, said, failed = AskForm(request.POST or None), None, ""
    if request.method == "POST" and form.is_valid():
        try:
            said = _answers(card, form.cleaned_data["question"])
        except EngineError as error:
            failed = str(error)
    context = {"graph": graph, "card": card, "form": form, "said": said, "failed": failed, "unfit": _unfit(card)}
    context["recipe"] = recipe_words(card.manifest.recipe)
    return render(request, "cards/one.html", context)


@require_POST
def switch(request: HttpRequest, slug: str, name: str) -> HttpResponse:
    """Switch a card on or off; on only where it was tested and knows enough."""
    card, on = _card(request, slug, name), request.POST.get("on") == "yes"
    try:
        _switch(card, on)
    except CardError as error:
        messages.error(request, str(error))
    else:
        audit.note("card switched on" if on else "card switched off", request.user, slug, card=card.name)
    return redirect("cards:one", slug, card.name)


@require_POST
def test(request: HttpRequest, slug: str, name: str) -> HttpResponse:
    """Test anew what a card recalls."""
    graph, card = _managed(request, slug), _card(request, slug, name)
    return redirect("cards:job", slug, jobs.begin(graph, request.user, "test", card.name).pk)


@require_safe
def export(request: HttpRequest, slug: str, name: str) -> FileResponse:
    """Hand over a card as one file."""
    card = _card(request, slug, name)
    with TemporaryDirectory(dir=settings.FILE_UPLOAD_TEMP_DIR) as folder:
        path = Path(folder) / "card.zip"
        engine.shelf().export(card, path)
        file = path.open("rb")  # stays readable when its folder is gone
    audit.note("card exported", request.user, slug, card=card.name)
    return FileResponse(file, as_attachment=True, filename=f"{card.name.replace(' ', '-')}.card")


@require_http_methods(["GET", "POST"])
def remove(request: HttpRequest, slug: str, name: str) -> HttpResponse:
    """Ask whether a card shall go, or remove it."""
    graph, card = _managed(request, slug), _card(request, slug, name)
    if request.method == "GET":
        return render(request, "cards/remove.html", {"graph": graph, "card": card})
    engine.shelf().remove(card)
    audit.note("card removed", request.user, slug, card=card.name)
    return redirect("cards:index", slug)


@require_safe
def job(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Show how a training or a test goes."""
    return render(request, "cards/job.html", _job_context(request, slug, number))


@require_safe
def progress(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Answer with the fragment that the page of a job fetches again and again, until it is over."""
    return render(request, "cards/_job.html", _job_context(request, slug, number))


@require_POST
def stop(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Stop a job; what was learnt is kept."""
    jobs.stop(_job(request, slug, number))
    return redirect("cards:job", slug, number)


@require_POST
def go_on(request: HttpRequest, slug: str, number: int) -> HttpResponse:
    """Go on with a job that was stopped."""
    jobs.go_on(_job(request, slug, number))
    return redirect("cards:job", slug, number)


def _managed(request: HttpRequest, slug: str) -> Graph:
    return access.graph_for(request.user, slug, Act.MANAGE)


def _index(request: HttpRequest, graph: Graph, form: ImportForm, status: int = HTTPStatus.OK) -> HttpResponse:
    known, base = engine.shelf().cards(graph.slug), engine.card_base()
    told = {"graph": graph, "cards": known, "form": form, "jobs": graph.card_jobs.all()[:JOBS], "base": base}
    return render(request, "cards/index.html", told, status=status)


def _card(request: HttpRequest, slug: str, name: str) -> "Card":
    _managed(request, slug)
    try:
        return engine.shelf().card(slug, name)
    except CardError as error:
        raise Http404(str(error)) from error


def _job(request: HttpRequest, slug: str, number: int) -> CardJob:
    return get_object_or_404(CardJob.objects.select_related("graph"), graph=_managed(request, slug), pk=number)


def _job_context(request: HttpRequest, slug: str, number: int) -> dict[str, Any]:
    found = _job(request, slug, number)
    found.notice_lost_worker(jobs.LOST, left=None)
    return {"graph": found.graph, "job": found, "worker": worker_lives()}


def _begun(graph: Graph, request: HttpRequest, said: dict[str, Any]) -> CardJob:
    told = {key: said[key] for key in ("knows", "licence", "match")}
    begun = jobs.begin(
        graph, request.user, "train", said["name"], said["texts"], recipe={"passes": said["passes"]}, **told
    )
    audit.note("card trained", request.user, graph.slug, card=begun.name)
    return begun


def _taken(slug: str, file: Any) -> "Card":
    with NamedTemporaryFile(dir=settings.FILE_UPLOAD_TEMP_DIR, suffix=".card") as kept:
        for chunk in file.chunks():
            kept.write(chunk)
        kept.flush()
        return engine.shelf().take(slug, Path(kept.name))


def _switch(card: "Card", on: bool) -> None:
    from agents.cards.switching import switch_on

    if not on:
        engine.shelf().switch(card, False)
    elif card.adapter is not None and card.recall is None:
        raise CardError(_("Test first what this card recalls."))
    else:
        switch_on(engine.shelf(), engine.card_base(), card)


def _answers(card: "Card", question: str) -> list[Any]:
    from agents.cards.asking import ask
    from agents.cards.switching import fitting

    if card.adapter is None:
        raise CardError(_("A remote card is asked in a talk, or with manage.py card ask."))
    return list(ask(fitting(engine.card_base(), card), card.adapter, question, count=2, seconds=SECONDS))


def _unfit(card: "Card") -> str:
    """Say why a card cannot stand here, "" where it can."""
    from agents.cards.switching import fitting

    try:
        if card.adapter is not None:
            fitting(engine.card_base(), card)
    except CardError as error:
        return str(error)
    return ""
