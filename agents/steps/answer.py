"""Answer: word the claims, piece by piece, say what could be asked next, and have a language model word it again."""

from collections.abc import Iterator

from agents.counsel.wording import word
from agents.events import AnswerDelta, Emit
from agents.kit import Kit
from agents.language.phrasing import counted
from agents.state import State
from agents.tasks.suggest import suggestions
from agents.threads import aside

_WORDS_A_PIECE = 6


async def answer(state: State, kit: Kit, emit: Emit) -> State:
    """Return the state with the answer's text, which is what the pieces told join up to, and suggestions."""
    told: list[str] = []
    for number, claim in enumerate(state.claims):
        for piece in pieces(claim.text if number == 0 else f" {claim.text}"):
            told.append(piece)
            await emit(AnswerDelta(piece, number))
    state = state.with_(answer="".join(told), suggestions=await aside(suggestions, state, kit))
    return await word(state, kit, emit)


def summary(state: State) -> str:
    """Say how long the answer is and how much stands behind it."""
    grounded = sum(bool(each.edges or each.nodes) for each in state.claims)
    quoted = sum(bool(each.passages) for each in state.claims)
    said = f"{counted(len(state.claims), 'sentence')}, {grounded} tied to the graph"
    return f"{said}, {quoted} to other sources" if quoted else said


def pieces(text: str) -> Iterator[str]:
    """Yield the text in groups of words that join up to it."""
    words = text.split(" ")
    for start in range(0, len(words), _WORDS_A_PIECE):
        group = " ".join(words[start : start + _WORDS_A_PIECE])
        yield group if start == 0 else f" {group}"
