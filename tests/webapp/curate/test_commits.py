"""Commits: what they keep, what they refuse, how they are taken back."""

from dataclasses import replace

import pytest

from agents.changes import ChangeSet, PutEdge, PutNode, RemoveEdge, RemoveNode
from agents.curation.intentions import merge
from agents.errors import ChangeConflict, ChangeRefused, StoreUnavailable
from agents.model import Edge, Node
from tests.webapp.curate.conftest import BONN, FLOWS, MAIN, RHINE
from webapp.curate import commits
from webapp.curate.models import Commit

pytestmark = pytest.mark.django_db
BONNA = replace(BONN, name="Bonna")


def do(rivers, carl, *changes, **said):
    return commits.commit(rivers, commits.drafted(rivers, changes), carl, **said)


def test_it_keeps_who_why_from_what_and_before_and_after(rivers, carl, store):
    made = do(rivers, carl, PutNode(BONNA), reason="It is older", source="an atlas")
    assert (made.state, made.author_name, made.reason, made.source) == ("applied", "carl", "It is older", "an atlas")
    assert made.summary == "1 node changed"
    (touched,) = commits.things(Commit.objects.get(pk=made.pk))
    assert (touched.before, touched.after) == (BONN, BONNA)
    assert store.nodes("rivers", ["bonn"]) == (BONNA,)


def test_the_store_knows_it_by_its_id(rivers, carl, store):
    made = do(rivers, carl, PutNode(BONNA), reason="It is older")
    assert [(each.change, each.author, each.reason) for each in store.history("rivers", "bonn")] == [
        (str(made.pk), "carl", "It is older")
    ]


def test_of_two_who_edit_one_node_the_second_is_told_both(rivers, carl, store):
    first, second = (
        commits.drafted(rivers, [PutNode(replace(BONN, name=name))]) for name in ("Bonna", "Bonn am Rhein")
    )
    commits.commit(rivers, first, carl)
    with pytest.raises(ChangeConflict) as refusal:
        commits.commit(rivers, second, carl)
    assert (refusal.value.expected, refusal.value.found) == (BONN, BONNA)
    assert [each.state for each in Commit.objects.order_by("made_at")] == ["applied", "refused"]


def test_a_change_that_cannot_be_is_not_even_written(rivers, carl):
    with pytest.raises(ChangeRefused):
        do(rivers, carl, RemoveNode("nile"))
    assert not Commit.objects.exists()


def test_it_is_undone_and_the_undo_is_undone(rivers, carl, store):
    before = list(store.export("rivers"))
    made = do(rivers, carl, PutNode(BONNA), RemoveEdge(*FLOWS.triple))
    after = list(store.export("rivers"))
    undone = commits.take_back(made, carl)
    assert list(store.export("rivers")) == before
    commits.take_back(undone, carl)
    assert list(store.export("rivers")) == after
    assert Commit.objects.get(pk=made.pk).undone


def test_what_was_changed_since_is_said_and_the_rest_is_undone(rivers, carl, store):
    made = do(rivers, carl, PutNode(BONNA), PutNode(replace(MAIN, name="Moenus")))
    do(rivers, carl, PutNode(replace(BONNA, name="Bonn!")))
    assert [each.now.name for each in commits.undoing(made).conflicts] == ["Bonn!"]
    commits.take_back(made, carl)
    assert [each.name for each in store.nodes("rivers", ["bonn", "river:main"])] == ["Bonn!", "Main"]


def test_where_all_was_changed_since_nothing_is_undone(rivers, carl):
    made = do(rivers, carl, PutNode(BONNA))
    do(rivers, carl, PutNode(replace(BONNA, name="Bonn!")))
    with pytest.raises(ChangeRefused, match="changed since"):
        commits.take_back(made, carl)


def test_a_merged_id_leads_to_what_it_became(rivers, carl, store):
    for keep, gone in (("river:main", "bonn"), ("river:rhine", "river:main")):
        do(rivers, carl, *merge(store, "rivers", keep, gone), kind="merge", gone=gone, kept=keep)
    assert commits.current_id(rivers, "bonn") == "river:rhine"
    assert commits.current_id(rivers, "nowhere") == "nowhere"


def test_an_undone_merge_leads_nowhere(rivers, carl, store):
    made = do(rivers, carl, *merge(store, "rivers", "river:main", "bonn"), kind="merge", gone="bonn", kept="river:main")
    commits.take_back(made, carl)
    assert commits.current_id(rivers, "bonn") == "bonn"


def test_it_touches_no_other_graph(rivers, carl, store):
    before = list(store.export("other"))
    do(rivers, carl, PutNode(Node("nile", "River", "Nile")), PutEdge(Edge("nile", "NEAR", "bonn")))
    assert list(store.export("other")) == before


def test_a_store_that_does_not_answer_leaves_it_pending_for_later(rivers, carl, store, monkeypatch):
    seen = commits.drafted(rivers, [PutNode(BONNA)])
    with monkeypatch.context() as broken:
        broken.setattr(type(store), "apply", lambda *_: (_ for _ in ()).throw(StoreUnavailable("It is away.")))
        with pytest.raises(StoreUnavailable):
            commits.commit(rivers, seen, carl)
    assert Commit.objects.get().state == "pending"
    assert commits.mend() == 1
    assert (Commit.objects.get().state, store.nodes("rivers", ["bonn"])) == ("applied", (BONNA,))


def test_a_pending_one_that_the_graph_has_left_behind_is_refused_when_mended(rivers, carl, store):
    seen = commits.drafted(rivers, [PutNode(BONNA)])
    made = commits._write(rivers, seen, carl, (), {})
    store.apply("rivers", ChangeSet("meanwhile", (PutNode(replace(RHINE, id="bonn")),)))
    commits.mend()
    made.refresh_from_db()
    assert (made.state, "meanwhile" in made.why_refused) == ("refused", True)


def test_mending_twice_or_at_once_is_mending_once(rivers, carl, store):
    seen = commits.drafted(rivers, [PutNode(BONNA)])
    made = commits._write(rivers, seen, carl, (), {})
    same = Commit.objects.get(pk=made.pk)
    commits.finish(made)
    commits.finish(same)
    assert (commits.mend(), len(store.history("rivers", "bonn"))) == (0, 1)
