"""The progress of a load in a terminal: a bar with a rate; elsewhere, a line now and then."""

from contextlib import AbstractContextManager
from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING, TextIO

from tqdm import tqdm

if TYPE_CHECKING:
    from agents.loaders.result import Progress

PAUSE = 5.0  # seconds between two lines
FORMAT = "{desc}: {percentage:3.0f}% |{bar}| {elapsed} < {remaining}{postfix}"
FORMAT_UNSIZED = "{desc}: {elapsed}{postfix}"


class Shown(AbstractContextManager["Shown"]):
    """Shows the progress of one load on `out`."""

    def __init__(self, what: str, out: TextIO) -> None:
        self.what, self.out = what, out
        self.bar: tqdm | None = None
        self.last = monotonic()

    def __call__(self, progress: "Progress") -> None:
        """Show how far it is."""
        if self.out.isatty():
            self._draw(progress)
        elif monotonic() - self.last >= PAUSE:
            self.last = monotonic()
            self.out.write(f"{self.what}: {_share(progress)}{_rate(progress)}\n")

    def _draw(self, progress: "Progress") -> None:
        if self.bar is None:
            shape = FORMAT if progress.total else FORMAT_UNSIZED
            self.bar = tqdm(total=progress.total or None, desc=self.what, file=self.out, bar_format=shape)
        self.bar.set_postfix_str(_rate(progress), refresh=False)
        self.bar.update(progress.done - self.bar.n)

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Leave the bar as it is and the next line free."""
        if self.bar is not None:
            self.bar.close()


def _share(progress: "Progress") -> str:
    return f"{100 * progress.share:.0f} %, " if progress.share is not None else ""


def _rate(progress: "Progress") -> str:
    return f"{progress.records:,} records, {progress.rate:,.0f} a second"
