"""A subgraph as a page that stands alone: it opens offline, and asks no host for anything.

The drawing's data goes through pyvis and the script that draws is the one in pyvis's wheel; the page is our own
template, because pyvis's links other hosts and writes titles unescaped. Every text is escaped for where it
stands, and the page's Content-Security-Policy names the hashes of its two scripts and its style: nothing that
a label holds can run.
"""

import json
import re
from base64 import b64encode
from collections import Counter
from collections.abc import Sequence
from functools import cache
from hashlib import sha256
from html import escape
from importlib.util import find_spec
from pathlib import Path
from string import Template
from typing import Any

from agents.declaration import Declaration
from agents.model import Edge, Node, Subgraph

_PARTS = Path(__file__).parent / "picture"
_LABEL = 32  # characters of a name that are drawn; the table has it whole
_COLOURS = 10  # as many as picture/look.css declares


def picture(subgraph: Subgraph, title: str, declaration: Declaration | None = None, types: Sequence[str] = ()) -> str:
    """Return a page of HTML with the drawing, a legend, the facts as a table, licence and attribution.

    Edges whose ends are not among the nodes are left out. `types`: the graph's types in the order that gives
    each its colour; without it the commonest come first.
    """
    declared = declaration or Declaration()
    names = {node.id: node.name for node in subgraph.nodes}
    edges = [edge for edge in subgraph.edges if edge.head in names and edge.tail in names]
    counts = _types(subgraph.nodes)
    order = list(dict.fromkeys((*types, *counts)))
    vis, draw, style = _vis(), _part("draw.js"), _part("look.css")
    return Template(_part("page.html")).substitute(
        policy=_policy((vis, draw), style),
        title=escape(title),
        summary=escape(_summary(subgraph, len(edges))),
        legend="".join(_legend(kind, order.index(kind), count) for kind, count in counts.items()),
        rows="".join(_row(edge, names, declared) for edge in edges),
        credit="".join(f"<p>{escape(line)}</p>" for line in _credit(declared)),
        data=_inert(_network(subgraph.nodes, edges, order, declared)),
        style=style,
        vis=vis,
        draw=draw,
    )


def _network(nodes: tuple[Node, ...], edges: list[Edge], types: list[str], declared: Declaration) -> dict[str, Any]:
    """Return what vis-network draws, as pyvis builds it."""
    from pyvis.network import Network  # costs about a second: it imports IPython

    network = Network(directed=True)
    names = {node.id: node.name for node in nodes}
    for node in nodes:
        place = types.index(node.type) % _COLOURS
        network.add_node(node.id, label=_cut(node.name), title=_about(node), group=node.type, place=place)
    for edge in edges:
        network.add_edge(edge.head, edge.tail, title=_said(edge, names, declared), label=_readable(edge.relation))
    data = network.get_network_data()
    return {"nodes": data[0], "edges": data[1]}


def _about(node: Node) -> str:
    """Return what is known of a node, a line each; the page shows it as text."""
    known = [node.name, f"{_readable(node.type)} · {node.id}", node.description]
    known += [f"{_readable(key)}: {_value(value)}" for key, value in node.props.items()]
    return "\n".join(line for line in known if line)


def _said(edge: Edge, names: dict[str, str], declared: Declaration) -> str:
    words = declared.relations.get(edge.relation)
    template = words.template if words else ""
    head, tail = names[edge.head], names[edge.tail]
    if "{head}" not in template or "{tail}" not in template:
        return f"{head} {_readable(edge.relation)} {tail}"
    before, _, after = template.partition("{head}")
    return before.replace("{tail}", tail) + head + after.replace("{tail}", tail)


def _row(edge: Edge, names: dict[str, str], declared: Declaration) -> str:
    sources = "; ".join(", ".join(part for part in (each.name, each.detail) if part) for each in edge.sources)
    cells = (names[edge.head], _readable(edge.relation), names[edge.tail], sources)
    title = escape(_said(edge, names, declared), quote=True)
    return f'<tr title="{title}">' + "".join(f"<td>{escape(cell)}</td>" for cell in cells) + "</tr>\n"


def _legend(kind: str, place: int, count: int) -> str:
    words = escape(_readable(kind) or "node")
    name = escape(kind, quote=True)
    dot = f'<span class="dot type-{place % _COLOURS}"></span>'
    button = f'<button type="button" aria-pressed="true" data-type="{name}">'
    return f'{button}{dot}{words} <span class="n">{count}</span></button>\n'


def _types(nodes: tuple[Node, ...]) -> dict[str, int]:
    """Return the types with their counts, the commonest first."""
    return dict(Counter(node.type for node in nodes).most_common())


def _summary(subgraph: Subgraph, facts: int) -> str:
    omitted = f"; {_counted(subgraph.omitted, 'more node')} left out" if subgraph.omitted else ""
    return f"{_counted(len(subgraph.nodes), 'node')}, {_counted(facts, 'fact')}{omitted}"


def _counted(count: int, noun: str) -> str:
    return f"{count} {noun}" if count == 1 else f"{count} {noun}s"


def _credit(declared: Declaration) -> list[str]:
    licence = f"Licence: {declared.licence}" if declared.licence else ""
    graph = " ".join(part for part in (declared.title, declared.version) if part)
    return [line for line in (graph, licence, declared.attribution) if line]


def _readable(name: str) -> str:
    """Return a schema's name as words, as the site's pages say it: "StatuteSeries" → "statute series"."""
    words = re.sub(r"[_\s]+", " ", re.sub(r"(?<=[a-z\d])(?=[A-Z])", " ", name)).strip()
    return words.lower() if words.isupper() or words != name else words


def _value(value: Any) -> str:
    return ", ".join(str(each) for each in value) if isinstance(value, tuple) else str(value)


def _cut(text: str) -> str:
    return text if len(text) <= _LABEL else f"{text[: _LABEL - 1].rstrip()}…"


# --- making it safe -----------------------------------------------------------------------------


def _inert(data: Any) -> str:
    """Return JSON that no text in it can end the script element around it, or begin a comment."""
    text = json.dumps(data, ensure_ascii=True)
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026")


def _policy(scripts: tuple[str, ...], style: str) -> str:
    return (
        f"default-src 'none'; img-src data:; script-src {' '.join(map(_hash, scripts))}; "
        f"style-src {_hash(style)}; base-uri 'none'; form-action 'none'"
    )


@cache
def _hash(text: str) -> str:
    return f"'sha256-{b64encode(sha256(text.encode()).digest()).decode()}'"


@cache
def _part(name: str) -> str:
    return (_PARTS / name).read_text(encoding="utf-8")


@cache
def _vis() -> str:
    """Return vis-network's script from pyvis's wheel, without anything that would end a script element."""
    spec = find_spec("pyvis")
    if spec is None or spec.origin is None:
        raise ModuleNotFoundError("pyvis is not installed; run `make install`.")
    newest = max(Path(spec.origin).parent.glob("lib/vis-*/vis-network.min.js"))
    return newest.read_text(encoding="utf-8").replace("</script", "<\\/script").replace("<!--", "<\\!--")
