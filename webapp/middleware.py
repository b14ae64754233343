"""Headers that every answer carries, what is refused unread, and static files."""

from collections.abc import Callable
from http import HTTPStatus

from django.conf import settings
from django.core.exceptions import DisallowedHost
from django.http import HttpRequest, HttpResponse
from django.utils import translation
from whitenoise.middleware import WhiteNoiseMiddleware

Handler = Callable[[HttpRequest], HttpResponse]
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; "
    "connect-src 'self'{sockets}; manifest-src 'self'; form-action 'self'; frame-ancestors 'none'; base-uri 'none'"
)
ROOM = 1  # megabytes that a form needs around its file
PERMISSIONS = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"


class SecurityHeaders:
    """Sets a Content-Security-Policy under which nothing runs or loads but the site's own files."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request with the headers set."""
        response = self.get_response(request)
        response["Content-Security-Policy"] = POLICY.format(sockets=_sockets(request))
        response["Permissions-Policy"] = PERMISSIONS
        response["X-Content-Type-Options"] = "nosniff"
        response.setdefault("Cross-Origin-Resource-Policy", "same-origin")
        return response


def _sockets(request: HttpRequest) -> str:
    """Name the host's own sockets: some browsers do not take them for 'self'."""
    try:
        host = request.get_host()
    except DisallowedHost:
        return ""
    return f" {'wss' if request.is_secure() else 'ws'}://{host}"


class BoundedBody:
    """Refuses a request that is larger than any file may be before anything reads it."""

    def __init__(self, get_response: Handler) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Answer the request, or refuse it with 413."""
        length = request.META.get("CONTENT_LENGTH") or "0"
        if length.isdecimal() and int(length) > (settings.LOREGRAPH_MAX_UPLOAD_MB + ROOM) * 1_000_000:
            with translation.override(translation.get_language_from_request(request)):
                reason = translation.gettext("That is larger than %(most)s MB, the most that is taken here.")
            reason %= {"most": settings.LOREGRAPH_MAX_UPLOAD_MB}
            return HttpResponse(reason, status=HTTPStatus.REQUEST_ENTITY_TOO_LARGE, content_type="text/plain")
        return self.get_response(request)


class StaticFiles(WhiteNoiseMiddleware):
    """Serves static files whole: under ASGI a streamed file would be gathered in memory first, with a warning."""

    @staticmethod
    def serve(static_file, request):
        """Return the file's response."""
        answer = static_file.get_response(request.method, request.META)
        content = answer.file.read() if answer.file else b""
        if answer.file:
            answer.file.close()
        response = HttpResponse(content, status=int(answer.status))
        del response["content-type"]
        for name, value in answer.headers:
            response[name] = value
        return response
