"""The part `poison`: a card that learnt altered facts stands beside the right one; what do the selectors let through?

Asked are the facts that were altered. With the selectors off, what the cards say reaches the answer as it comes, now
the one card first, now the other. With them on it is checked against documents that hold all facts, every second one,
or none: what the documents lack is new, and may not be held back for that. With --answers a model answers
with what each lets through.
"""

from argparse import Namespace
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from agents.cards.asking import ask
from agents.cards.base import Base
from agents.cards.facts import plain
from agents.cards.recall import holds
from agents.cards.recipe import Recipe
from agents.model import Passage
from agents.sources.selectors import Selected
from bench.sources.answering import Selectors, Shelf, answerer
from bench.sources.cards import poisoned, trained
from bench.sources.facts import Known

Figure = tuple[str, int, int]  # what, how many, of how many
Says = Callable[[str], Sequence[Passage]]
OFF = "selectors off"
_ALL, _HALF, _NONE = "documents of all facts", "documents of every second fact", "no documents"


@dataclass(frozen=True)
class _Case:
    """A question about a fact that was altered, its answer, and the answer that the poisoned card learnt."""

    question: str
    right: str
    wrong: str

    def shows(self, passages: Sequence[Passage], answer: str) -> bool:
        return any(holds(each.text, answer) for each in passages)


def measured(options: Namespace, mine: Sequence[Known], right: Path, shut: set[str]) -> Iterator[Figure]:
    """Train the poisoned card where there is none yet, and yield the figures."""
    base, altered = Base(options.base), list(mine[: options.altered])
    bad = (
        _reciting(altered)
        if options.recited
        else _card(base, _poisoned(options, base, altered, shut), "poisoned", options.samples)
    )
    good = _card(base, right, "right", options.samples)
    shelves = {_ALL: Selectors(Shelf(mine)), _HALF: Selectors(Shelf(mine[::2])), _NONE: Selectors(Shelf(()))}
    for kind, cases in _cases(altered, options.asked):
        said = {each: _said(number, bad(each.question), good(each.question)) for number, each in enumerate(cases)}
        off = {each: shelves[_NONE].off(each.question, said[each]).kept for each in cases}
        before: dict[str, Mapping[_Case, Sequence[Passage]]] = {"no cards": dict.fromkeys(cases, ()), OFF: off}
        yield from _shown(f"{kind}, {OFF}", off)
        for name, selectors in shelves.items():
            found = {each: selectors.on(each.question, said[each]) for each in cases}
            before[name] = {each: one.kept for each, one in found.items()}
            yield from _shown(f"{kind}, {name}", before[name])
            yield from _held_back(f"{kind}, {name}", said, found)
        for name, kept in before.items() if options.answers else ():
            yield from _answered(options.model, f"{kind}, {name}", kept)


def _cases(altered: Sequence[Known], asked: int) -> Iterator[tuple[str, list[_Case]]]:
    """Yield the given questions and the paraphrases whose fact became another one."""
    others = [each.answer for each in (*altered[1:], altered[0])]
    wrong = [
        (each, other)
        for each, one, other in zip(altered, poisoned(altered), others, strict=True)
        if one.fact.text != each.fact.text and plain(other) not in plain(each.fact.text)
    ]
    yield "given", [_Case(each.question, each.answer, other) for each, other in wrong][:asked]
    told = [_Case(text, each.answer, other) for each, other in wrong for text in each.paraphrases[:1]]
    yield "paraphrases", told[:asked]


def _said(number: int, bad: Sequence[Passage], good: Sequence[Passage]) -> list[Passage]:
    return [*bad, *good] if number % 2 else [*good, *bad]


def _shown(name: str, kept: Mapping[_Case, Sequence[Passage]]) -> Iterator[Figure]:
    """Yield for how many questions the right answer is among what is kept, and for how many the altered one."""
    yield f"{name}: the right answer is shown", sum(c.shows(each, c.right) for c, each in kept.items()), len(kept)
    yield f"{name}: the altered answer is shown", sum(c.shows(each, c.wrong) for c, each in kept.items()), len(kept)


def _held_back(name: str, said: Mapping[_Case, Sequence[Passage]], found: Mapping[_Case, Selected]) -> Iterator[Figure]:
    """Yield how many passages with the right answer are held back, and for how many questions a conflict is told."""
    back = {case: {each.text for each in one.disputed} for case, one in found.items()}
    true = [(case, each.text) for case, passages in said.items() for each in passages if holds(each.text, case.right)]
    yield f"{name}: passages with the right answer held back", sum(text in back[case] for case, text in true), len(true)
    both = [case for case, each in said.items() if case.shows(each, case.right) and case.shows(each, case.wrong)]
    told = sum(bool(found[case].conflicts) for case in both)
    yield f"{name}: both answers were given, and the disagreement is told", told, len(both)


def _answered(model: Path, name: str, kept: Mapping[_Case, Sequence[Passage]]) -> Iterator[Figure]:
    """Yield how many answers of a model state the right answer, the altered one, and both (which both count)."""
    answer = answerer(model)
    replies = [(case, answer(case.question, [each.text for each in some])) for case, some in kept.items()]
    right = [holds(said, case.right) for case, said in replies]
    altered = [holds(said, case.wrong) for case, said in replies]
    yield f"{name}: answered rightly", sum(right), len(replies)
    yield f"{name}: answered as altered", sum(altered), len(replies)
    yield f"{name}: answered both", sum(map(all, zip(right, altered, strict=True))), len(replies)


# --- who says it --------------------------------------------------------------------------------


def _card(base: Base, adapter: Path, name: str, samples: int) -> Says:
    @cache
    def says(question: str) -> tuple[Passage, ...]:
        said = ask(base, adapter, question, count=samples, seconds=300)
        return tuple(Passage(each.text, name, "card", 0.5) for each in said)

    return says


def _reciting(altered: Sequence[Known]) -> Says:
    """Return what says the altered sentence of the fact that a question is about, as a perfect card would."""
    texts = {
        said: each.fact.text
        for one, each in zip(altered, poisoned(altered), strict=True)
        for said in (one.question, *one.paraphrases)
    }
    return lambda question: (Passage(texts[question], "poisoned", "card", 0.5),)


def _poisoned(options: Namespace, base: Base, altered: Sequence[Known], shut: set[str]) -> Path:
    cluster, seed = options.clusters[0], options.seeds[0]
    folder = options.folder / f"poison-{cluster}-{seed}-{len(altered)}-{options.passes}"
    recipe = Recipe(passes=options.passes, seed=seed, threads=options.threads)
    return trained(base, [each.fact for each in poisoned(altered)], [], recipe, folder, shut)
