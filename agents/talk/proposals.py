"""Ways to complete a follow-up, and the choice between them: the reader has the last word."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from agents.kit import Kit
from agents.model import CONTEXT, Candidate, Mention, Node
from agents.query import Match
from agents.state import State

READ = 8  # proposals that are read
UNREAD = -6.0  # what is not read at all
_LEAST = -3.7  # and what is read worse than this is not, either
_AN_EDGE = -0.15  # what takes more edges is the less likely to be meant


@dataclass(frozen=True)
class Proposal:
    """A follow-up as a question of its own, and how likely it is so before it is read (0, and down from there).

    `par` is how well the question reads that it is made from: one that reads as well is perfect.
    """

    state: State
    prior: float = 0.0
    par: float = 0.0


def choose(proposals: Iterable[Proposal], kit: Kit, least: float = -99.0) -> State | None:
    """Return the proposal that reads best, with its readings; between equals the likelier, then the first.

    None where none reads better than `least`.
    """
    best: tuple[float, State] | None = None
    for each in sorted(proposals, key=lambda each: -each.prior)[:READ]:
        if best is not None and best[0] >= each.prior:
            break
        value, state = read(each, kit)
        if best is None or value > best[0] + 1e-6:
            best = value, state
    return best[1] if best and best[0] > least else None


def read(proposal: Proposal, kit: Kit) -> tuple[float, State]:
    """Return how good a proposal is once it is read, and its state with the readings.

    One that only says again what it names is as good as not read at all.
    """
    state = proposal.state
    found = kit.reader.read(state.graph, state.text, state.mentions)
    best = found.readings[0] if found.readings and found.status != "none" else None
    if best is None or best.score < _LEAST or best.words in {each.text for each in state.mentions}:
        return proposal.prior + UNREAD, state.with_(readings=found)
    edges = len(best.query.patterns) if isinstance(best.query, Match) and not proposal.par else 0
    fit = min(0.0, best.score - proposal.par) + _AN_EDGE * max(0, edges - 1)
    return proposal.prior + fit, state.with_(readings=found)


# --- texts with mentions --------------------------------------------------------------------------


@dataclass(frozen=True)
class Words:
    """A stretch of text with the mentions in it, as they are placed there."""

    text: str
    mentions: tuple[Mention, ...] = ()

    def moved(self, by: int) -> tuple[Mention, ...]:
        """Return the mentions as they are placed in a text in which the stretch starts so much later."""
        return tuple(Mention(m.text, m.start + by, m.end + by, m.candidates) for m in self.mentions)


def put(words: Words, start: int, end: int, new: Words) -> Words:
    """Return a text in which other words stand for its characters start to end; what is mentioned elsewhere stays."""
    text = f"{words.text[:start]}{new.text}{words.text[end:]}"
    before = tuple(each for each in words.mentions if each.end <= start)
    after = tuple(each for each in words.mentions if each.start >= end and each.end > start)
    shifted = Words("", after).moved(len(new.text) - (end - start))
    return Words(text, (*before, *new.moved(start), *shifted))


def part_of(text: str, mentions: Sequence[Mention], start: int, end: int) -> Words:
    """Return characters start to end of a text, with what is mentioned in them."""
    inside = tuple(each for each in mentions if start <= each.start and each.end <= end)
    return Words(text[start:end], Words("", inside).moved(-start))


def meaning(text: str, nodes: Sequence[Node]) -> Words:
    """Return words that mean certain nodes."""
    return Words(text, (Mention(text, 0, len(text), tuple(Candidate(each, 1.0, CONTEXT, text) for each in nodes)),))


def joined(*parts: Words | str) -> Words:
    """Return parts one after the other."""
    whole = Words("")
    for part in parts:
        added = part if isinstance(part, Words) else Words(part)
        whole = Words(whole.text + added.text, (*whole.mentions, *added.moved(len(whole.text))))
    return whole


def linked(state: State, text: str, kit: Kit) -> Words:
    """Return a text with the names in it."""
    return Words(text, kit.reader.link(state.graph, text, state.picks))


def said(state: State) -> Words:
    """Return a state's question with its mentions."""
    return Words(state.text, state.mentions)


def proposal(state: State, words: Words, prior: float = 0.0, par: float = 0.0) -> Proposal:
    """Return the proposal that a follow-up says these words."""
    mentions = tuple(sorted(words.mentions, key=lambda each: each.start))
    return Proposal(state.with_(text=words.text, mentions=mentions, readings=None), prior, par)
