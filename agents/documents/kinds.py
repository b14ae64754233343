"""Which files can be a document, and the text that is in each."""

import re
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path

from agents.errors import SourceError, did_you_mean

ENDINGS = {".txt": "text", ".text": "text", ".md": "markdown", ".markdown": "markdown", ".pdf": "pdf"}
PRINTED = "pdf"  # the kind that has pages
_HIDDEN = frozenset({"script", "style", "template", "title"})
_BLOCKS = re.compile(r"^(?:p|h[1-6]|li|ul|ol|pre|blockquote|table|tr|div|hr|dl|dt|dd)$")

Part = tuple[str, int]  # the text of a page (or of all), and how many there are


def kind_of(name: str) -> str:
    """Return the kind of a file by the ending of its name; raise SourceError for a file that is no document."""
    ending = Path(name).suffix.lower()
    if ending not in ENDINGS:
        known = ", ".join(ENDINGS)
        near = did_you_mean(ending, ENDINGS) if ending else ""
        raise SourceError(f"'{name}' is no text, Markdown or PDF file: its name has to end in {known}{near}.")
    return ENDINGS[ending]


def parts(path: Path, kind: str, pages: int) -> Iterator[Part]:
    """Yield the text of a file, page by page where it has pages; raise SourceError for what cannot be read."""
    if kind == PRINTED:
        yield from _of_pdf(path, pages)
    else:
        text = _decoded(path.read_bytes())
        yield (_of_markdown(text) if kind == "markdown" else text), 1


def _decoded(data: bytes) -> str:
    """Return a file's text: UTF-8, or what its first bytes say; raise SourceError for what is no text."""
    marked = {b"\xff\xfe": "utf-16", b"\xfe\xff": "utf-16"}.get(data[:2])
    try:
        text = data.decode(marked or "utf-8-sig")
    except UnicodeDecodeError:
        text = data.decode("cp1252", "replace")
    if text.count("\0") or text.count("\ufffd") > len(text) // 20:
        raise SourceError("This is no text: it has bytes that no writing has. Save it as UTF-8.")
    return text


def _of_markdown(text: str) -> str:
    from markdown import markdown

    reader = _Words()
    reader.feed(markdown(text, extensions=["tables", "fenced_code"]))
    reader.close()
    return "".join(reader.said)


class _Words(HTMLParser):
    """Takes the words out of HTML, a paragraph for each block; scripts and styles are no words."""

    def __init__(self) -> None:
        super().__init__()
        self.said: list[str] = []
        self._hidden = 0
        self._pre = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a block, or what is not shown."""
        self._hidden += tag in _HIDDEN
        self._pre = self._pre or tag == "pre"
        self._block(tag)

    def handle_endtag(self, tag: str) -> None:
        """End it."""
        self._hidden = max(0, self._hidden - (tag in _HIDDEN))
        self._pre = self._pre and tag != "pre"
        self._block(tag)

    def handle_data(self, data: str) -> None:
        """Take words."""
        if not self._hidden:
            self.said.append(data if self._pre else re.sub(r"\s+", " ", data))

    def _block(self, tag: str) -> None:
        if _BLOCKS.match(tag):
            self.said.append("\n\n")
        elif tag in ("td", "th", "br"):
            self.said.append("\n" if tag == "br" else " ")


def _of_pdf(path: Path, most: int) -> Iterator[Part]:
    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    try:
        reader = PdfReader(path)
        if reader.is_encrypted and not reader.decrypt(""):
            raise SourceError("This PDF is locked with a password; save it without one.")
        total = len(reader.pages)
    except (PyPdfError, OSError, ValueError, KeyError, TypeError, AttributeError, IndexError, RecursionError) as error:
        raise SourceError("This is no PDF that can be read; it may be damaged.") from error
    if total > most:
        raise SourceError(f"This PDF has {total:,} pages; at most {most:,} are read.")
    for number in range(total):
        yield _page(reader, number), total


def _page(reader: object, number: int) -> str:
    """Return the text of one page; a page that cannot be read has none, and the others are read all the same."""
    try:
        return str(reader.pages[number].extract_text())  # type: ignore[attr-defined]
    except Exception:  # a damaged page fails in any way there is
        return ""
