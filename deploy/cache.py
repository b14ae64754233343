"""The folder of the user where what was fetched is kept for every checkout."""

import os
from pathlib import Path


def cache() -> Path:
    """Return the folder; it need not be there yet."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "loregraph"
