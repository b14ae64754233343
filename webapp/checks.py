"""What `manage.py check` says of the environment beyond Django's own checks."""

from typing import Any

from django.core.checks import Warning as Caution
from django.core.checks import register

from agents.errors import did_you_mean
from webapp import environment


@register
def misspelt_settings(**_: Any) -> list[Caution]:
    """Tell of names in the environment that look like settings and are none: they do nothing."""
    known = [each.name for each in environment.SETTINGS]
    return [
        Caution(f"{name} is no setting{did_you_mean(name, known) or '.'}", id="loregraph.W001")
        for name in environment.unknown()
    ]
