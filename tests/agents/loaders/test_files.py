import gzip

import pytest

from agents.errors import LoadError
from agents.loaders.files import FileSource
from agents.loaders.textfile import MAX_LINE


@pytest.mark.parametrize(
    "content",
    [
        "Zoë\tin\tGênes\n".encode("utf-8-sig"),
        "Zoë\tin\tGênes\r\n".encode("utf-16"),
        "Zoë\tin\tGênes\r\n".encode("cp1252"),
        "Zoë\tin\tGênes\r".encode(),
        gzip.compress("Zoë\tin\tGênes\n".encode()),
    ],
    ids=["byte-order mark", "utf-16", "windows-1252", "old line ends", "gzip"],
)
def test_it_reads_what_people_have(read, content):
    assert read("a.tsv", content).triples == [("Zoë", "in", "Gênes")]


def test_windows_quotes_are_read_as_they_were_written(read):
    assert read("a.tsv", "“x”\tr\t5€\n".encode("cp1252")).triples == [("“x”", "r", "5€")]


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (b"", "is empty"),
        (b" \n\n", "is empty"),
        (b"PK\x03\x04\x00\x00\x00", "is not a text file"),
        (b"\x1f\x8b but no gzip", "is not a sound gzip file"),
        (b"just some words\nand more\n", "is not in the format tsv"),
    ],
)
def test_a_bad_file_is_one_sentence(write, content, words):
    with pytest.raises(LoadError, match=words) as caught:
        FileSource([write("bad.tsv", content)])
    assert str(caught.value).count("\n") == 0


def test_a_missing_file_a_folder_and_no_file_are_told(tmp_path):
    with pytest.raises(LoadError, match="There is no file"):
        FileSource([tmp_path / "nowhere.tsv"])
    with pytest.raises(LoadError, match="is a folder"):
        FileSource([tmp_path])
    with pytest.raises(LoadError, match="at least one file"):
        FileSource([])


def test_a_gzip_file_that_breaks_off_is_told(write):
    rows = "".join(f"node {n}\tr\tnode {n * 7}\n" for n in range(20_000)).encode()
    source = FileSource([write("a.tsv.gz", gzip.compress(rows)[:-5_000])])
    with pytest.raises(LoadError, match="cannot be read to its end"):
        list(source.items())


def test_a_line_without_end_is_rejected_in_bounded_memory(read):
    found = read("a.tsv", "a\tr\tb\n" * 4000 + "x" * (3 * MAX_LINE) + "\nc\tr\td\n")
    assert found.rejects == [(4001, f"the line is longer than {MAX_LINE:,} characters")]
    assert found.triples[-1] == ("c", "r", "d")


def test_a_nul_in_the_middle_costs_one_row(read):
    found = read("a.tsv", "a\tr\tb\n" * 20_000 + "a\0\tr\tb\nc\tr\td\n")
    assert found.rejects == [(20_001, "the line holds a NUL character")]


@pytest.mark.parametrize(
    ("name", "content", "format"),
    [
        ("a.txt", "a\tr\tb\n", "tsv"),
        ("a.csv", "a\tr\tb\nc\tr\td\n", "tsv"),
        ("a", ":ID,name\n1,Ada\n", "csv"),
        ("a.dat", '{"type":"node","id":"1"}\n', "apoc"),
        ("a.txt", "format-version: 1.2\n\n[Term]\nid: A\n", "obo"),
        ("A.TSV.GZ", gzip.compress(b"a\tr\tb\n"), "tsv"),
    ],
)
def test_it_guesses_the_format_by_ending_and_look(write, name, content, format):
    assert FileSource([write(name, content)]).files[0][1].name == format


def test_a_named_format_that_does_not_fit_is_told(write):
    with pytest.raises(LoadError, match="is not in the format obo: it needs"):
        FileSource([write("a.tsv", "a\tr\tb\n")], "obo")
    with pytest.raises(LoadError, match="There is no format 'tvs'; did you mean 'tsv'"):
        FileSource([write("a.tsv", "a\tr\tb\n")], "tvs")


def test_progress_ends_at_the_total(write):
    source = FileSource([write("a.tsv", "a\tr\tb\n" * 100), write("n.csv", ":ID,name\n1,Ada\n")])
    list(source.items())
    assert source.done() == source.total > 0
