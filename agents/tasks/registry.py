"""Which task answers which kind of request."""

from agents.state import State
from agents.tasks import clusters, completion, explore, idea, path, prerequisite, question, relation, smalltalk, teach
from agents.tasks.task import Task

TASKS: dict[str, Task] = {
    "question": question,
    "relation": relation,
    "path": path,
    "prerequisite": prerequisite,
    "completion": completion,
    "clusters": clusters,
    "idea": idea,
    "explore": explore,
    "smalltalk": smalltalk,
    "teach": teach,
}


def task(state: State) -> Task:
    """Return the task of the state's kind of request."""
    return TASKS.get(state.intent, question)
