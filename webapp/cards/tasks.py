"""The background task that trains or tests a card; it runs in the worker, `manage.py db_worker`."""

import logging
import shutil
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, Any

from django.conf import settings
from django.utils import timezone
from django_tasks import task

from agents.errors import EngineError
from webapp import engine, processes
from webapp.cards.models import CardJob

if TYPE_CHECKING:
    from agents.cards.recipe import Progress

logger = logging.getLogger(__name__)
State = CardJob.State
BEAT = 1.0  # seconds between two notes of the progress
FAULT = "That failed for a reason of our own; it was noted in the log. What was learnt is kept."


@task()
def work(number: int) -> None:
    """Train or test what waits; nothing happens for what is over or what another worker has."""
    begun = {"state": State.RUNNING, "process": processes.own_name("worker")}
    if CardJob.objects.filter(pk=number, state=State.WAITING).update(**begun):
        job = CardJob.objects.select_related("graph", "asked_by").get(pk=number)
        fields = _outcome(job)
        if fields and _mine(job).update(ended_at=timezone.now(), left=None, **fields) and fields["state"] == State.DONE:
            shutil.rmtree(_folder(job), ignore_errors=True)


def _outcome(job: CardJob) -> dict[str, Any]:
    """Do the work, and return the fields that say how that ended; none where it was stopped."""
    from agents.cards.training import Stopped

    try:
        _train(job) if job.what == CardJob.What.TRAIN else _test(job)
    except Stopped:
        return {}
    except EngineError as error:
        return {"state": State.FAILED, "error": str(error)}
    except Exception:
        logger.exception("Work %s on a card failed", job.pk)
        return {"state": State.FAILED, "error": FAULT}
    return {"state": State.DONE, "stage": ""}


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
        facts = facts_of_texts([_folder(job) / Path(each).name for each in job.texts])
        origin = Origin(kind="texts", name=f"{len(job.texts)} files")
    else:
        facts = facts_of_graph(store, slug, Match.model_validate(job.match) if job.match else None)
        origin = Origin(kind="graph", name=slug, version=str(store.version(slug)))
    owner = job.asked_by.get_username() if job.asked_by else ""
    wanted = Wanted(job.name, job.knows, origin, job.licence, owner)
    recipe, base = Recipe.model_validate(job.recipe), required(engine.card_base())
    make(engine.shelf(), slug, base, wanted, facts, recipe, _folder(job), _Note(job))


def _test(job: CardJob) -> None:
    from agents.cards.recipe import Progress
    from agents.cards.switching import try_card

    note, shelf = _Note(job), engine.shelf()

    def tell(number: int, count: int) -> None:
        note(Progress(number, count, 0.0, 0, 0.0, stage="testing"))

    try_card(shelf, engine.card_base(), shelf.card(job.graph.slug, job.name), tell)


class _Note:
    """Notes the progress in the job's row now and then; raises Stopped once the row says so."""

    def __init__(self, job: CardJob) -> None:
        self.job = job
        self.last = 0.0

    def __call__(self, progress: "Progress") -> None:
        from agents.cards.training import Stopped

        if monotonic() - self.last < BEAT:
            return
        self.last = monotonic()
        loss = progress.loss if progress.tokens else None
        fields = {"step": progress.step, "steps": progress.steps, "left": progress.left, "loss": loss}
        if not _mine(self.job).update(stage=progress.stage, **fields):
            raise Stopped


def _mine(job: CardJob) -> Any:
    return CardJob.objects.filter(pk=job.pk, state=State.RUNNING, process=job.process)


def _folder(job: CardJob) -> Path:
    return Path(settings.LOREGRAPH_DATA) / "trainings" / str(job.pk)
