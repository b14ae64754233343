"""The language that a socket speaks: that of the page which opened it."""

from typing import Any

from django.http import HttpRequest
from django.utils.translation import get_language_from_request


def language(scope: dict[str, Any]) -> str:
    """Return the language that a page would have that is asked for as the socket was: chosen, or the browser's wish."""
    asked = HttpRequest()
    asked.COOKIES = scope.get("cookies", {})
    wish: bytes = dict(scope.get("headers", ())).get(b"accept-language", b"")
    asked.META["HTTP_ACCEPT_LANGUAGE"] = wish.decode("latin-1")
    return get_language_from_request(asked)
