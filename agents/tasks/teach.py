"""What a person teaches or wants corrected: made into proposals that wait for a curator, and said back in words.

Nothing is written here. What cannot be taken as it stands is asked back: a name that nothing has and one that is
nearly like another's, a relation that the words do not name, something that the graph says already.
"""

from hashlib import blake2b

from agents.changes import ChangeSet, PutEdge, PutNode, RemoveEdge, RemoveNode
from agents.curation.drafting import draft
from agents.curation.review import remarks
from agents.errors import ChangeRefused
from agents.events import ProposalMade
from agents.kit import Kit
from agents.language.phrasing import capital, closed
from agents.model import Claim, Edge
from agents.state import State
from agents.tasks.facts import edge_ids, with_evidence
from agents.tasks.teaching.changing import Wanted, removal, wanted
from agents.tasks.teaching.things import Doubt
from agents.tasks.teaching.wishes import Wrong, objects, wishes

_SHOWN = 5
_HOW = "Tell me in one sentence, for instance 'remember that X does something to Y' or 'rename X to Y'."


def plan(state: State, kit: Kit) -> State:
    """Return the state as it is: a wish is looked up name by name while reasoning."""
    return state


def reason(state: State, kit: Kit) -> State:
    """Return the state with a proposal a wish, each said back; or with what has to be asked first."""
    found = wishes(state.question if objects(state.question) else state.text)
    if not found:
        return state.with_(claims=(Claim(f"I could not tell what is to be changed. {_HOW}", kind="none"),))
    for wish in found:
        state = _wrong(state, kit) if isinstance(wish, Wrong) else _taken(state, kit, wish)
    return state


def _taken(state: State, kit: Kit, wish: object) -> State:
    """Return the state with what one wish proposes, or asks back."""
    try:
        for each in wanted(state, kit, wish):  # type: ignore[arg-type]
            state = _proposed(state, kit, each)
    except (Doubt, ChangeRefused) as doubt:
        return state.with_(claims=(*state.claims, Claim(closed(str(doubt)), kind="none")))
    return state


def _proposed(state: State, kit: Kit, wish: Wanted) -> State:
    """Return the state with a proposal, its words as a claim, and what speaks against it."""
    seen = draft(kit.store, state.graph, wish.changes)
    if seen.problems or not seen.touched:
        why = seen.problems[0] if seen.problems else "The graph is so already."
        return state.with_(claims=(*state.claims, Claim(closed(why), kind="none")))
    said = remarks(kit.store, state.graph, seen, kit.store.schema(state.graph))
    against = [each.words.rstrip(".") for each in said if each.kind == "against"]
    known = {note.lower() for note in wish.notes}
    notes = [*wish.notes, *(each for each in against if each.lower() not in known)]
    edges = [each.subject for each in seen.touched if isinstance(each.before, Edge) and isinstance(each.subject, Edge)]
    state = with_evidence(state, kit, edges, kit.store.nodes(state.graph, _ids(wish)))
    shown = {each.id for each in state.evidence.nodes}
    lead = Claim(
        closed(f"I propose: {wish.words}"),
        edge_ids(edges, state),
        tuple(id for id in _ids(wish) if id in shown),
        "person",
    )
    claims = [lead, *(Claim(closed(f"Note: {each}"), kind="none") for each in notes[:_SHOWN])]
    claims.append(Claim("Nothing is changed yet; that is for a curator to decide.", kind="none"))
    made = _event(state, wish, notes)
    return state.with_(claims=(*state.claims, *claims), proposals=(*state.proposals, made))


def _event(state: State, wish: Wanted, notes: list[str]) -> ProposalMade:
    said = repr((state.graph, wish.changes)).encode(errors="replace")
    name = f"proposal-{blake2b(said, digest_size=8).hexdigest()}"
    changes = ChangeSet(name, wish.changes, reason=wish.words, source="a conversation")
    return ProposalMade(wish.words, changes.to_json(), state.question, wish.confidence, "; ".join(notes))


def _ids(wish: Wanted) -> list[str]:
    """Return the ids of the nodes that a wish speaks of."""
    found: dict[str, None] = {}
    for each in wish.changes:
        match each:
            case PutNode(node):
                found[node.id] = None
            case RemoveNode(id):
                found[id] = None
            case PutEdge(edge):
                found |= {edge.head: None, edge.tail: None}
            case RemoveEdge(head, _, tail):
                found |= {head: None, tail: None}
    return list(found)


# --- "that is wrong" ----------------------------------------------------------------------------


def _wrong(state: State, kit: Kit) -> State:
    """Return the state with the removal of what the last answer stood on, or with a question which of it is wrong."""
    edges = _stood_on(state, kit)
    if len(edges) == 1:
        return _proposed(state, kit, removal(state, kit, edges[0]))
    if not edges:
        text = f"I am sorry. I cannot tell which fact is wrong. {_HOW}"
        return state.with_(claims=(*state.claims, Claim(text, kind="none")))
    said = [removal(state, kit, each).words.removeprefix("take back: ") for each in edges[:_SHOWN]]
    state = with_evidence(state, kit, edges[:_SHOWN])
    claims = [Claim("I am sorry. Which of these is wrong? Say 'it is not true that ...'.", kind="none")]
    claims += [
        Claim(closed(capital(f"{each}")), (edge.id,), (edge.head, edge.tail))
        for each, edge in zip(said, edges, strict=False)
    ]
    return state.with_(claims=(*state.claims, *claims))


def _stood_on(state: State, kit: Kit) -> list[Edge]:
    """Return the edges that the last question's answer stood on, by asking it again."""
    last = state.turns[-1].question if state.turns else ""
    if not last:
        return []
    readings = kit.reader.read(state.graph, last, kit.reader.link(state.graph, last))
    query = readings.readings[0].query if readings.status == "clear" and readings.readings else None
    if query is None or query.kind != "match":
        return []
    rows = kit.store.match(state.graph, query, limit=_SHOWN + 1).rows
    return list({edge.triple: edge for row in rows for edge in row.edges}.values())
