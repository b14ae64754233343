"""The folder where everything lies that is kept, and the secret key in it."""

import os
from pathlib import Path

from django.core.exceptions import ImproperlyConfigured

FOLDERS = ("uploads", "rejects", "processes", "static")


def prepare(data: Path) -> None:
    """Make the data folder (for its owner alone) and its folders; raise ImproperlyConfigured where that fails."""
    try:
        data.mkdir(mode=0o700, parents=True, exist_ok=True)
        for name in FOLDERS:
            (data / name).mkdir(exist_ok=True)
    except OSError as error:
        raise ImproperlyConfigured(f"LOREGRAPH_DATA: {data} cannot be written ({error.strerror}).") from error


def secret_key(data: Path) -> str:
    """Return the site's secret key, made once and kept for its owner alone in `data`/secret_key."""
    place = data / "secret_key"
    if not place.exists():
        _make_key(place)
    return place.read_text(encoding="ascii").strip()


def _make_key(place: Path) -> None:
    """Write a new key whole, so that two processes which start at once settle on one."""
    from django.core.management.utils import get_random_secret_key

    draft = place.with_name(f"secret_key.{os.getpid()}")
    with open(os.open(draft, os.O_CREAT | os.O_WRONLY | os.O_TRUNC, 0o600), "w", encoding="ascii") as file:
        file.write(get_random_secret_key())
    try:
        os.link(draft, place)  # fails where the other was first, and then its key stands
    except FileExistsError:
        pass
    finally:
        draft.unlink()
