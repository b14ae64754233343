"""A file as numbered lines, whatever it is packed or written in.

Gzip is known by its first bytes. Text is UTF-8 or, with a byte-order mark, UTF-16; a byte that is not UTF-8
is read as Windows-1252, which is what such a file mostly is. Lines end as on any system.
"""

import codecs
import gzip
import io
import zlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO, cast

from agents.errors import LoadError

MAX_LINE = 1_000_000  # characters; a longer line is cut there, and `unfit` says so
_SAMPLE = 64_000  # bytes
_ENCODINGS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}


class TextFile:
    """A text file to be read several times; raise LoadError where it is missing, a folder, empty or no text."""

    def __init__(self, path: Path) -> None:
        self.path, self.name = path, path.name
        self._raw: BinaryIO | None = None
        self._before = 0
        head = self._head()
        if not head.strip():
            raise LoadError(f"'{self.name}' is empty.")
        self._encoding = next((name for mark, name in _ENCODINGS.items() if head.startswith(mark)), "utf-8")
        if self._encoding != "utf-16" and b"\0" in head:
            raise LoadError(f"'{self.name}' is not a text file.")
        self.size = path.stat().st_size
        self.sample = tuple(line for _, line in zip(range(200), self._sampled(head), strict=False))

    def position(self) -> int:
        """How many bytes of the file the reading under way has taken; 0 where none is."""
        return self._raw.tell() if self._raw and not self._raw.closed else 0

    def taken(self) -> int:
        """How many bytes all readings have taken together."""
        return self._before + self.position()

    def lines(self) -> Iterator[tuple[int, str]]:
        """Yield (number from 1, line without its end); raise LoadError where the file breaks off."""
        with self._open() as file:
            text = io.TextIOWrapper(file, encoding=self._encoding, errors="windows-1252")
            try:
                yield from enumerate(_cut(text), start=1)
            except (EOFError, OSError, zlib.error, UnicodeError) as error:
                raise LoadError(f"'{self.name}' cannot be read to its end: {error}.") from error
        self._before += self.size

    def chunks(self) -> Iterator[bytes]:
        """Yield the file's bytes, unpacked; raise LoadError where the file breaks off."""
        with self._open() as file:
            try:
                yield from iter(lambda: file.read(_SAMPLE), b"")
            except (EOFError, OSError, zlib.error) as error:
                raise LoadError(f"'{self.name}' cannot be read to its end: {error}.") from error
        self._before += self.size

    def _sampled(self, head: bytes) -> list[str]:
        return io.StringIO(head.decode(self._encoding, "windows-1252"), newline=None).read().split("\n")

    def _head(self) -> bytes:
        try:
            with self._open() as file:
                return file.read(_SAMPLE)
        except (EOFError, zlib.error, gzip.BadGzipFile) as error:
            raise LoadError(f"'{self.name}' is not a sound gzip file: {error}.") from error

    def _open(self) -> BinaryIO:
        if self.path.is_dir():
            raise LoadError(f"'{self.name}' is a folder; name the files in it.")
        try:
            self._raw = self.path.open("rb")
        except FileNotFoundError as error:
            raise LoadError(f"There is no file '{self.path}'.") from error
        except OSError as error:
            raise LoadError(f"'{self.name}' cannot be opened: {error.strerror}.") from error
        packed = self._raw.read(2) == b"\x1f\x8b"
        self._raw.seek(0)
        return cast(BinaryIO, _Unpacked(self._raw)) if packed else self._raw


class _Unpacked(gzip.GzipFile):
    """A gzip file that closes what it stands on."""

    def __init__(self, raw: BinaryIO) -> None:
        super().__init__(fileobj=raw)
        self._under = raw

    def close(self) -> None:
        super().close()
        self._under.close()


def unfit(line: str) -> str:
    """Say why a line cannot be a row of anything, or nothing."""
    if len(line) > MAX_LINE:
        return f"the line is longer than {MAX_LINE:,} characters"
    return "the line holds a NUL character" if "\0" in line else ""


def _cut(text: io.TextIOWrapper) -> Iterator[str]:
    while line := text.readline(MAX_LINE + 2):
        if len(line) > MAX_LINE + 1 and not line.endswith("\n"):
            _skip_rest(text)
        yield line.rstrip("\n")


def _skip_rest(text: io.TextIOWrapper) -> None:
    while (rest := text.readline(MAX_LINE)) and not rest.endswith("\n"):
        pass


def _as_windows_1252(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("latin-1").translate(_WINDOWS), error.end


_WINDOWS = {each: bytes([each]).decode("cp1252", "replace") for each in range(0x80, 0xA0)}
codecs.register_error("windows-1252", _as_windows_1252)
