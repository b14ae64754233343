"""Forms for nodes and facts, merging and splitting."""

import json
from dataclasses import replace
from urllib.parse import quote

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from agents.changes import ChangeSet, PutNode
from agents.model import Edge, Node
from tests.webapp.curate.conftest import FLOWS, MAIN, RHINE
from webapp.accounts.models import AuditEntry
from webapp.curate.models import Commit, GraphRule, KeptApart, Proposal

pytestmark = pytest.mark.django_db
HERE = "/graphs/rivers/curate/"
RHINE_FORM = f"{HERE}nodes/{RHINE.id}/edit/"


@pytest.fixture
def page(client, carl, rivers):
    client.force_login(carl)
    return client


def filled(page, address):
    """Return what a form holds as it is shown."""
    context = page.get(address).context
    form = context["form"]
    fields = {form.add_prefix(name): form[name].value() or "" for name in form.fields}
    return {**fields, "seen": context.get("seen", "")}


def field(page, address, label):
    form = page.get(address).context["form"]
    return next(name for name in form.fields if form[name].label == label)


def test_a_form_that_nobody_touched_changes_nothing(page, store):
    before = list(store.export("rivers"))
    for address in (RHINE_FORM, f"{HERE}edges/edit/?head={FLOWS.head}&relation=FLOWS_INTO&tail={FLOWS.tail}"):
        answer = page.post(address, filled(page, address))
        assert "Nothing is different" in answer.content.decode()
    assert list(store.export("rivers")) == before


def test_a_node_is_changed_in_the_kinds_of_its_schema(page, store):
    km = field(page, RHINE_FORM, "km")
    fields = {**filled(page, RHINE_FORM), "name": "Rhein", "aliases": "Rhine\nRhenus", km: "1233", "more": "wet: yes"}
    assert page.post(RHINE_FORM, {**fields, "reason": "As in German"}).url == RHINE_FORM
    assert store.nodes("rivers", [RHINE.id]) == (
        Node(RHINE.id, "River", "Rhein", ("Rhine", "Rhenus"), "", {"km": 1233, "wet": True}),
    )
    assert Commit.objects.get().reason == "As in German"


def test_a_value_of_the_wrong_kind_is_said(page, store):
    answer = page.post(RHINE_FORM, {**filled(page, RHINE_FORM), field(page, RHINE_FORM, "km"): "long"})
    assert answer.status_code == 422
    assert "Write a number" in answer.content.decode()


def test_the_second_of_two_is_told_and_shown_both_and_may_save_on_top(page, store):
    fields = {**filled(page, RHINE_FORM), "name": "Rhenus"}
    theirs = replace(RHINE, name="Rhein!")
    store.apply("rivers", ChangeSet("meanwhile", (PutNode(theirs),)))
    answer = page.post(RHINE_FORM, fields)
    shown = answer.content.decode()
    assert answer.status_code == 409
    assert all(
        words in shown for words in ("Somebody changed it", "<ins>Rhein!</ins>", "<del>Rhein!</del> <ins>Rhenus</ins>")
    )
    assert store.nodes("rivers", [RHINE.id]) == (theirs,)
    assert page.post(RHINE_FORM, {**fields, "seen": answer.context["seen"]}).status_code == 302
    assert store.nodes("rivers", [RHINE.id])[0].name == "Rhenus"


def test_what_was_seen_cannot_be_made_up(page, store):
    fields = {**filled(page, RHINE_FORM), "name": "Rhenus", "seen": "made up"}
    assert page.post(RHINE_FORM, fields).status_code == 302  # then it is what is there now


def test_a_node_is_added_and_removed(page, store):
    fields = {"name": "Nile", "type": "River", "more": "km: 6650"}
    address = page.post(f"{HERE}nodes/new/", fields).url
    (made,) = [each for each in store.export("rivers") if isinstance(each, Node) and each.name == "Nile"]
    assert (address, made.props) == (f"{HERE}nodes/{made.id}/edit/", {"km": 6650})
    page.post(address, {**filled(page, address), "remove": "yes"})
    assert store.nodes("rivers", [made.id]) == ()


def test_a_fact_is_added_with_its_source(page, store):
    fields = {"head": "bonn", "relation": "LIES_ON", "tail": RHINE.id, "confidence": "0.9", "source_kind": "document",
              "source_name": "An atlas", "source_detail": "page 7"}  # fmt: skip
    page.post(f"{HERE}edges/edit/", fields)
    (edge,) = store.edges("rivers", [("bonn", "LIES_ON", RHINE.id)])
    assert [(each.kind, each.name, each.detail) for each in edge.sources] == [("document", "An atlas", "page 7")]
    assert edge.confidence == 0.9


