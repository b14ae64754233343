"""Which processes of the site are alive, told by locks that the system drops when a process ends.

A process holds a lock on a file of its own in the data folder. Neither a killed process nor a process number
that comes again can be mistaken for a living one. It holds on one machine: the one where the data folder lies.
"""

import fcntl
import os
from pathlib import Path
from threading import Lock
from uuid import uuid4

from django.conf import settings

_held: dict[tuple[Path, str], str] = {}
_naming = Lock()


def own_name(kind: str) -> str:
    """Return this process's name as a `kind` ("server", "worker"), and hold its lock from now on."""
    with _naming:
        if (_folder(), kind) not in _held:
            _held[_folder(), kind] = _hold(f"{kind}-{uuid4().hex}")
        return _held[_folder(), kind]


def _hold(name: str) -> str:
    draft = _folder() / f".{name}"
    file = os.open(draft, os.O_CREAT | os.O_RDWR | os.O_CLOEXEC, 0o600)  # open until the process ends
    fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    draft.rename(_folder() / name)  # seen by others only once it is locked
    return name


def alive(name: str) -> bool:
    """Say whether the process of that name still runs."""
    if not name or Path(name).name != name:
        return False
    try:
        file = os.open(_folder() / name, os.O_RDWR)
    except FileNotFoundError:
        return False
    try:
        fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)  # shared: two who ask do not take each other for it
    except BlockingIOError:
        return True
    finally:
        os.close(file)
    return False


def living(kind: str) -> list[str]:
    """Return the names of the living processes of a kind, and clear away those of the dead."""
    names = [path.name for path in _folder().glob(f"{kind}-*")]
    found = [name for name in names if alive(name)]
    for name in set(names) - set(found):
        (_folder() / name).unlink(missing_ok=True)
    return found


def _folder() -> Path:
    return Path(settings.LOREGRAPH_DATA) / "processes"
