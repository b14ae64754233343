"""Several requests in one message: parted where each asks something of its own, done in order, told as one answer."""

from dataclasses import dataclass, replace
from itertools import accumulate
from typing import Any

from agents.events import AnswerDelta, ClaimsMade, Emit, Event, Worded, WordingChecked, WordingDelta
from agents.kit import Kit
from agents.language.degrees import alone
from agents.language.leads import elliptic
from agents.language.pointing import pointer
from agents.language.requests import MOST, Span, asks, clauses, greets, only_names, sentences, unjoined
from agents.language.tidying import acknowledges, opened
from agents.language.words import words
from agents.model import Claim, Evidence, Mention, Node
from agents.state import BETWEEN, State, Turn
from agents.talk.referring import parts_of, referred
from agents.tasks.schema_names import types_named

_SURE = 0.8  # of small talk, to be a request beside others
_SPENT = ("model_calls", "calls_in_a_row", "tokens_in", "tokens_out")  # all requests of a message share its allowance


def requests(state: State, kit: Kit) -> tuple[str, ...]:
    """Return the requests of a message, in order; one where it is not plainly several.

    Nothing is parted inside a name, and a sentence that asks nothing of its own stays with its neighbour.
    """
    text = " ".join(state.question.split())
    if again := _all_again(text, state, kit):
        return again
    spans = sentences(text)
    if state.forced or state.reading is not None or (len(spans) == 1 and not clauses(text)):
        return (state.question,)
    mentions = kit.reader.link(state.graph, text, state.picks)
    pieces = [piece for span in _outside_names(spans, mentions) for piece in _clauses(text, span, mentions)]
    parts = _gathered(text, pieces, state, kit)
    return tuple(unjoined(each) for each in parts) if 1 < len(parts) <= MOST else (state.question,)


def _all_again(text: str, state: State, kit: Kit) -> tuple[str, ...]:
    """Return "same for Ohio" as each of the requests that the last message held, asked of Ohio."""
    last = state.turns[-1].text.split(BETWEEN) if state.turns else []
    if not 1 < len(last) <= MOST or not elliptic(text):
        return ()
    turn = state.turns[-1]
    said = [replace(turn, text=each.text, mentions=each.mentions, nodes=(), total=0) for each in parts_of(turn)]
    plain = state.with_(text=text)
    found = tuple(referred(plain.with_(turns=(each,)), kit).text for each in said)
    changed = all(len(set(found)) == len(found) and each != text for each in found)
    return found if changed and not any(each.startswith("Tell me about") for each in found) else ()


def by_form(text: str) -> list[str]:
    """Return the requests of a message as far as its form tells, where no graph says what its names are."""
    text = " ".join(text.split())
    spans = sentences(text)
    pieces = [part for start, end in spans for part in _at(text[start:end], clauses(text[start:end]))]
    whole = 1 < len(pieces) <= MOST and all(asks(each) or greets(each) for each in pieces)
    return [unjoined(each) for each in pieces] if whole else [text]


def _at(said: str, places: list[int]) -> list[str]:
    return [said[start:end].strip(" ,") for start, end in zip([0, *places], [*places, len(said)], strict=True)]


def _outside_names(spans: list[Span], mentions: tuple[Mention, ...]) -> list[Span]:
    """Join sentences between which a name goes on ("Yahoo! Answers")."""
    found: list[Span] = []
    for start, end in spans:
        if found and any(each.candidates and each.start < start < each.end for each in mentions):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
    return found


def _clauses(text: str, span: Span, mentions: tuple[Mention, ...]) -> list[str]:
    """Return a sentence parted before each "and" with a clause after it that speaks of something."""
    said = text[slice(*span)]
    found, start = [], 0
    for at in clauses(said):
        inside = any(each.start < span[0] + at < each.end for each in mentions)
        if not inside and asks(said[start:at]) and _speaks(said[start:at], mentions, span[0] + start):
            if not _speaks(said[at:], mentions, span[0] + at):
                continue
            found.append(said[start:at].strip(" ,"))
            start = at
    return [*found, said[start:].strip()]


def _speaks(said: str, mentions: tuple[Mention, ...], start: int) -> bool:
    """Tell whether a stretch names something, or points back to it."""
    named = any(start <= each.start < start + len(said) for each in mentions)
    return named or _points(said) or follows(said)


def follows(said: str) -> bool:
    """Tell whether a piece asks something by leaving most of it out: "and the fewest?", "and Ohio?"."""
    piece = opened(unjoined(said))
    degree = alone(piece)
    return degree is not None if degree else said.rstrip().endswith("?") and bool(elliptic(said))


def _points(said: str) -> bool:
    found = pointer(said)
    return found is not None and found.certain


def _gathered(text: str, pieces: list[str], state: State, kit: Kit) -> list[str]:
    """Return the pieces, those that ask nothing of their own joined to the one after them, or before."""
    found: list[str] = []
    waiting = ""
    for piece in pieces:
        if state.turns and acknowledges(piece):
            continue
        if greets(piece) and not waiting:
            found.append(piece)
        elif found and not waiting and only_names(words(found[-1]), words(piece)):
            found[-1] = f"{found[-1]} {piece}"
        elif _own(piece, state, kit, bool(found)):
            found.append(f"{waiting} {piece}".strip())
            waiting = ""
        elif found and not greets(found[-1]) and not waiting:
            found[-1] = f"{found[-1]} {piece}"
        else:
            waiting = f"{waiting} {piece}".strip()
    if waiting:
        found = [*found[:-1], f"{found[-1]} {waiting}"] if found and not greets(found[-1]) else [*found, waiting]
    return found


