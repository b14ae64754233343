"""What is likely missing: edges that a thing should have, or the relation between two things. Guesses, never facts."""

from agents.kit import Kit
from agents.language.phrasing import ABSENT, closed, listing, readable, sentence
from agents.model import Claim, Edge, Mention, Node, Schema
from agents.query import Match, Neighbourhood, Pattern, Return, Var
from agents.reasoning.likely import Guess, likely
from agents.reasoning.predicting import Likely
from agents.reasoning.predicting import between as likely_between
from agents.reasoning.surroundings import near
from agents.state import Lookup, State
from agents.tasks import question
from agents.tasks.absent import absent
from agents.tasks.ends import Ends, ids, name, subjects, two_ends
from agents.tasks.facts import edge_ids, fact, names, node_json, schema_of, with_evidence
from agents.tasks.given import given_degree

_AROUND = 40
_GUESSES = 5
_RUNNERS_UP = 2
_WORTH = 0.05  # a runner-up less likely than this is not worth a word
_SURE = 0.12  # below this score a guess is worth nothing
_MIDDLES = 4


def plan(state: State, kit: Kit) -> State:
    """Return the state with a look-up of what joins the two things already, or of what is around the one."""
    if ends := two_ends(state):
        both = f"facts about both {name(ends[0])} and {name(ends[1])}"
        return state.with_(plan=(Lookup(both, _joining(*ends)),))
    found = subjects(state)
    if not found:
        return state if state.unknown else question.plan(state, kit)
    about = ids(found[0])
    return state.with_(plan=(Lookup(f"what {name(found[0])} has already", Neighbourhood(ids=about, limit=_AROUND)),))


def reason(state: State, kit: Kit) -> State:
    """Return the state with the guesses, best first, each with what speaks for it."""
    ends, found = two_ends(state), subjects(state)
    if ends is None and not found:
        return absent(state, kit) if state.unknown else question.reason(state, kit)
    if ends is None:
        return _missing(state, kit, found[0])
    known = [each for each in state.findings[0].edges if each.head != each.tail]
    return _known(state, kit, known) if known else _guessed(state, kit, ends)


# --- between two things -------------------------------------------------------------------------


def _known(state: State, kit: Kit, edges: list[Edge]) -> State:
    schema = schema_of(state, kit)
    lead = Claim("There is nothing to guess: the graph says it.", tuple(each.id for each in edges))
    claims = (lead, *(fact(each, state, schema) for each in edges))
    return state.with_(
        claims=claims, answers=tuple({"value": each} for each in dict.fromkeys(edge.relation for edge in edges))
    )


def _guessed(state: State, kit: Kit, ends: Ends) -> State:
    """Return the state with the likeliest relation between two things that no edge joins."""
    head, tail = (each.node for each in ends)
    given = given_degree(state.text, schema_of(state, kit), [each for each in (head, tail) if each])
    ranked = likely_between(kit.store, state.graph, head, tail, given) if head and tail else ()
    if not ranked:
        return _no_guess(state, ends)
    middles = _in_common(state, kit, ends)
    state = with_evidence(state, kit, middles)
    both = {each.id: each.name for each in (head, tail) if each}
    schema, best = schema_of(state, kit), ranked[0]
    text = f"No edge joins them. My best guess is that {_said(best, both, schema)} ({best.chance:.0%} likely)"
    about = (*ids(ends[0]), *ids(ends[1]))
    claims = [Claim(closed(f"{text}{_why(best)}"), edge_ids(middles, state), about, "inference")]
    claims += [_less(each, both, schema) for each in ranked[1 : 1 + _RUNNERS_UP] if each.chance >= _WORTH]
    answer = {"value": best.relation, "score": round(best.chance, 3), "head": best.head, "tail": best.tail}
    return state.with_(claims=tuple(claims), answers=(answer,))


def _said(guess: Likely, names: dict[str, str], schema: Schema) -> str:
    return sentence(Edge(guess.head, guess.relation, guess.tail), names, schema.relation(guess.relation))


def _why(guess: Likely) -> str:
    return f"; {listing(list(guess.why[:2]))} {'speak' if len(guess.why) > 1 else 'speaks'} for it" if guess.why else ""


def _less(guess: Likely, names: dict[str, str], schema: Schema) -> Claim:
    text = f"Less likely ({guess.chance:.0%}): {_said(guess, names, schema)}"
    return Claim(closed(text), (), (guess.head, guess.tail), "inference")


def _no_guess(state: State, ends: Ends) -> State:
    text = f"{ABSENT}: nothing joins {name(ends[0])} and {name(ends[1])}, and I see no relation that is likely to."
    return state.with_(claims=(Claim(text, nodes=(*ids(ends[0]), *ids(ends[1])), kind="none"),), not_in_graph=True)


def _in_common(state: State, kit: Kit, ends: Ends) -> list[Edge]:
    """Return edges to neighbours that both things have."""
    start = (*ids(ends[0]), *ids(ends[1]))
    joins = near(kit.store, state.graph, start).joins()
    one, other = (joins.get(of[0], {}) for of in (ids(ends[0]), ids(ends[1])))
    middles = sorted(one.keys() & other.keys(), key=lambda each: (len(joins[each]), each))[:_MIDDLES]
    return [edge for each in middles for edge in (*one[each][:1], *other[each][:1])]


# --- of one thing -------------------------------------------------------------------------------


def _missing(state: State, kit: Kit, about: Mention) -> State:
    """Return the state with the edges that one thing is likely to lack."""
    node = about.node
    guesses = likely(kit.store, state.graph, node, kit.embed, _GUESSES) if node else ()
    guesses = tuple(each for each in guesses if each.score >= _SURE)
    if not guesses:
        text = f"I see no edge that {name(about)} is likely to lack: nothing like it has one that it has not."
        return state.with_(claims=(Claim(text, nodes=ids(about), kind="none"),))
    state = with_evidence(
        state, kit, [edge for each in guesses for edge in each.proof], [each.other for each in guesses]
    )
    schema = schema_of(state, kit)
    lead = Claim(f"{name(about)} may lack these edges; none of them is known.", nodes=ids(about), kind="inference")
    claims = [_claim(each, state, schema) for each in guesses]
    answers = tuple({**node_json(each.other), "relation": each.edge.relation, "score": each.score} for each in guesses)
    return state.with_(claims=(lead, *claims), answers=answers)


def _claim(guess: Guess, state: State, schema: Schema) -> Claim:
    known = {**names(state), guess.other.id: guess.other.name}
    text = sentence(guess.edge, known, schema.relation(guess.edge.relation))
    nodes = (guess.edge.head, guess.edge.tail)
    return Claim(
        closed(f"Perhaps {text} (score {guess.score:.2f}){_reason(guess)}"),
        edge_ids(guess.proof, state),
        nodes,
        "inference",
    )


def _reason(guess: Guess) -> str:
    relation = readable(guess.edge.relation)
    if guess.peers:
        have = "has" if len(guess.peers) == 1 else "have"
        return f": so it is of {_named(guess.peers)}, which {have} much in common with it"
    if guess.shared:
        return f": both are joined to {_named(guess.shared)}"
    return f": their names go with '{relation}'"


def _named(nodes: tuple[Node, ...]) -> str:
    return listing([each.name for each in nodes])


def _joining(one: Mention, other: Mention) -> Match:
    edge = Pattern(source="a", target="b", direction="both", name="edge")
    variables = (Var(name="a", ids=ids(one)), Var(name="b", ids=ids(other)))
    return Match(variables=variables, patterns=(edge,), returns=(Return(variable="edge"),))
