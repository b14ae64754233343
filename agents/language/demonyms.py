"""Which country an adjective or a noun for people speaks of: "Danish" and "Danes" of Denmark.

Countries, what is of them and who is from them stand in `demonyms.txt`, with the names that one goes by.
"""

from functools import cache
from pathlib import Path

_FILE = Path(__file__).parent / "demonyms.txt"


def countries(said: str) -> tuple[str, ...]:
    """Return the names, in folded case, of what a word or two speak of as theirs; () where they speak of no country."""
    return _known().get(said.casefold(), ())


@cache
def _known() -> dict[str, tuple[str, ...]]:
    found: dict[str, tuple[str, ...]] = {}
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        names, colon, words = line.partition(":")
        if not colon or line.startswith("#"):
            continue
        called = tuple(each.strip().casefold() for each in names.split(";"))
        for word in (each.strip().casefold() for each in words.split(";")):
            for form in (word, f"{word}s"):
                found[form] = (*found.get(form, ()), *called)
    return found
