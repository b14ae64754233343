"""The sign-in form, which slows down whoever guesses passwords."""

from hashlib import sha256
from typing import Any

from django.conf import settings
from django.contrib.auth.forms import AuthenticationForm
from django.core.cache import cache
from django.core.exceptions import ValidationError
from django.http import HttpRequest
from django.utils.translation import gettext as _

WINDOW = 15 * 60  # seconds
EVERYONE = 10  # times as many failures are allowed for one address over all names: people share addresses


class SignInForm(AuthenticationForm):
    """Django's sign-in, refused for a while after too many failures for a name or from an address."""

    def clean(self) -> dict[str, Any]:
        """Return what was filled in; raise ValidationError alike for a wrong name and a wrong password."""
        counts = _counts(self.request, self.data.get("username", ""))
        if any(cache.get(key, 0) >= most for key, most in counts.items()):
            raise ValidationError(_("Too many failed sign-ins. Wait a quarter of an hour, then try again."))
        try:
            return super().clean()
        except ValidationError:
            for key in counts:
                cache.add(key, 0, WINDOW)
                cache.incr(key)
            raise


def _counts(request: HttpRequest, name: str) -> dict[str, int]:
    """Return the counters that a sign-in falls under, each with the failures it allows."""
    address, most = client(request), settings.LOREGRAPH_SIGN_IN_ATTEMPTS
    return {_key(address, name.lower()): most, _key(address, None): most * EVERYONE}


def _key(address: str, name: str | None) -> str:
    return "sign-in:" + sha256(repr((address, name)).encode()).hexdigest()


def client(request: HttpRequest) -> str:
    """Return the address that a request comes from; behind a proxy of ours, the one that the proxy saw."""
    if settings.LOREGRAPH_PROXY and (told := request.headers.get("X-Forwarded-For")):
        return told.split(",")[-1].strip()
    return request.META.get("REMOTE_ADDR", "")
