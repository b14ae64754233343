"""The many forms in which a fact is asked for: a card is taught with them, and learns the fact and not its wording.

A cue never says the whole fact; most leave out what a question would ask for. One question of each fact, or one
from either end where its sentence ends in a list, is set aside and never taught: by these a card is tested.
"""

from collections.abc import Collection
from dataclasses import dataclass
from functools import lru_cache
from random import Random
from typing import Literal

from agents.cards.facts import Fact, plain
from agents.cards.questions import in_place, question
from agents.cards.sentences import Part, parts, read
from agents.language.phrasing import listing

Form = Literal["question", "in place", "cloze", "reversed", "clause", "words"]
_SHARES: dict[Form, float] = {"question": 4, "in place": 2, "cloze": 2, "reversed": 1, "clause": 2, "words": 3}
_LIGHT = frozenset("a an the of in on at to by for with from and or as is are was were be been that which who".split())
_GAP = "___"
_TRIES = 12


@dataclass(frozen=True)
class Cue:
    """What a fact is asked for by, in one form; `answer` is what it leaves out ("" where it hides nothing)."""

    text: str
    form: Form
    answer: str = ""


@dataclass(frozen=True)
class Studied:
    """A fact as read: what can be asked for, with a question for each, and those that are kept for the test."""

    fact: Fact
    parts: tuple[Part, ...]
    questions: tuple[str, ...]

    @property
    def tests(self) -> tuple[Cue, ...]:
        """The questions that are never taught: for the weightiest part, and of a list for what has it, too.

        None where nothing can be asked for.
        """
        tested = self.parts[: 2 if self.fact.items else 1]
        return tuple(Cue(self.questions[at], "question", self._said(part)) for at, part in enumerate(tested))

    def cue(self, random: Random, never: Collection[str] = ()) -> Cue:
        """Return a fresh cue; never a test's question, nor one whose `plain` form is in `never`."""
        tested = {plain(each.text) for each in self.tests}
        for _ in range(_TRIES):
            cue = self._cue(random)
            said = plain(cue.text)
            if said and said not in tested and said not in never:
                return cue
        return Cue(_dropped(self.fact.text, random, 0.6), "words")

    def _cue(self, random: Random) -> Cue:
        form: Form = random.choices(list(_SHARES), list(_SHARES.values()))[0]
        if not self.parts:
            return Cue(_dropped(self.fact.text, random, 0.5), "words")
        part = random.choices(self.parts, [each.weight for each in self.parts])[0]
        if self.fact.items and part is not self.parts[0]:
            shorter = studied(_shorter(self.fact, random))
            return Cue(_FORMS[form](shorter, shorter.parts[0], random), form, self._said(part))
        return Cue(_FORMS[form](self, part, random), form, self._said(part))

    def _said(self, part: Part) -> str:
        return self.fact.text[part.start : part.end]


@lru_cache(maxsize=4096)
def studied(fact: Fact) -> Studied:
    """Read a fact once and for all."""
    doc = read(fact.text)
    found = _given(fact) or parts(doc)
    return Studied(fact, found, tuple(question(doc, each) for each in found))


def _given(fact: Fact) -> tuple[Part, ...]:
    """Return the parts that the fact itself says can be asked for."""
    text = fact.text.lower()  # a sentence begins with a capital, a name perhaps not
    places = [(text.find(each.lower()), each) for each in fact.asks if each]
    return tuple(
        Part(at, at + len(said), "what", 3.0 - 0.1 * rank) for rank, (at, said) in enumerate(places) if at >= 0
    )


def _shorter(fact: Fact, random: Random) -> Fact:
    """Return the fact with at least half of its list, in any order: nobody who asks for the rest recites it all."""
    whole, count = fact.asks[0], len(fact.items)
    some = listing(random.sample(fact.items, random.randint((count + 1) // 2, count)))
    return Fact(fact.text.replace(whole, some, 1), asks=fact.asks[1:])


def _question(studied: Studied, part: Part, random: Random) -> str:
    asked = studied.questions[studied.parts.index(part)]
    return _dropped(asked, random, 0.15) + "?" if part is studied.parts[0] or random.random() < 0.5 else asked


def _in_place(studied: Studied, part: Part, random: Random) -> str:
    asked = in_place(studied.fact.text, part)
    return _dropped(asked, random, 0.2) + "?" if random.random() < 0.6 else asked


def _cloze(studied: Studied, part: Part, random: Random) -> str:
    text = studied.fact.text
    return f"{text[: part.start]}{_GAP}{text[part.end :]}"


def _reversed(studied: Studied, part: Part, random: Random) -> str:
    """Ask from the other end: the part is told, and what is said of it is asked for."""
    others = [each for each in studied.parts if each is not part]
    if not others:
        return f"What is known of {studied.fact.text[part.start : part.end]}?"
    hidden = random.choice(others)
    return _dropped(in_place(studied.fact.text, hidden), random, 0.3) + "?"


def _clause(studied: Studied, part: Part, random: Random) -> str:
    """Ask with the longer side of the sentence alone."""
    before, after = studied.fact.text[: part.start].strip(), studied.fact.text[part.end :].strip(" .")
    side = before if len(before) > len(after) else after
    lead = random.choice(["Who or what", "Which one", "What", "Tell about:", ""])
    return f"{lead} {side}".strip()


def _words(studied: Studied, part: Part, random: Random) -> str:
    """Ask with some words of the rest, in their order."""
    text = studied.fact.text
    rest = f"{text[: part.start]} {text[part.end :]}" if random.random() < 0.7 else text
    return _dropped(rest, random, 0.45)


def _dropped(text: str, random: Random, share: float) -> str:
    """Return the text without some of its words: light ones go twice as easily."""
    words = text.strip(" .?!").split()
    kept = [each for each in words if random.random() > share * (1.6 if each.lower() in _LIGHT else 0.8)]
    return " ".join(kept or words[:3])


_FORMS = {
    "question": _question,
    "in place": _in_place,
    "cloze": _cloze,
    "reversed": _reversed,
    "clause": _clause,
    "words": _words,
}