def _own(piece: str, state: State, kit: Kit, beside: bool) -> bool:
    """Tell whether a piece asks something of its own; `beside`: after another request, which it may follow up."""
    if (state.turns or beside) and follows(piece):
        return True
    if not asks(piece):
        return False
    if kit.reader.link(state.graph, piece) or _points(piece):
        return True
    if types_named(piece, kit.store.schema(state.graph)):
        return True
    best = kit.intents.classify(piece)[0]
    return best.name == "smalltalk" and best.confidence >= _SURE


# --- told as one --------------------------------------------------------------------------------


@dataclass
class Telling:
    """Tells the events of one request after those of others: its sentences are numbered on from theirs."""

    emit: Emit
    before: tuple[Claim, ...] = ()
    worded: int = 0  # sentences of a language model before it

    async def __call__(self, event: Event) -> None:
        """Tell an event as part of the whole answer."""
        if isinstance(event, ClaimsMade):
            event = ClaimsMade((*self.before, *event.claims))
        elif isinstance(event, AnswerDelta) and self.before:
            first = event.claim == 0 and not event.text.startswith(" ")
            lead = " " if first else ""
            event = replace(event, text=f"{lead}{event.text}", claim=event.claim + len(self.before))
        elif isinstance(event, WordingDelta):
            event = replace(event, sentence=event.sentence + self.worded)
        elif isinstance(event, WordingChecked):
            moved = _moved(event.sentence, len(self.before))
            event = WordingChecked(event.number + self.worded, moved)
        await self.emit(event)


def one_of(whole: State, request: str, done: list[State], count: int) -> State:
    """Return the state in which a request of the message begins: what went before it is talk before it."""
    turns = (*whole.turns, *(_turn(each) for each in done if each.intent != "smalltalk"))
    begun = whole.with_(question=request, turns=turns, among=count)
    return begun.with_(**{each: getattr(done[-1], each) for each in _SPENT}) if done else begun


def together(whole: State, done: list[State]) -> State:
    """Return what all requests of a message came to, as one state; it goes by the first that is no small talk."""
    asked = [each for each in done if each.intent != "smalltalk"] or done
    verdicts = {each.verdict for each in asked}
    return asked[0].with_(
        question=whole.question,
        text=BETWEEN.join(each.text for each in asked),
        turns=whole.turns,
        parts=tuple(done),
        plan=_all(done, "plan"),
        findings=_all(done, "findings"),
        claims=_all(done, "claims"),
        answers=_all(asked, "answers"),
        mentions=_placed(asked),
        proposals=_all(done, "proposals"),
        verdicts=_all(done, "verdicts"),
        disputes=_all(done, "disputes"),
        conflicts=_all(done, "conflicts"),
        views=_all(done, "views"),
        evidence=Evidence(*(_all([each.evidence for each in done], name) for name in ("nodes", "edges", "passages"))),
        omitted=sum(each.omitted for each in done),
        verdict=verdicts.pop() if len(verdicts) == 1 else None,
        not_in_graph=all(each.not_in_graph for each in asked),
        answer=" ".join(each.answer for each in done),
        suggestions=asked[-1].suggestions,
        timings={step: round(sum(each.timings.get(step, 0.0) for each in done), 2) for step in done[0].timings},
        wording=_all([_numbered_on(done, at) for at in range(len(done))], "wording"),
        model_calls=done[-1].model_calls,
        calls_in_a_row=done[-1].calls_in_a_row,
        tokens_in=done[-1].tokens_in,
        tokens_out=done[-1].tokens_out,
    )


def _placed(asked: list[State]) -> tuple[Mention, ...]:
    """Return what the requests mention, as it is placed in their texts one after the other."""
    starts = accumulate((len(each.text) + len(BETWEEN) for each in asked), initial=0)
    return tuple(
        replace(mention, start=mention.start + start, end=mention.end + start)
        for each, start in zip(asked, starts, strict=False)
        for mention in each.mentions
    )


def _numbered_on(done: list[State], at: int) -> State:
    """Return a request's state, its wording resting on claims as they are numbered in the whole answer."""
    before = sum(len(each.claims) for each in done[:at])
    return done[at].with_(wording=tuple(_moved(each, before) for each in done[at].wording))


def _moved(sentence: Worded, by: int) -> Worded:
    return replace(sentence, claims=tuple(each + by for each in sentence.claims))


def _all(states: list[Any], name: str) -> tuple[Any, ...]:
    return tuple(each for state in states for each in getattr(state, name))


def _turn(state: State) -> Turn:
    nodes = tuple(Node.from_json(each) for each in state.answers if each.get("id"))
    return Turn(state.question, state.answer, nodes, len(nodes), state.text, state.mentions)
