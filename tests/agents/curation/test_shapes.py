"""Rules as SHACL and back: pyshacl finds the breaches that we find, and what no rule can say is told."""

import pyshacl
import pytest
import rdflib

from agents import rdf as w
from agents.curation.rules import broken
from agents.curation.shapes import SH, form_of, pattern, rules, turtle
from agents.declaration import Rule
from agents.errors import LoadError
from agents.exports.rdf import lines
from agents.graphs.sqlite import SqliteStore
from agents.model import Edge, Node

RULES = (
    Rule(kind="ends", relation="FLOWS_INTO", heads=("River",), tails=("River", "Sea"), hard=True),
    Rule(kind="ends", relation="LIES_ON", heads=("City",)),
    Rule(kind="most", relation="FLOWS_INTO", most=1, hard=True),
    Rule(kind="most", relation="LIES_ON", most=2),
    Rule(kind="unique", type="City", property="code", hard=True),
    Rule(kind="required", type="River", property="km"),
    Rule(kind="required", type="City", property="description", hard=True),
    Rule(kind="form", type="City", property="code", form="[A-Z][!0-9]?-*"),
    Rule(kind="form", type="River", property="name", form="R*"),
)
NODES = [
    Node("rhine", "River", "Rhine", (), "", {"km": 1230}), Node("main", "River", "Main", (), "", {"km": 525}),
    Node("odd", "River", "Odd one"), Node("sea", "Sea", "North Sea"),
    Node("bonn", "City", "Bonn", (), "A city", {"code": "BN1-x"}),
    Node("mainz", "City", "Mainz", (), "", {"code": "BN1-x"}),
    Node("bern", "City", "Bern", (), "A city", {"code": "7x"}), Node("hill", "Hill", "Hill", (), "", {"code": "7x"}),
]  # fmt: skip
EDGES = [
    Edge("rhine", "FLOWS_INTO", "sea"), Edge("main", "FLOWS_INTO", "rhine"), Edge("main", "FLOWS_INTO", "sea"),
    Edge("odd", "FLOWS_INTO", "bonn"), Edge("bonn", "FLOWS_INTO", "rhine"), Edge("bonn", "LIES_ON", "rhine"),
    Edge("hill", "LIES_ON", "rhine"), Edge("bonn", "LIES_ON", "main"), Edge("bonn", "LIES_ON", "odd"),
]  # fmt: skip


@pytest.fixture
def store(tmp_path):
    made = SqliteStore(tmp_path / "graphs.sqlite3")
    made.create("rivers")
    made.load("rivers", [*NODES, *EDGES])
    yield made
    made.close()


def ours(store, rule):
    """Return the ids of what breaks a rule, as we find it."""
    return {each.node for each in broken(store, "rivers", rule, store.schema("rivers"))}


def theirs(store, rule):
    """Return the ids of what breaks a rule, as pyshacl finds it in the export by the shapes that we write."""
    data = rdflib.Graph().parse(data="\n".join(lines(store.export("rivers"))), format="nt")
    shapes = rdflib.Graph().parse(data=turtle([rule]), format="turtle")
    _, report, _ = pyshacl.validate(data, shacl_graph=shapes, advanced=True)
    found = {w.named(str(each), w.NODES) for each in report.objects(None, rdflib.URIRef(f"{SH}focusNode"))}
    severities = {str(each) for each in report.objects(None, rdflib.URIRef(f"{SH}resultSeverity"))}
    assert severities == {f"{SH}{'Violation' if rule.hard else 'Warning'}"}
    return found


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: f"{rule.kind} {rule.relation}{rule.property}")
def test_pyshacl_finds_the_breaches_that_we_find(store, rule):
    mine, others = ours(store, rule), theirs(store, rule)
    assert mine
    if rule.kind == "unique":  # we name one of those that share a value, SHACL each of them
        assert mine <= others
        assert others == {"bonn", "mainz"}
    else:
        assert mine == others


def test_every_rule_comes_back(store):
    found = rules(turtle(RULES))
    assert found.unsaid == ()
    assert sorted(found.rules, key=repr) == sorted(RULES, key=repr)


SHAPES = """@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix : <http://example.org/> .
:S a sh:NodeShape ; sh:targetClass :Person ;
  sh:property [ sh:path :mail ; sh:minCount 1 ; sh:maxCount 3 ; sh:pattern "^[a-z]*@example" ;
                sh:severity sh:Warning ] ;
  sh:property [ sh:path :post ; sh:pattern "^\\\\d\\\\d-.*$" ] ;
  sh:property [ sh:path :age ; sh:minInclusive 0 ; sh:datatype <http://www.w3.org/2001/XMLSchema#integer> ] ;
  sh:property [ sh:path :knows ; sh:class :Person ; sh:minCount 2 ] ;
  sh:property [ sh:path ( :knows :mail ) ; sh:minCount 1 ] ;
  sh:closed true .
:T a sh:NodeShape ; sh:targetNode :ada .
"""


def test_shapes_of_others_are_read_and_what_no_rule_can_say_is_told():
    found = rules(SHAPES)
    assert set(found.rules) == {
        Rule(kind="required", type="Person", property="mail"),
        Rule(kind="most", relation="mail", most=3),
        Rule(kind="form", type="Person", property="post", form="[0-9][0-9]-*", hard=True),
        Rule(kind="ends", relation="knows", heads=("Person",), tails=("Person",), hard=True),
        Rule(kind="required", type="Person", property="knows", hard=True),
    }
    told = " ".join(found.unsaid)
    assert all(each in told for each in ("[a-z]*@example", "At least 2 of knows", "sh:minInclusive of age", "sh:closed",
                                         "more than one step", "without a target class"))  # fmt: skip


@pytest.mark.parametrize("text", ["no turtle", "@prefix : <", "x" * 2_000_000])
def test_what_is_no_turtle_is_refused_in_a_sentence(text):
    with pytest.raises(LoadError):
        rules(text)


@pytest.mark.parametrize("form", ["[0-9][0-9]-*", "*", "a?c", "x.y+(z)", "[!a-c]*", "\\d", "{2}|^$"])
def test_a_form_goes_out_and_comes_back(form):
    assert form_of(pattern(form)) == form


@pytest.mark.parametrize("regular", ["a+", "(a|b)", "^a{2}$", "a|b", "[a\\]b]", "x?"])
def test_a_pattern_that_is_no_form_is_none(regular):
    assert form_of(regular) is None
