"""What is no business of the graph: a short friendly word, and what the graph can be asked.

Nothing of the person's text is carried out or repeated.
"""

import re

from agents.kit import Kit
from agents.language.phrasing import ABSENT
from agents.model import Claim
from agents.state import State
from agents.tasks.ends import name
from agents.tasks.examples import examples, title

_OPENINGS = (
    (re.compile(r"\b(thanks?|thank you|thx|cheers|appreciated?)\b", re.I), "You're welcome."),
    (re.compile(r"\b(bye|goodbye|good night|see you|farewell)\b", re.I), "Goodbye."),
    (re.compile(r"^\W*(hi|hello|hey|hiya|howdy|greetings|good (morning|afternoon|evening|day))\b", re.I), "Hello."),
)
_OTHERWISE = "That is not something I can help with."
_SHORT = 6  # words; a greeting at the head of a longer text is not all of it


def plan(state: State, kit: Kit) -> State:
    """Return the state as it is: there is nothing to look up."""
    return state


def reason(state: State, kit: Kit) -> State:
    """Return the state with a short reply and examples of what the graph can be asked."""
    about = title(kit, state.graph)
    known = f"{ABSENT}: nothing in {about} is called what this is about." if state.not_in_graph else ""
    texts = [known] if known else [_opening(state.text), f"I answer questions about {about}."]
    if state.among > 1:  # beside other requests, a word is enough
        return state.with_(claims=(Claim(texts[0], kind="none"),))
    asked = [*_about_what_it_names(state), *examples(kit, state.graph)]
    texts += [f"You can ask, for example: {' '.join(asked)}"] if asked else []
    return state.with_(claims=tuple(Claim(each, kind="none") for each in texts))


def _about_what_it_names(state: State) -> list[str]:
    """Return a question about the first thing that is named, for who wanted to know something of it after all."""
    return [f"Tell me about {name(each)}." for each in state.firm[:1]]


def _opening(text: str) -> str:
    if len(text.split()) > _SHORT:
        return _OTHERWISE
    return next((reply for pattern, reply in _OPENINGS if pattern.search(text)), _OTHERWISE)
