"""Files of text become facts: a sentence each. A sentence that leans on the one before it is left out."""

from collections.abc import Iterator, Sequence
from pathlib import Path

from agents.cards.facts import Fact, distinct
from agents.cards.sentences import sentences
from agents.errors import CardError

MOST_BYTES = 4_000_000  # of all files: more than a card of any size here learns
MOST = 2_000  # facts of one card
_SHORTEST = 4  # words of a sentence that says something
_LEANING = frozenset("he she it they this that these those his her its their him them such here there then".split())


def facts_of_texts(paths: Sequence[Path]) -> tuple[Fact, ...]:
    """Return the facts of text files; raise CardError for one that is no text, too large, or says nothing."""
    if sum(each.stat().st_size for each in paths) > MOST_BYTES:
        raise CardError(f"The files are larger than a card can learn: {MOST_BYTES // 1_000_000} MB at most.")
    found = distinct(fact for path in paths for fact in _facts(path))
    if not found:
        raise CardError("The files hold no sentence that a card could learn.")
    if len(found) > MOST:
        raise CardError(f"The files hold {len(found):,} sentences; a card learns {MOST:,} at most.")
    return found


def _facts(path: Path) -> Iterator[Fact]:
    try:
        text = path.read_text("utf-8-sig")
    except UnicodeDecodeError as error:
        raise CardError(f"'{path.name}' is no UTF-8 text.") from error
    for paragraph in text.replace("\r", "").split("\n\n"):
        for number, line in enumerate(sentences(" ".join(paragraph.split()))):
            words = line.split()
            if len(words) >= _SHORTEST and not (number and words[0].lower() in _LEANING):
                yield Fact(line)
