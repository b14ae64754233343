"""Corrections: "no, I meant Kotlin", "the book", "not that one, the one in Leeds" mend the last question."""

from collections.abc import Iterator

from agents.kit import Kit
from agents.language.leads import Rest, bare, is_whole
from agents.language.pointing import OTHER, pointer
from agents.model import Candidate, Mention
from agents.state import State
from agents.talk.history import History
from agents.talk.narrowing import asked_of
from agents.talk.proposals import Proposal, Words, joined, linked, proposal, put, said
from agents.talk.referents import is_called
from agents.talk.swapping import swaps

_NAMESAKES = 50
_OF_IT = -0.8  # "no, the capital": asked of what was spoken of


def corrected(plain: State, rest: Rest, history: History, kit: Kit) -> list[Proposal]:
    """Return the last question as it was meant; none where the text corrects nothing."""
    if not history or not rest.text:
        return []
    if is_whole(rest.text):
        return [proposal(plain, linked(plain, rest.text, kit))]
    if rest.word == "one":
        return list(_told_apart(plain, rest.text, history, kit))
    text = bare(rest.text)
    meant = [*_namesakes(plain, text, history, kit), *swaps(plain, text, history[:1], kit)]
    if meant:
        return meant
    return [Proposal(each.state, each.prior + _OF_IT) for each in asked_of(plain, text, history[:1], kit)]


def _namesakes(plain: State, text: str, history: History, kit: Kit) -> Iterator[Proposal]:
    """Yield the last question with a name taken for a thing of another type: "the disease"."""
    before = said(history[0].state)
    other = (found := pointer(text)) is not None and found.place == OTHER
    noun = text.split()[-1] if text else ""
    schema = kit.store.schema(plain.graph)
    for place, old in enumerate(reversed(history[0].state.linked)):
        nodes = _called_alike(plain, old, kit)
        meant = nodes[1:2] if other else [each for each in nodes if is_called(noun, [each.node], schema)]
        if meant and meant[0].node != old.node:
            again = Words(old.text, (Mention(old.text, 0, len(old.text), tuple(meant)),))
            yield proposal(plain, put(before, old.start, old.end, again), -0.1 * place)


def _called_alike(plain: State, old: Mention, kit: Kit) -> list[Candidate]:
    """Return the nodes that a mention may mean, and those of just that name."""
    exact = kit.store.find_exact(plain.graph, [old.text, old.node.name if old.node else ""], limit=_NAMESAKES)
    found = [*old.candidates, *(each for text in exact for each in exact[text])]
    return list({each.node.id: each for each in found}.values())


def _told_apart(plain: State, text: str, history: History, kit: Kit) -> Iterator[Proposal]:
    """Yield the last question with a name that says more: "Alex Kim in Leeds", of those who are called so."""
    before, more = said(history[0].state), linked(plain, text, kit)
    for place, old in enumerate(reversed(history[0].state.linked)):
        name = Words(old.text, Words("", (old,)).moved(-old.start))
        yield proposal(plain, put(before, old.start, old.end, joined("the ", name, " ", more)), -0.1 * place)
