"""What to ask next: questions made from the nodes that answered and the relations they have."""

from agents.kit import Kit
from agents.language.asking import asking
from agents.model import Node, Schema
from agents.state import State
from agents.tasks.examples import examples

Key = tuple[str, str]  # a relation, and "out" or "in"
_SHOWN = 3
_NODES = 3


def suggestions(state: State, kit: Kit) -> tuple[str, ...]:
    """Return up to three questions that the graph can answer, none of them the one just asked."""
    ids = [each["id"] for each in state.answers if "id" in each][:_NODES]
    ids += [each.node.id for each in state.linked if each.node]
    nodes = {each.id: each for each in kit.store.nodes(state.graph, list(dict.fromkeys(ids)))}
    if not nodes:
        return examples(kit, state.graph)
    schema, degree = kit.store.schema(state.graph), kit.store.degree(state.graph, list(nodes))
    asked = [
        [_asked(node, key, schema) for key in sorted(degree.get(node.id, ()), key=_out_first)]
        for node in nodes.values()
    ]
    fresh: dict[Key, str] = {}
    for key, text in _in_turns(asked):
        if _bare(text) != _bare(state.text):
            fresh.setdefault(key, text)
    return tuple(fresh.values())[:_SHOWN]


def _asked(node: Node, key: Key, schema: Schema) -> tuple[Key, str]:
    return key, asking(node.name, *key, schema.relation(key[0]))


def _out_first(key: Key) -> tuple[bool, str]:
    return key[1] != "out", key[0]


def _in_turns(lists: list[list[tuple[Key, str]]]) -> list[tuple[Key, str]]:
    """Return the first of each list, then the second of each, and so on."""
    longest = max((len(each) for each in lists), default=0)
    return [each[number] for number in range(longest) for each in lists if number < len(each)]


def _bare(text: str) -> str:
    return text.lower().rstrip("?. ")
