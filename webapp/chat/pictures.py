"""The graph of a conversation as a page that stands alone."""

from agents.model import Edge, Node, Subgraph
from webapp.chat.models import Conversation, RunEvent


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
    kept = {id: edge for id, edge in all_edges.items() if id in edges or not (nodes or edges)}
    ends = {end for edge in kept.values() for end in (edge.head, edge.tail)}
    shown = {id: node for id, node in all_nodes.items() if id in ends | nodes or not (nodes or edges)}
    whole = [edge for edge in kept.values() if {edge.head, edge.tail} <= shown.keys()]
    return Subgraph(tuple(shown.values()), tuple(whole))
