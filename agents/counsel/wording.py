"""The answer once more, in a language model's words: each sentence tied to claims, and marked where they lack it.

The claims stay what they are and are shown whatever comes of this; answers and verdict are not looked at.
"""

from dataclasses import dataclass, field
from time import perf_counter

from agents.counsel.asking import Errand, asked, denied, listen
from agents.counsel.checking import checked
from agents.counsel.grounds import Grounds, grounds
from agents.counsel.sentences import Sentences, cleaned
from agents.events import Doubt, Emit, ModelFailed, Worded, WordingChecked, WordingDelta
from agents.kit import Kit
from agents.language.phrasing import clipped, counted
from agents.prompts.prompt import numbered, prompt, quoted
from agents.state import State
from agents.threads import aside

_WORDED = ("question", "relation", "path", "prerequisite", "clusters", "completion", "idea", "explore")
_FEWEST = 2  # claims that stand on something: one alone is a sentence already
_FACTS = 12
_SENTENCES = 4
_LIMIT = 240  # tokens to write
_MOST = 8  # sentences kept
_LONGEST = 600  # characters of one


async def word(state: State, kit: Kit, emit: Emit) -> State:
    """Return the state with the model's wording, where one is configured and there is something to word."""
    if kit.chat is None or not _worth_wording(state):
        return state
    writer = await aside(_writer, state, kit, emit)
    before, begun = state, perf_counter()
    errand = Errand("word", _LIMIT)
    if not denied(state, kit, kit.chat, errand, (_prompt(state),)):
        await emit(WordingDelta(""))
    state, whole = await listen(state, kit, emit, errand, _prompt(state), writer.take)
    if whole is None:
        return state
    await writer.end(cut=not whole.finished)
    if not any(each.claims and not each.doubts for each in writer.said):
        await emit(ModelFailed("word", kit.chat.name, "Nothing that it wrote rests on the answer."))
        return state
    marked = sum(bool(each.doubts) for each in writer.said)
    outcome = f"{counted(len(writer.said), 'sentence')}, {marked} marked"
    await emit(asked(before, state, kit, "word", outcome, begun))
    return state.with_(wording=tuple(writer.said))


def _worth_wording(state: State) -> bool:
    said = [each for each in state.claims if " " in each.text]  # "Yes." alone is no sentence
    standing = [each for each in said if each.edges or each.nodes or each.passages]
    return state.intent in _WORDED and len(standing) >= _FEWEST


def _prompt(state: State) -> tuple:  # type: ignore[type-arg]
    facts = numbered(each.text for each in state.claims[:_FACTS])
    name = "idea" if state.intent == "idea" else "word"
    return prompt(name, question=quoted(state.text or state.question), facts=facts, sentences=str(_SENTENCES))


def _writer(state: State, kit: Kit, emit: Emit) -> "_Writer":
    held = grounds(state, kit.store.schema(state.graph))
    dotted = tuple(each for each in held.names if "." in each)
    return _Writer(state.graph, kit, emit, held, Sentences(dotted))


@dataclass
class _Writer:
    """Tells the pieces of a wording as they come, and each sentence's check as soon as it is whole."""

    graph: str
    kit: Kit
    emit: Emit
    held: Grounds
    sentences: Sentences
    said: list[Worded] = field(default_factory=list)

    async def take(self, piece: str) -> None:
        """Take a piece as the model wrote it."""
        if len(self.said) >= _MOST:
            return
        for number, part in self.sentences.take(piece):
            await self.emit(WordingDelta(part, number))
        for sentence in self.sentences.finished():
            await self._check(sentence)

    async def end(self, cut: bool) -> None:
        """Check what is left; a sentence that the limit cut is not kept."""
        left = self.sentences.finished(last=True)
        for sentence in left[: len(left) - cut]:
            await self._check(sentence)

    async def _check(self, sentence: str) -> None:
        text = cleaned(sentence)
        worded = await aside(self._checked, text) if text else Worded("")
        self.said.append(worded)
        await self.emit(WordingChecked(len(self.said) - 1, worded))

    def _checked(self, text: str) -> Worded:
        if len(text) > _LONGEST:  # no sentence; to parse it would cost more than it could be worth
            return Worded(clipped(text, _LONGEST), (), (Doubt("relation", clipped(text, 60)),))
        return checked(text, self.held, self.kit.reader.link(self.graph, text))