def test_a_fact_without_a_source_is_the_curators_word(page, store):
    fields = {"head": "bonn", "relation": "LIES_ON", "tail": RHINE.id, "confidence": "1", "source_kind": "person"}
    page.post(f"{HERE}edges/edit/", fields)
    assert store.edges("rivers", [("bonn", "LIES_ON", RHINE.id)])[0].sources[0].name == "carl"


def test_a_fact_needs_both_its_nodes(page):
    fields = {"head": "bonn", "relation": "LIES_ON", "tail": "atlantis", "confidence": "1", "source_kind": "person"}
    assert "needs a node &#x27;atlantis&#x27;" in page.post(f"{HERE}edges/edit/", fields).content.decode()


def test_a_fact_is_moved_and_removed(page, store):
    address = f"{HERE}edges/edit/?head={FLOWS.head}&relation=FLOWS_INTO&tail={FLOWS.tail}"
    page.post(address, {**filled(page, address), "tail": "bonn"})
    assert store.edges("rivers", [FLOWS.triple, (MAIN.id, "FLOWS_INTO", "bonn")])[0].tail == "bonn"
    address = f"{HERE}edges/edit/?head={FLOWS.head}&relation=FLOWS_INTO&tail=bonn"
    page.post(address, {**filled(page, address), "remove": "yes"})
    assert store.edges("rivers", [(MAIN.id, "FLOWS_INTO", "bonn")]) == ()


def test_a_contributors_form_becomes_a_proposal(client, connie, rivers, store):
    client.force_login(connie)
    before = list(store.export("rivers"))
    client.post(RHINE_FORM, {**filled(client, RHINE_FORM), "name": "Rhein", "reason": "As in German"})
    made = Proposal.objects.get()
    assert (made.proposer_name, made.words, made.sentence, made.source) == (
        "connie", "Change Rhine", "As in German", "a form",
    )  # fmt: skip
    assert list(store.export("rivers")) == before


def test_an_id_with_slashes_and_signs_has_a_form(page, store):
    id = "http://x.y/a?b=c#d/é"
    store.load("rivers", [Node(id, "Thing", "Odd")])
    assert page.get(f"{HERE}nodes/{quote(id, safe='')}/edit/").context["node"].id == id


# --- merging and splitting ----------------------------------------------------------------------


def test_two_are_compared_then_made_one_and_the_old_id_leads_on(page, store):
    store.load("rivers", [Node("r2", "River", "Rhein", (), "", {"mouth": "Rotterdam"}), Edge("bonn", "ON", "r2")])
    assert {each.other.id for each in page.get(f"{HERE}merge/").context["pairs"]} & {"r2", RHINE.id}
    address = f"{HERE}nodes/r2/merge/"
    shown = page.get(address, {"with": RHINE.id, "keep": RHINE.id})
    page.post(address, {"with": RHINE.id, "keep": RHINE.id, "token": shown.context["token"]})
    assert store.nodes("rivers", ["r2"]) == ()
    assert store.edges("rivers", [("bonn", "ON", RHINE.id)])
    assert page.get(f"{HERE}nodes/r2/edit/").url == RHINE_FORM


def test_two_that_changed_since_are_shown_again(page, store):
    store.load("rivers", [Node("r2", "River", "Rhein")])
    answer = page.post(f"{HERE}nodes/r2/merge/", {"with": RHINE.id, "keep": RHINE.id, "token": "another"})
    assert "changed since you looked" in answer.content.decode()
    assert store.nodes("rivers", ["r2"])


def test_two_kept_apart_are_not_offered_again_until_that_is_forgotten(page, store):
    store.load("rivers", [Node("r2", "River", "Rhein")])
    page.post(f"{HERE}apart/", {"one": "r2", "other": RHINE.id, "reason": "Another one"})
    assert KeptApart.objects.get().reason == "Another one"
    assert page.get(f"{HERE}merge/").context["pairs"] == []
    page.post(f"{HERE}apart/", {"one": RHINE.id, "other": "r2", "forget": "yes"})
    assert len(page.get(f"{HERE}merge/").context["pairs"]) == 1


def test_one_is_split_in_two(page, store):
    address = f"{HERE}nodes/{RHINE.id}/split/"
    assert page.post(address, {"name": ""}).status_code == 422
    page.post(address, {"name": "Rhein", "fact": [FLOWS.id]})
    assert store.edges("rivers", [(MAIN.id, "FLOWS_INTO", f"{RHINE.id}~2")])
    assert store.nodes("rivers", [RHINE.id])[0].aliases == ()


# --- a table of changes -------------------------------------------------------------------------


def send(page, text, name="changes.csv"):
    return page.post(f"{HERE}table/", {"file": SimpleUploadedFile(name, text.encode()), "reason": "Spring"})


