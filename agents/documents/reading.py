"""A file read to a document's text, by a process of its own that is ended where it takes too long."""

import json
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from threading import Event, Timer

from agents.documents.kinds import PRINTED
from agents.documents.text import Text, flowing, of_pages, tidy
from agents.errors import SourceError

_ROOT = Path(__file__).resolve().parents[2]
OnPage = Callable[[int, int], None]  # pages read, and how many there are; it may raise to stop the reading


@dataclass(frozen=True)
class Limits:
    """How much may be read of one file."""

    pages: int = 2_000
    characters: int = 5_000_000
    seconds: float = 120.0


_LIMITS = Limits()


def read(path: Path, kind: str, limits: Limits = _LIMITS, on_page: OnPage | None = None) -> Text:
    """Return a file's text; raise SourceError for a file that cannot be read, is too large or takes too long."""
    pages: list[str] = []
    clean = flowing if kind == PRINTED else tidy
    with _child(path, kind, limits) as lines:
        for line in lines:
            told = json.loads(line)
            if "error" in told:
                raise SourceError(told["error"])
            pages.append(clean(told["text"]))
            if on_page is not None:
                on_page(len(pages), told["of"])
    if not any(pages):
        raise SourceError("There is no text in this file. A PDF of scanned pages has to be made searchable first.")
    return of_pages(pages) if kind == PRINTED else Text(pages[0])


@contextmanager
def _child(path: Path, kind: str, limits: Limits) -> Iterator[Iterator[str]]:
    """Run the process that reads; its lines; raise SourceError where it did not come to its end."""
    limit = max(1, round(limits.seconds))
    command = [sys.executable, "-m", "agents.documents.child", kind, str(path)]
    command += [str(limits.pages), str(limits.characters), str(limit)]
    environment = {"PYTHONPATH": str(_ROOT), "PATH": os.environ.get("PATH", ""), "PYTHONIOENCODING": "utf-8"}
    late = Event()
    process = subprocess.Popen(  # noqa: S603 (nothing but ourselves is run)
        command, env=environment, stdin=subprocess.DEVNULL, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )
    timer = Timer(limits.seconds, _end, (process, late))
    timer.start()
    try:
        yield iter(process.stdout or ())
        process.wait()
    finally:
        timer.cancel()
        process.kill()
        process.wait()
        if process.stdout:
            process.stdout.close()
    if late.is_set():
        raise SourceError(f"Reading this file took longer than {limit} seconds and was stopped.")
    if process.returncode:
        raise SourceError("This file could not be read: reading it took too much time or memory.")


def _end(process: "subprocess.Popen[str]", late: Event) -> None:
    late.set()
    process.kill()
