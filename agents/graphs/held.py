"""A setting of the whole process that several may change for a while at once; the last of them puts it back."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from threading import Lock
from typing import Generic, TypeVar

Setting = TypeVar("Setting")


class Held(Generic[Setting]):
    """One setting: how it is read, how it is written, and what it is meanwhile, given what it was."""

    def __init__(
        self,
        read: Callable[[], Setting],
        write: Callable[[Setting], None],
        meanwhile: Callable[[Setting], Setting],
    ) -> None:
        self._read, self._write, self._meanwhile = read, write, meanwhile
        self._lock = Lock()
        self._found: list[Setting] = []  # what each of those who are at it found

    @contextmanager
    def changed(self) -> Iterator[None]:
        """Change the setting while the block lasts."""
        with self._lock:
            self._found.append(self._found[0] if self._found else self._read())
            self._write(self._meanwhile(self._found[0]))
        try:
            yield
        finally:
            with self._lock:
                usual = self._found.pop()
                if not self._found:
                    self._write(usual)
