"""The background task that trains or tests a card; it runs in the worker, `manage.py db_worker`."""

import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_noop
from django_tasks import task

from webapp import engine
from webapp.cards.models import CardJob
from webapp.jobs import Note, State, outcome

if TYPE_CHECKING:
    from agents.cards.recipe import Progress

FAULT = gettext_noop("That failed for a reason of our own; it was noted in the log. What was learnt is kept.")


@task()
def work(number: int) -> None:
    """Train or test what waits; nothing happens for what is over or what another worker has."""
    job = CardJob.taken(number, "graph", "asked_by")
    if job is None:
        return
    fields = outcome(job, lambda: _done(job), FAULT)
    if fields and job.end(left=None, **fields) and fields["state"] == State.DONE:
        shutil.rmtree(job.folder, ignore_errors=True)


def _done(job: CardJob) -> dict[str, Any]:
    _train(job) if job.what == CardJob.What.TRAIN else _test(job)
    return {"stage": ""}


def _train(job: CardJob) -> None:
    from agents.cards.making import Wanted, make
    from agents.cards.manifest import Origin
    from agents.cards.recipe import Recipe
    from agents.cards.switching import required
    from agents.cards.texts import facts_of_texts
    from agents.cards.worded import facts_of_graph
    from agents.query import Match

    slug, store = job.graph.slug, engine.store()
    if job.texts:
        facts = facts_of_texts([job.folder / Path(each).name for each in job.texts])
        origin = Origin(kind="texts", name=f"{len(job.texts)} files")
    else:
        facts = facts_of_graph(store, slug, Match.model_validate(job.match) if job.match else None)
        origin = Origin(kind="graph", name=slug, version=str(store.version(slug)))
    owner = job.asked_by.get_username() if job.asked_by else ""
    wanted = Wanted(job.name, job.knows, origin, job.licence, owner)
    recipe, base = Recipe.model_validate(job.recipe), required(engine.card_base())
    make(engine.shelf(), slug, base, wanted, facts, recipe, job.folder, _Note(job))


def _test(job: CardJob) -> None:
    from agents.cards.recipe import Progress
    from agents.cards.switching import try_card

    note, shelf = _Note(job), engine.shelf()

    def tell(number: int, count: int) -> None:
        note(Progress(number, count, 0.0, 0, 0.0, stage="testing"))

    try_card(shelf, engine.card_base(), shelf.card(job.graph.slug, job.name), tell)


class _Note(Note):
    """Notes how far a training or a test is."""

    every = 1.0  # seconds

    def __call__(self, progress: "Progress") -> None:
        """Note the progress; raise Cancelled where the job was stopped."""
        loss = progress.loss if progress.tokens else None
        fields = {"step": progress.step, "steps": progress.steps, "left": progress.left, "loss": loss}
        super().__call__(stage=progress.stage, **fields)
