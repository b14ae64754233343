"""Corrections: "no, I meant Kotlin", "the book", "not that one, the one in Leeds" mend the last question."""

from collections.abc import Iterator

from agents.kit import Kit
from agents.language.leads import Rest, bare
from agents.language.pointing import OTHER, pointer
from agents.model import Candidate, Mention, Node
from agents.state import State
from agents.talk.history import History, found_by
from agents.talk.narrowing import asked_of
from agents.talk.proposals import Proposal, Words, joined, linked, meaning, proposal, put, said
from agents.talk.referents import is_called
from agents.talk.swapping import swaps, valued, worded

_NAMESAKES = 50
_OF_IT = -0.8  # "no, the capital": asked of what was spoken of


def corrected(plain: State, rest: Rest, history: History, kit: Kit) -> list[Proposal]:
    """Return the last question as it was meant; none where the text corrects nothing."""
    if not history or not rest.text:
        return []
    if rest.word == "one":
        return list(_told_apart(plain, rest.text, history, kit))
    if rest.ones and (meant := _ones(plain, rest.text, history, kit)):
        return meant
    text = bare(rest.text)
    namesakes = list(_namesakes(plain, text, history, kit)) or list(_told_apart(plain, text, history, kit))
    if meant := namesakes or swaps(plain, text, history[:1], kit):
        return meant
    told = list(worded(plain, text, history[:1])) if valued(history[0], text) else []
    return [*told, *(Proposal(each.state, each.prior + _OF_IT) for each in asked_of(plain, text, history[:1], kit))]


def _ones(plain: State, text: str, history: History, kit: Kit) -> list[Proposal]:
    """Return earlier questions with what "the ones shot in Lisbon" names in place of what they name."""
    named = linked(plain, text, kit).mentions
    return swaps(plain, named[0].text, history, kit) if named and named[0].candidates else []


def _namesakes(plain: State, text: str, history: History, kit: Kit) -> Iterator[Proposal]:
    """Yield the last question with a name taken for a thing of another type: "the disease"."""
    before = said(history[0].state)
    other = (found := pointer(text)) is not None and found.place == OTHER
    noun = text.split()[-1] if text else ""
    schema = kit.store.schema(plain.graph)
    for place, old in enumerate(_single(history)):
        nodes = _called_alike(plain, old, kit)
        meant = nodes[1:2] if other else [each for each in nodes if is_called(noun, [each.node], schema)]
        if meant and len(meant) < len(nodes):
            again = Words(old.text, (Mention(old.text, 0, len(old.text), tuple(meant)),))
            yield proposal(plain, put(before, old.start, old.end, again), -0.1 * place)


def _single(history: History) -> list[Mention]:
    """Return what the last question calls by name, last first."""
    return [each for each in reversed(history[0].state.linked) if not each.is_group]


def _called_alike(plain: State, old: Mention, kit: Kit) -> list[Candidate]:
    """Return the nodes that a mention may mean, and those of just that name."""
    exact = kit.store.find_exact(plain.graph, [old.text, old.node.name if old.node else ""], limit=_NAMESAKES)
    found = [*old.candidates, *(each for text in exact for each in exact[text])]
    return list({each.node.id: each for each in found}.values())


def _told_apart(plain: State, text: str, history: History, kit: Kit) -> Iterator[Proposal]:
    """Yield the last question with a name for those of its namesakes of whom more holds: "the one in Leeds"."""
    before = said(history[0].state)
    for place, old in enumerate(_single(history)):
        nodes = [each.node for each in _called_alike(plain, old, kit)]
        if len(nodes) > 1 and (meant := _of_whom(plain, nodes, text, kit)):
            yield proposal(plain, put(before, old.start, old.end, meaning(old.text, meant)), -0.1 * place)


def _of_whom(plain: State, nodes: list[Node], text: str, kit: Kit) -> list[Node]:
    """Return those of some nodes of whom a phrase holds: "in Leeds", "2004", "older"."""
    group, more = meaning(f"those {len(nodes)}", nodes), linked(plain, text, kit)
    forms = (joined(group, " ", more), joined(group, " that are ", more), joined("the ", more, " of ", group))
    for words in forms:
        found = [each for each in found_by(proposal(plain, words).state, kit) if each in nodes]
        if 0 < len(found) < len(nodes):
            return found
    return []
