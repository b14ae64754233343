"""What words that point back may mean: the things that were spoken of or found, likeliest first."""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from agents.kit import Kit
from agents.language.phrasing import counted, plural
from agents.language.pointing import OTHER, Pointer, pointer
from agents.language.words import lemma
from agents.model import Node, Schema
from agents.reading.names import spoken
from agents.state import State
from agents.talk.history import History, Past
from agents.talk.proposals import Words, meaning
from agents.tasks.facts import label

_NEXT = -0.4  # each further thing that a pointer may mean
_OLDER = -1.2  # ... a turn earlier
_FEW = -0.9  # "those" of one thing, "it" of several
_NO_PERSON = -2.2  # "she" of what is no person, "it" of one
_OTHERWISE_CALLED = -1.2  # "that studio" of what is none
_WHO = re.compile(r"\W*(who|whom|whose)\b", re.I)
_TOLD = -0.2  # "that" of a word that answered
_TOLD_OF = -0.8  # "it", which rather means what the word was told of
_ASIDE = -0.4  # a thing of each of the last two turns, taken together


@dataclass(frozen=True)
class Referent:
    """Things said before, by the words that stand for them now."""

    nodes: tuple[Node, ...]
    prior: float = 0.0
    person: bool = False  # they answered "who"
    text: str = ""  # what was answered in words, where no thing was

    @property
    def words(self) -> Words:
        """A name, or "those 12 courts"."""
        if self.text:
            return Words(self.text)
        if len({each.name for each in self.nodes}) == 1:
            return meaning(self.nodes[0].name, self.nodes)
        return meaning(f"those {counted(len(self.nodes), label(self.nodes))}", self.nodes)

    @property
    def noun(self) -> str:
        """What they are called together: "courts"."""
        return plural(label(self.nodes))

    @property
    def many(self) -> bool:
        """Whether they are several."""
        return len(self.nodes) > 1


def referents(found: Pointer, history: History, state: State, kit: Kit) -> list[Referent]:
    """Return what a pointer may mean, likeliest first."""
    ranked: dict[tuple[str, ...], Referent] = {}
    for each in _weighed(found, _placed(found, history), state, kit):
        key = (*sorted(node.id for node in each.nodes), each.text)
        if key not in ranked or ranked[key].prior < each.prior:
            ranked[key] = each
    return sorted(ranked.values(), key=lambda each: -each.prior)


def _placed(found: Pointer, history: History) -> Iterable[Referent]:
    if found.place is not None:
        return _in_order(found, history)
    return _groups(history) if found.many else _singles(history, found)


def _weighed(found: Pointer, proposed: Iterable[Referent], state: State, kit: Kit) -> Iterator[Referent]:
    schema = kit.store.schema(state.graph)
    persons = kit.reader.persons(state.graph)
    for each in proposed:
        cost = _FEW if each.many != found.many or (found.count and found.count != len(each.nodes)) else 0.0
        if found.noun and found.noun not in ("one", "ones"):
            cost += 0.0 if each.nodes and is_called(found.noun, each.nodes, schema) else _OTHERWISE_CALLED
        if each.text:
            cost += _NO_PERSON if found.person else 0.0
        elif persons and found.person is not None:
            person = each.person or all(node.type in persons for node in each.nodes)
            cost += 0.0 if person == found.person else _NO_PERSON
        yield replace(each, prior=each.prior + cost)


def is_called(noun: str, nodes: Iterable[Node], schema: Schema) -> bool:
    """Tell whether things are of a type that a noun names: "studio", or another word that is declared for it."""
    return all(lemma(noun) in names_of(each.type, schema) for each in nodes)


def names_of(type: str, schema: Schema) -> set[str]:
    """Return what the members of a type are called, each; the last word of its name too ("court" of "FederalCourt")."""
    declared = schema.type(type)
    names = [spoken(type), *(spoken(each) for each in (declared.synonyms if declared else ()))]
    return {lemma(form) for name in names if name for form in (name, name.split()[-1])}


# --- one thing ------------------------------------------------------------------------------------


def _singles(history: History, found: Pointer) -> Iterator[Referent]:
    for past in history:
        if found.end and len(past.told) == 1:
            yield Referent((), _OLDER * past.age + (_TOLD if found.sort != "it" else _TOLD_OF), text=past.told[0])
        for place, nodes in enumerate(_things(past, found)):
            who = nodes == past.answered and _WHO.match(past.state.text) is not None
            yield Referent(nodes, _OLDER * past.age + _NEXT * place, who)


