"""A picture stands alone, and what a graph's labels hold stays text."""

import json
import re
from html.parser import HTMLParser

import pytest

from agents.declaration import Declaration, RelationWords
from agents.model import Edge, Node, Provenance, Subgraph
from agents.pictures import picture

HOSTILE = "</script><script>alert(1)</script><img src=x onerror=alert(2)> href $vis ${data} & \"quoted\" 'n'"


class Reader(HTMLParser):
    """Takes a page apart: its elements with their attributes, and the text in each kind of element."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, list[str]] = {}
        self.open = ""
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs)))
        self.open = tag

    def handle_data(self, data: str) -> None:
        self.texts.setdefault(self.open, []).append(data)


def graph(name: str = "Aspirin") -> Subgraph:
    nodes = (Node("d:1", "Drug", name, props={"mass": 180.2}), Node("d:2", "Symptom", "Headache"))
    edge = Edge("d:1", "TREATS", "d:2", sources=(Provenance("file", "drugs.tsv", "row 7"),))
    return Subgraph(nodes, (edge, Edge("d:1", "TREATS", "d:9")), omitted=3)


def data(page: str) -> dict:
    found = re.search(r'<script type="application/json" id="data">(.*?)</script>', page, re.DOTALL)
    assert found
    return json.loads(found[1])


def test_it_draws_the_nodes_and_the_edges_between_them():
    drawn = data(picture(graph(), "Pain"))
    assert [node["label"] for node in drawn["nodes"]] == ["Aspirin", "Headache"]
    assert [(edge["from"], edge["to"]) for edge in drawn["edges"]] == [("d:1", "d:2")]


def test_it_lists_each_fact_with_its_source():
    cells = Reader(picture(graph(), "Pain")).texts["td"]
    assert cells[:4] == ["Aspirin", "treats", "Headache", "drugs.tsv, row 7"]


def test_names_of_a_schema_are_said_in_words():
    series = (Node("s:1", "StatuteSeries", "Laws"), Node("s:2", "legal_code", "Codes"))
    page = Reader(picture(Subgraph(series, (Edge("s:1", "hasSource", "s:2"),)), "Law"))
    assert page.texts["td"][1] == "has source"
    assert {"statute series", "legal code"} <= {text.strip() for text in page.texts["span"]}


def test_it_says_how_much_was_left_out():
    assert "2 nodes, 1 fact; 3 more nodes left out" in picture(graph(), "Pain")


def test_it_words_facts_as_the_graph_declares():
    declared = Declaration(relations={"TREATS": RelationWords(template="{tail} is eased by {head}")})
    assert data(picture(graph(), "Pain", declared))["edges"][0]["title"] == "Headache is eased by Aspirin"


def test_it_credits_those_who_made_the_graph():
    declared = Declaration(licence="CC BY 4.0", attribution="Made by the <b>Pain</b> Group")
    page = picture(graph(), "Pain", declared)
    assert "Licence: CC BY 4.0" in page
    assert "Made by the &lt;b&gt;Pain&lt;/b&gt; Group" in page


@pytest.mark.parametrize("where", ["title", "label", "type", "relation", "attribution"])
def test_markup_stays_text_wherever_it_stands(where: str):
    subgraph, title, declared = graph(), "Pain", Declaration()
    if where == "title":
        title = HOSTILE
    if where == "label":
        subgraph = graph(HOSTILE)
    if where == "type":
        subgraph = Subgraph((Node("a", HOSTILE, "A"),))
    if where == "relation":
        subgraph = Subgraph(subgraph.nodes, (Edge("d:1", HOSTILE, "d:2"),))
    if where == "attribution":
        declared = Declaration(attribution=HOSTILE)
    tags = [tag for tag, _ in Reader(picture(subgraph, title, declared)).elements]
    assert tags.count("script") == 3
    assert "img" not in tags


def test_it_links_to_nothing_outside_itself():
    page = picture(graph("http://example.org/x.js"), "Pain")
    assert not [each for _, attributes in Reader(page).elements for each in attributes if each in ("src", "href")]


def test_its_policy_lets_only_its_own_scripts_run():
    metas = [attributes for tag, attributes in Reader(picture(graph(), "Pain")).elements if tag == "meta"]
    policy = next(each["content"] for each in metas if each.get("http-equiv") == "Content-Security-Policy")
    assert policy
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy


def test_it_takes_an_empty_graph():
    assert data(picture(Subgraph(), "Nothing")) == {"nodes": [], "edges": []}


def test_its_colours_follow_the_order_of_the_graphs_types():
    places = {
        each["group"]: each["place"]
        for each in data(picture(graph(), "Pain", types=("Other", "Symptom", "Drug")))["nodes"]
    }
    assert places == {"Symptom": 1, "Drug": 2}
