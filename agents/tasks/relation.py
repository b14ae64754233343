"""How two things are related: the edges between them, what the schema lets follow, else a short path."""

import re

from agents.kit import Kit
from agents.language.phrasing import readable
from agents.query import Match, Paths, Pattern, Return, Var
from agents.state import Lookup, State
from agents.tasks import question
from agents.tasks.absent import absent
from agents.tasks.ends import Ends, ids, name, two_ends
from agents.tasks.judged import inverses, judged, related
from agents.tasks.naming import named_relation, says_something

_HOPS = 4
_CHAIN = 8
_CHAINS = 12
_READ = 30  # words; a longer text tells more than it asks, and is not read as a question of its own
_ASKED = r"(is|are|was|were|do|does|did|has|have|had|can|could|will|would|should)"
_YES_OR_NO = re.compile(
    rf"^\W*(please\s+|so\s+)?{_ASKED}\b"
    r"|\b(is|be|was)\s+(it|that|this)\s+(\w+\s+)?(true|right|correct|accurate|fair|so|the\s+case|valid)\b"
    r"|\b(true\s+or\s+false|yes\s+or\s+no)\b|\b(tell|say|know|judge|decide|check|state)\s+(me\s+)?(whether|if)\b"
    rf"|[.,;:!]\s+{_ASKED}\s+[^?]*\?\s*$",
    re.I,
)


def plan(state: State, kit: Kit) -> State:
    """Return the state with look-ups of the edges between the two things and of what joins them else.

    With one thing only this is a question like any other, and so is what reads well as one and asks more than how
    the things are related; with an unknown thing there is nothing to look up.
    """
    ends = two_ends(state)
    if ends is None:
        return state if state.unknown else question.plan(state, kit)
    if says_something(state) and len(state.text.split()) <= _READ:
        asked = question.plan(state, kit)
        if asked.readings and asked.readings.status == "clear" and asked.plan:
            return asked
    head, tail = ends
    direct = Lookup(f"facts about both {name(head)} and {name(tail)}", _between(ids(head), ids(tail)))
    return state.with_(readings=None, plan=(direct, *(_chains(state, kit, ends) or _near(ends))))


def reason(state: State, kit: Kit) -> State:
    """Return the state with the relation found, or with the verdict on the one that the question names."""
    ends = two_ends(state)
    if ends is None and state.unknown and not state.readings:
        return absent(state, kit).with_(verdict="no" if asks_yes_or_no(state.text) else None)  # and no edge says so
    if ends is None or state.readings:
        return question.reason(state, kit)
    named = named_relation(state, kit, ends)
    if named:
        return judged(state, kit, ends, named)
    return related(state, kit, ends, asks_yes_or_no(state.text))


def asks_yes_or_no(text: str) -> bool:
    """Tell whether a text asks for a yes or a no."""
    return bool(_YES_OR_NO.search(text))


def _near(ends: Ends) -> tuple[Lookup, ...]:
    """Return a look-up of the shortest path."""
    query = Paths(sources=ids(ends[0]), targets=ids(ends[1]), max_hops=_HOPS, k=1, ties=True)
    return (Lookup(f"the shortest path from {name(ends[0])} to {name(ends[1])}", query, keep=1),)


def _between(heads: tuple[str, ...], tails: tuple[str, ...]) -> Match:
    edge = Pattern(source="a", target="b", direction="both", name="edge")
    variables = (Var(name="a", ids=heads), Var(name="b", ids=tails))
    return Match(variables=variables, patterns=(edge,), returns=(Return(variable="edge"),))


def _chains(state: State, kit: Kit, ends: Ends) -> tuple[Lookup, ...]:
    """Return a look-up of the chain of a transitive relation that the question names."""
    named = named_relation(state, kit, ends)
    schema = kit.store.schema(state.graph)
    declared = schema.relation(named.relation) if named else None
    if named is None or declared is None or not declared.transitive:
        return ()
    start, end = reversed(ends) if named.backwards else ends
    backwards = inverses(schema, declared)
    chain = Paths(
        sources=ids(start),
        targets=ids(end),
        relations=(named.relation, *backwards),
        direction="both" if declared.symmetric or backwards else "out",
        max_hops=_CHAIN,
        k=_CHAINS if backwards else 1,
    )
    return (Lookup(f"a chain of '{readable(named.relation)}' from {name(start)} to {name(end)}", chain),)
