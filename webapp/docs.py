"""The manual: Markdown files of our own, as pages."""

from functools import lru_cache

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe
from markdown import Markdown

from webapp.environment import BASE

FOLDER = BASE / "templates" / "docs"
FIRST = "index"


@require_safe
def page(request: HttpRequest, slug: str = FIRST) -> HttpResponse:
    """Show a page of the manual; raise Http404 for one that there is not."""
    names = pages()
    if slug not in names:
        raise Http404("The manual has no such page.")
    body = _render(slug) if settings.DEBUG else _rendered(slug)
    contents = [{"slug": name, "title": title(name)} for name in names]
    return render(request, "docs/page.html", {"slug": slug, "pages": contents, "title": title(slug), "body": body})


def pages() -> list[str]:
    """Return the names of the manual's pages, the first page first."""
    names = sorted(path.stem for path in FOLDER.glob("*.md"))
    return sorted(names, key=lambda name: name != FIRST)


@lru_cache
def title(name: str) -> str:
    """Return a page's title: its first heading."""
    first = (FOLDER / f"{name}.md").read_text(encoding="utf-8").lstrip().partition("\n")[0]
    return first.lstrip("# ").strip() or name


@lru_cache
def _rendered(name: str) -> str:
    return _render(name)


def _render(name: str) -> str:
    """Return a page's HTML; HTML inside the Markdown is shown as text."""
    reader = Markdown(extensions=["tables", "fenced_code", "toc", "sane_lists"], output_format="html")
    reader.preprocessors.deregister("html_block")
    reader.inlinePatterns.deregister("html")
    body = reader.convert((FOLDER / f"{name}.md").read_text(encoding="utf-8"))
    body = body.replace("<pre>", '<pre tabindex="0">')  # one that is too wide is scrolled by keyboard, too
    return mark_safe(body)  # noqa: S308 (our own files)
