"""Writing a query where no reading fits: two drafts at once, repaired at most twice, and run only if they agree.

The model never writes query text: a draft becomes a `Match` value, which the store compiles with parameters as any.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from time import perf_counter

from agents.counsel.asking import Errand, Prompt, ask, asked
from agents.counsel.drafts import Terms, reading, schema
from agents.errors import EngineError, QueryError
from agents.events import Emit, ModelFailed
from agents.kit import Kit
from agents.llms.chat import Message
from agents.model import RelationType
from agents.prompts.prompt import prompt, quoted
from agents.reading.reader import Reading
from agents.state import Lookup, State
from agents.threads import aside

_LIMIT = 220
_REPAIRS = 2
_RELATIONS, _TYPES, _THINGS = 20, 20, 4
_LENGTH = 80  # characters of a name


@dataclass(frozen=True)
class _Draft:
    """One try: what was asked, and what came of it, or what is wrong with it."""

    prompt: Prompt
    reading: Reading | None = None
    fault: str = ""
    written: str = ""


async def write(state: State, kit: Kit, emit: Emit) -> State:
    """Return the state with a query of the model's to run, or as it is."""
    if not _to_be_written(state):
        return state
    terms = await aside(_terms, state, kit)
    before, begun = state, perf_counter()
    state, drafts = await _drafted(state, kit, emit, terms)
    if not drafts:
        return state
    failure, found = await _agreed(state, kit, drafts)
    if failure:
        await emit(ModelFailed("write", kit.chat.name if kit.chat else "", failure))
        return state
    outcome = f"wrote: {found.words}" if found else "no query of this graph answers it"
    await emit(asked(before, state, kit, "write", outcome, begun))
    return _with(state, found) if found else state


def _to_be_written(state: State) -> bool:
    """Tell whether a question names things of the graph, nothing but these, and found no reading."""
    none = state.readings is not None and state.readings.status == "none"
    named = 0 < len(state.linked) <= _THINGS and not state.unknown and len(state.firm) == len(state.linked)
    return none and named and state.intent == "question" and state.reading is None


def _terms(state: State, kit: Kit) -> Terms:
    known = kit.store.schema(state.graph)
    near = [each.relation for each in kit.reader.relations(state.graph, state.text)]
    by_name = {each.name: each for each in known.relations}
    first = [by_name[name] for name in dict.fromkeys(near) if name in by_name]
    rest = sorted((each for each in known.relations if each not in first), key=lambda each: -each.count)
    things = tuple({each.node.id: each.node for each in state.linked if each.node}.values())
    types = sorted(known.types, key=lambda each: -each.count)[:_TYPES]
    return Terms(things, tuple(each.name for each in types), tuple([*first, *rest][:_RELATIONS]))


async def _drafted(state: State, kit: Kit, emit: Emit, terms: Terms) -> tuple[State, list[_Draft]]:
    """Ask for two drafts with the lists turned round, and for those that are wrong again; none where asking failed."""
    turned = Terms(terms.things, terms.types[::-1], terms.relations[::-1])
    drafts = [_Draft(_prompt(state, each)) for each in (terms, turned)]
    errand = Errand("write", _LIMIT, schema(terms))
    for _ in range(1 + _REPAIRS):
        wrong = [at for at, each in enumerate(drafts) if each.reading is None and (each.fault or not each.written)]
        if not wrong or (drafts[wrong[0]].written and state.calls_in_a_row >= kit.allowance.calls):
            break
        state, replies = await ask(state, kit, emit, errand, *(drafts[at].prompt for at in wrong))
        if not replies:
            return state, []
        for at, reply in zip(wrong, replies, strict=True):
            drafts[at] = _read(drafts[at], reply.text, terms)
    return state, drafts


def _read(draft: _Draft, text: str, terms: Terms) -> _Draft:
    try:
        return replace(draft, reading=reading(text, terms), fault="", written=text or "nothing")
    except QueryError as error:
        again = prompt("repair", fault=quoted(str(error)))
        repaired = (*draft.prompt, Message("assistant", quoted(text)), *again)
        return replace(draft, prompt=repaired, fault=str(error), written=text or "nothing")


async def _agreed(state: State, kit: Kit, drafts: Sequence[_Draft]) -> tuple[str, Reading | None]:
    """Return why nothing can be made of the drafts, or the reading that they agree on, if they have one."""
    if fault := next((each.fault for each in drafts if each.fault), ""):
        return f"It wrote no query that can be run: {fault}", None
    one, other = (each.reading for each in drafts)
    if one is None and other is None:
        return "", None
    if one is None or other is None or not _alike(one, other):
        return "It wrote one query, then another.", None
    try:
        found = await aside(kit.store.match, state.graph, one.query)  # type: ignore[arg-type]
    except EngineError as error:
        return f"Its query could not be run: {error}", None
    return ("", one) if any(cell for row in found.rows for cell in row.cells) else ("Its query found nothing.", None)


def _alike(one: Reading, other: Reading) -> bool:
    """Tell whether two drafts ask the same, whatever their variables are called."""
    return one.form == other.form and _shape(one) == _shape(other)


def _shape(draft: Reading) -> tuple[frozenset[object], object]:
    match = draft.query
    bound = {each.name: each.ids or each.types or "free" for each in match.variables}  # type: ignore[union-attr]
    patterns = ((bound[each.source], each.relations, bound[each.target]) for each in match.patterns)  # type: ignore[union-attr]
    return frozenset(patterns), bound[match.returns[0].variable]  # type: ignore[union-attr]


def _prompt(state: State, terms: Terms) -> Prompt:
    things = [f"n{at}: {quoted(each.name, _LENGTH)} ({quoted(each.type, _LENGTH)})" for at, each in _counted(terms)]
    return prompt(
        "write",
        question=quoted(state.text or state.question),
        things="\n".join(things),
        types="\n".join(quoted(each, _LENGTH) for each in terms.types),
        relations="\n".join(_signature(each) for each in terms.relations),
    )


def _counted(terms: Terms) -> enumerate:  # type: ignore[type-arg]
    return enumerate(terms.things, 1)


def _signature(relation: RelationType) -> str:
    ends = max(relation.signatures, key=lambda each: each.count, default=None)
    between = f" ({quoted(ends.head, _LENGTH)} → {quoted(ends.tail, _LENGTH)})" if ends else ""
    return f"{quoted(relation.name, _LENGTH)}{between}"


def _with(state: State, found: Reading) -> State:
    assert state.readings
    readings = replace(state.readings, status="unsure", readings=(*state.readings.readings, found))
    chosen = len(readings.readings) - 1
    return state.with_(readings=readings, chosen=chosen, counsel="written", plan=(Lookup(found.words, found.query),))
