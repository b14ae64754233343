"""Files read to text, within limits."""

import time

import pytest

from agents.documents.kinds import kind_of
from agents.documents.reading import Limits, read
from agents.errors import SourceError
from tests.agents.documents.papers import pdf, spinning


def written(tmp_path, content, name="a.txt"):
    path = tmp_path / name
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    return path


def test_a_text_is_read_with_its_blanks_made_single(tmp_path):
    text = read(written(tmp_path, "One  line.\r\nTwo\tlines.\n\n\n\nA paragraph.\a"), "text")
    assert text.text == "One line.\nTwo lines.\n\nA paragraph."
    assert text.page(5) == 0


def test_markdown_is_read_without_its_marks_and_scripts(tmp_path):
    source = "# The *Main*\n\n- flows into the [Rhine](http://x.y)\n\n<script>alert(1)</script>\n\n"
    source += "| a | b |\n|---|---|\n| c | d |\n"
    text = read(written(tmp_path, source, "a.md"), "markdown").text
    assert "The Main" in text
    assert "flows into the Rhine" in text
    assert "c d" in text
    assert not [each for each in ("#", "*", "alert", "http", "|") if each in text]


def test_a_pdf_is_read_page_by_page_with_its_lines_joined(tmp_path):
    path = pdf(tmp_path / "a.pdf", ["The Main flows into the", "Rhine at Mainz."], ["The Neckar is shor-", "ter."])
    heard = []
    text = read(path, "pdf", on_page=lambda done, of: heard.append((done, of)))
    assert text.text == "The Main flows into the Rhine at Mainz.\n\nThe Neckar is shorter."
    assert [text.page(text.text.index(word)) for word in ("Rhine", "Neckar")] == [1, 2]
    assert heard == [(1, 2), (2, 2)]


def test_a_pdf_of_too_many_pages_is_refused(tmp_path):
    path = pdf(tmp_path / "a.pdf", *[["x"]] * 4)
    with pytest.raises(SourceError, match="4 pages; at most 3"):
        read(path, "pdf", Limits(pages=3))


def test_too_much_text_is_refused(tmp_path):
    with pytest.raises(SourceError, match="more than 10 characters"):
        read(written(tmp_path, "a long text indeed"), "text", Limits(characters=10))


def test_a_pdf_that_takes_for_ever_is_stopped(tmp_path):
    begun = time.monotonic()
    with pytest.raises(SourceError, match=r"longer than 2 seconds|too much time"):
        read(spinning(tmp_path / "a.pdf"), "pdf", Limits(seconds=2))
    assert time.monotonic() - begun < 15


@pytest.mark.parametrize("content", [b"", b"%PDF-1.4 and no more", b"\0" * 99, b"%PDF-1.4\ntrailer<</Root 1 0 R>>"])
def test_what_is_no_pdf_is_refused_in_words(tmp_path, content):
    with pytest.raises(SourceError, match=r"PDF|text"):
        read(written(tmp_path, content, "a.pdf"), "pdf")


def test_bytes_that_are_no_text_are_refused(tmp_path):
    with pytest.raises(SourceError, match="no text"):
        read(written(tmp_path, bytes(range(256)) * 9), "text")


def test_a_file_without_text_is_refused(tmp_path):
    with pytest.raises(SourceError, match="no text in this file"):
        read(pdf(tmp_path / "a.pdf", []), "pdf")


def test_a_reading_can_be_stopped_in_the_middle(tmp_path):
    class Stopped(Exception):
        pass

    def stop(done, of):
        raise Stopped

    with pytest.raises(Stopped):
        read(pdf(tmp_path / "a.pdf", ["one"], ["two"]), "pdf", on_page=stop)


def test_a_file_is_told_by_its_ending():
    assert [kind_of(name) for name in ("a.TXT", "b.md", "c.pdf")] == ["text", "markdown", "pdf"]
    with pytest.raises(SourceError, match=r"'a.docx' is no text"):
        kind_of("a.docx")
