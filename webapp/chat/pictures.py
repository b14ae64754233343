"""The graph of a conversation as a page that stands alone."""

from itertools import islice

from agents.errors import EngineError
from agents.model import Edge, Node, Subgraph
from agents.query import Neighbourhood
from webapp import engine
from webapp.chat.models import Conversation, RunEvent
from webapp.graphs import about

MOST = 500  # nodes that a page asks for beyond what the runs showed
MOST_AROUND = 2000


def page(talk: Conversation, nodes: set[str], edges: set[str]) -> str:
    """Return a page of HTML with these nodes and edges, or with all that the runs showed where none are given."""
    from agents.pictures import picture

    graph = talk.graph
    types = [each.name for each in about.schema(graph).types]
    return picture(chosen(talk, nodes, edges), talk.title or str(graph), about.declaration(graph), types)


def grown(talk: Conversation) -> tuple[dict[str, Node], dict[str, Edge]]:
    """Return every node and edge that the conversation's runs showed, by id."""
    nodes: dict[str, Node] = {}
    edges: dict[str, Edge] = {}
    for event in RunEvent.objects.filter(run__conversation=talk, type="graph.grown").order_by("run__started_at", "seq"):
        nodes |= {each["id"]: Node.from_json(each) for each in event.payload["nodes"]}
        edges |= {each["id"]: Edge.from_json(each) for each in event.payload["edges"]}
    return nodes, edges


def chosen(talk: Conversation, nodes: set[str], edges: set[str]) -> Subgraph:
    """Return the part of the conversation's graph that these ids name, or all of it where none are given."""
    all_nodes, all_edges = grown(talk)
    if (nodes - all_nodes.keys()) or (edges - all_edges.keys()):
        _add_opened(talk.graph.slug, nodes, all_nodes, all_edges)
    kept = {id: edge for id, edge in all_edges.items() if id in edges or not (nodes or edges)}
    ends = {end for edge in kept.values() for end in (edge.head, edge.tail)}
    shown = {id: node for id, node in all_nodes.items() if id in ends | nodes or not (nodes or edges)}
    whole = [edge for edge in kept.values() if {edge.head, edge.tail} <= shown.keys()]
    return Subgraph(tuple(shown.values()), tuple(whole))


def _add_opened(graph: str, ids: set[str], nodes: dict[str, Node], edges: dict[str, Edge]) -> None:
    """Add what the person opened by hand: the nodes asked for, and the edges around them."""
    asked = tuple(islice(sorted(ids), MOST))
    try:
        around = engine.store().neighbourhood(graph, Neighbourhood(ids=asked, hops=1, limit=MOST_AROUND))
    except EngineError:  # then the page has what the runs showed
        return
    nodes |= {node.id: node for node in around.nodes if node.id in ids}
    edges |= {edge.id: edge for edge in around.edges}