def test_a_table_is_seen_before_it_is_done_then_undone(page, store):
    before = list(store.export("rivers"))
    answer = send(page, "change,id,name,type\nnode,nile,Nile,River\nrename,bonn,Bonna,\n")
    assert list(store.export("rivers")) == before
    context = page.get(answer.url).context
    assert [(each.sign, each.words) for each in context["lines"]] == [("+", "Nile (River)"), ("~", "Bonna (City)")]
    made = context["proposal"]
    page.post(f"{HERE}proposals/{made.pk}/", {"do": "accept", "token": context["token"]})
    assert [each.name for each in store.nodes("rivers", ["nile", "bonn"])] == ["Nile", "Bonna"]
    page.post(f"{HERE}undo/")
    assert list(store.export("rivers")) == before


def test_a_table_that_is_wrong_is_told_by_row_and_nothing_is_kept(page):
    answer = send(page, "change,id\nexplode,x\n")
    assert answer.status_code == 422
    assert "Row 2" in answer.content.decode()
    assert not Proposal.objects.exists()


@pytest.mark.parametrize("content", [b"\xff\xfe", b"change\n" + b"x" * 5_000_001])
def test_what_is_no_table_is_refused(page, content):
    answer = page.post(f"{HERE}table/", {"file": SimpleUploadedFile("x.csv", content)})
    assert answer.status_code == 422


# --- rules and exports --------------------------------------------------------------------------


def test_a_hard_rule_refuses_and_a_soft_one_lists(page, store):
    rule = {"kind": "most", "relation": "FLOWS_INTO", "most": "1", "hard": "on"}
    assert page.post(f"{HERE}rules/", rule).status_code == 302
    fields = {"head": MAIN.id, "relation": "FLOWS_INTO", "tail": "bonn", "confidence": "1", "source_kind": "person"}
    assert "A rule of this graph forbids it" in page.post(f"{HERE}edges/edit/", fields).content.decode()
    page.post(f"{HERE}rules/{GraphRule.objects.get().pk}/forget/")
    page.post(f"{HERE}rules/", {**rule, "hard": ""})
    page.post(f"{HERE}edges/edit/", fields)
    assert "Main has 2" in page.get(f"{HERE}rules/").content.decode()


def test_a_rule_that_says_too_little_is_refused(page):
    answer = page.post(f"{HERE}rules/", {"kind": "form", "type": "River"})
    assert answer.status_code == 422
    assert "needs" in answer.content.decode()


def test_a_graph_is_taken_away_and_that_is_noted(page, store):
    page.post(RHINE_FORM, {**filled(page, RHINE_FORM), "name": "Rhein"})
    taken = {
        form: b"".join(page.post(f"{HERE}export/{form}/").streaming_content) for form in ("apoc", "table", "history")
    }
    assert taken["apoc"].count(b"\n") == 4
    assert b"Rhein" in taken["table"].splitlines()[3]
    assert json.loads(taken["history"])["summary"] == "1 node changed"
    noted = AuditEntry.objects.filter(action="exported", person="carl").values_list("detail", flat=True)
    assert [each["form"] for each in noted] == ["history", "table", "apoc"]
    assert page.post(f"{HERE}export/nonsense/").status_code == 400


def test_a_reader_takes_the_graph_but_not_its_history(client, rita, rivers, store):
    client.force_login(rita)
    assert [client.post(f"{HERE}export/{form}/").status_code for form in ("table", "history")] == [200, 404]


# --- shapes -------------------------------------------------------------------------------------

SHAPES = b"""@prefix sh: <http://www.w3.org/ns/shacl#> . @prefix : <http://example.org/> .
:S a sh:NodeShape ; sh:targetClass :River ; sh:property [ sh:path :source ; sh:minCount 1 ; sh:minLength 3 ] ."""


def test_shapes_become_rules_once_and_go_out_again(page):
    for _ in range(2):
        answer = page.post(f"{HERE}rules/shapes/read/", {"file": SimpleUploadedFile("s.ttl", SHAPES)})
        assert "sh:minLength of source" in answer.content.decode()
    assert GraphRule.objects.get().data == {"kind": "required", "type": "River", "property": "source", "hard": True}
    assert "sh:minCount 1" in page.get(f"{HERE}rules/shapes/").content.decode()


@pytest.mark.parametrize("data", [b"no turtle at all", b"\xff\xfe", b" " * 1_100_000])
def test_what_are_no_shapes_is_told_at_the_field(page, data):
    answer = page.post(f"{HERE}rules/shapes/read/", {"file": SimpleUploadedFile("s.ttl", data)})
    assert answer.status_code == 422
    assert answer.context["shapes_form"].errors
