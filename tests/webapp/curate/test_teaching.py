"""From what somebody teaches the real engine to a fact in the graph, and back to the one who taught."""

import pytest

from agents.changes import changes_from_json
from agents.curation.drafting import draft
from agents.kit import Kit
from agents.language.embeddings import embedder
from agents.pipeline import run
from agents.reading.read import GraphReader
from tests.fakes import Ear, ScriptedIntents
from webapp.chat import decisions
from webapp.curate import proposals
from webapp.curate.models import Proposal

pytestmark = pytest.mark.django_db


def taught(store, text):
    """Return what the engine proposes for a sentence."""
    import asyncio

    ear = Ear()
    kit = Kit(store, GraphReader(store, embedder()), ScriptedIntents("teach"))
    asyncio.run(run(kit, "rivers", text, ear))
    (made,) = ear.of("proposal.made")
    return made.to_json()


def test_what_is_taught_is_proposed_accepted_and_told(store, rivers, connie, carl):
    told = taught(store, "remember that Rhine flows into Main")
    assert not draft(store, "rivers", changes_from_json(told["changes"]).changes).problems
    kept = proposals.take(rivers, connie, None, told)
    proposal = Proposal.objects.get(pk=kept["proposal"])
    assert (proposal.sentence, proposal.proposer_name) == ("remember that Rhine flows into Main", "connie")
    proposals.accept(rivers, [proposal], carl, proposals.drafted(rivers, [proposal]))
    assert store.edges("rivers", [("river:rhine", "FLOWS_INTO", "river:main")])
    proposal.refresh_from_db()
    assert decisions.became(proposal)["by"] == "carl"
