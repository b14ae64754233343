"""The page's scripts in the reader's language: the catalog that `t()` of static/js/dom.js looks words up in."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import translation
from django.views.decorators.http import require_safe
from django.views.i18n import JavaScriptCatalog

KEPT = "public, max-age=3600"


@require_safe
def words(request: HttpRequest, language: str) -> HttpResponse:
    """Answer with a language's catalog as a script; raise Http404 for a language that the site has not."""
    if language not in dict(settings.LANGUAGES):
        raise Http404("The site does not speak that language.")
    with translation.override(language):
        response = JavaScriptCatalog.as_view(packages=None)(request)
    response["Cache-Control"] = KEPT
    return response
