"""The manual: Markdown files of our own, as pages."""

from functools import lru_cache
from pathlib import Path
from typing import Any

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_GET
from markdown import Markdown

from webapp.environment import BASE

FOLDER = BASE / "templates" / "docs"
FIRST = "index"


@require_GET
def page(request: HttpRequest, page: str = FIRST) -> HttpResponse:
    """Show a page of the manual; raise Http404 for one that there is not."""
    names = pages()
    if page not in names:
        raise Http404("The manual has no such page.")
    shown = _rendered(page) if not settings.DEBUG else _render(page)
    contents = [{"name": name, "title": title(name), "current": name == page} for name in names]
    return render(request, "docs/page.html", {"page": page, "pages": contents, **shown})


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
def _rendered(name: str) -> dict[str, Any]:
    return _render(name)


def _render(name: str) -> dict[str, Any]:
    """Return a page's title and HTML; HTML inside the Markdown is shown as text."""
    reader = Markdown(extensions=["tables", "fenced_code", "toc", "sane_lists"], output_format="html")
    reader.preprocessors.deregister("html_block")
    reader.inlinePatterns.deregister("html")
    body = reader.convert(Path(FOLDER / f"{name}.md").read_text(encoding="utf-8"))
    return {"title": title(name), "body": body}