def _things(past: Past, found: Pointer) -> list[tuple[Node, ...]]:
    """Return what one turn may be spoken of for: what answered it, or what it was about all the while."""
    answered = past.answered
    single = answered if len(answered) == 1 else ()
    ranked = [*past.spoken, answered] if _goes_on(past, found) else [single, *past.spoken, answered]
    return [each for each in ranked if each]


def _goes_on(past: Past, found: Pointer) -> bool:
    """Tell whether a question pointed with the same word: the talk is about one thing all the while."""
    said = pointer(past.state.question)
    return said is not None and not said.many and said.place is None and said.sort == found.sort


# --- several --------------------------------------------------------------------------------------


def _groups(history: History) -> Iterator[Referent]:
    for past in history:
        several_first = sorted((each for each in _together(past) if each), key=lambda each: len(each) == 1)
        for place, nodes in enumerate(several_first):
            yield Referent(nodes, _OLDER * past.age + _NEXT * place)
    if len(history) > 1:
        yield from _side_by_side(*history[:2])
        yield from _in_a_row(history)


def _in_a_row(history: History) -> Iterator[Referent]:
    """Yield what three or more questions in a row were each about, or were answered with: "which of the three ..."."""
    for number in range(3, len(history) + 1):
        latest = history[number - 1 :: -1]
        rows = [[past.answered for past in latest], [past.spoken[-1] if past.spoken else () for past in latest]]
        for row in rows:
            things = {each.id: each for nodes in row for each in nodes}
            alike = len({each.type for each in things.values()}) == 1
            if all(len(nodes) == 1 for nodes in row) and len(things) == number and alike:
                yield Referent(tuple(things.values()), _ASIDE * (number - 1))


def _together(past: Past) -> list[tuple[Node, ...]]:
    """Return what a turn spoke of as several things; those of which some were counted go on being spoken of."""
    groups = [each for each in past.spoken if len(each) > 1]
    counted = past.reading is not None and past.reading.form == "count" and bool(past.state.linked)
    answered = [past.answered, *groups] if not counted else [*groups, past.answered]
    return [*answered, _one_each(past.spoken)]


def _one_each(spoken: tuple[tuple[Node, ...], ...]) -> tuple[Node, ...]:
    return tuple({nodes[0].id: nodes[0] for nodes in spoken}.values())


def _side_by_side(last: Past, before: Past) -> Iterator[Referent]:
    """Yield the answers to the last two questions together, and what both were about: "which of the two ..."."""
    for one, other in ((before.answered, last.answered), *_about_both(before, last)):
        pair = {each.id: each for each in (*one, *other)}
        if len(one) == len(other) == 1 and len(pair) == 2 and len({each.type for each in pair.values()}) == 1:
            yield Referent(tuple(pair.values()), _ASIDE)


def _about_both(before: Past, last: Past) -> list[tuple[tuple[Node, ...], tuple[Node, ...]]]:
    return [(before.spoken[-1], last.spoken[-1])] if before.spoken and last.spoken else []


# --- in their order -------------------------------------------------------------------------------


def _in_order(found: Pointer, history: History) -> Iterator[Referent]:
    """Yield the second, the last or the other of several things, of the latest that were several."""
    for age, nodes in _several(history):
        if found.place == OTHER:
            others = _others(nodes, history, age)
            if others and (found.many or len(others) == 1):
                yield Referent(others, _OLDER * age)
        elif found.place is not None and -len(nodes) <= found.place < len(nodes):
            yield Referent((nodes[found.place],), _OLDER * age)


def _several(history: History) -> Iterator[tuple[int, tuple[Node, ...]]]:
    for past in history:
        groups = [past.answered, *past.spoken, _one_each(past.spoken)]
        yield from ((past.age, nodes) for nodes in groups if len(nodes) > 1)
    if len(history) > 1:
        yield from ((0, each.nodes) for each in _side_by_side(*history[:2]))


def _others(nodes: tuple[Node, ...], history: History, age: int) -> tuple[Node, ...]:
    """Return those that are not what the talk was about since: the answer to the last question, or what it named."""
    for past in history[: age + 1]:
        for focus in (past.answered, *past.spoken):
            left = tuple(each for each in nodes if each.id not in {node.id for node in focus})
            if left and len(left) < len(nodes):
                return left
    return ()
