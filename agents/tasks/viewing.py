"""What a request asks the drawing to do, in words: "hide the rivers", "only genes", "expand X", "focus on Y"."""

import re
from dataclasses import dataclass

from agents.events import ViewAsked
from agents.language.phrasing import either, listing, plural, readable
from agents.model import Schema
from agents.state import State
from agents.tasks.ends import ids, name, subjects
from agents.tasks.schema_names import relations_named, types_named

# The first that fits says what is asked.
_NARROWED = "about|around|of|on|with|without|that|which|who|whose|under|over|above|below|from"
_ALL = rf"(all|everything|it all)\b(?!\s+\w+ed\b)(?!\s+({_NARROWED})\b)"
_ACTIONS = (
    ("reset", rf"\b(show|bring back|unhide|restore)\s+(me\s+)?{_ALL}"),
    ("reset", r"\b(reset|clear|undo)\b.*\b(view|filters?|drawing|graph|hiding)\b|\breset\s*$|\bno (more )?filters?\b"),
    (
        "hide",
        r"\b(hide|conceal|filter out|take away|do not show|don['’]t show|stop showing|without showing|get rid of)\b",
    ),
    ("hide", r"\b(remove|drop|clear)\b.*\b(view|picture|drawing|screen|display|map)\b"),
    ("only", r"\b(only|just|nothing but|solely|exclusively|filter (by|for|on|to)|restrict|limit|narrow)\b"),
    ("collapse", r"\b(collapse|fold|close|shrink|contract|pack up)\b"),
    ("focus", r"\b(focus|centre|center|zoom|go to|jump to|highlight|concentrate|home in)\b"),
    ("expand", r"\b(expand|unfold|open|grow|blow up|more around|one more (level|step|hop))\b"),
    ("show", r"\b(unhide|show again|bring back|reveal)\b"),
)
_DEEPER = re.compile(
    r"\b(two|2|three|3|one more|another|second)\s+(more\s+)?(levels?|steps?|hops?|rings?|degrees?)\b", re.I
)
_NEEDS_MORE = ("hide", "only", "show")  # these need to be told what
_SAID = {
    "hide": "Hidden in the drawing",
    "only": "The drawing now shows only",
    "show": "Shown again",
    "collapse": "Collapsed",
    "focus": "The drawing turns to",
    "reset": "Everything that was found is shown again.",
}


@dataclass(frozen=True)
class View:
    """What is asked of the drawing, and that in words."""

    asked: ViewAsked
    words: str


def action(text: str) -> str:
    """Return what a text asks the drawing to do; "" where it only asks to see something."""
    return next((kind for kind, pattern in _ACTIONS if re.search(pattern, text, re.I)), "")


def hops(text: str) -> int:
    """Return how many steps around something are asked for."""
    return 2 if _DEEPER.search(text) else 1


def view(state: State, schema: Schema) -> View | None:
    """Return what the drawing is asked to do, with what; None where nothing that it can do is named."""
    kind, things = action(state.text), subjects(state)
    types = types_named(_unnamed(state), schema) if kind in _NEEDS_MORE else ()
    relations = relations_named(_unnamed(state), schema) if kind in _NEEDS_MORE and not types else ()
    if not kind or (kind != "reset" and not (things or types or relations)):
        return None
    asked = ViewAsked(
        kind,
        tuple(id for each in things for id in ids(each)),
        tuple(each.name for each in types),
        tuple(each.name for each in relations),
    )
    said = [*(plural(readable(each.name)) for each in types), *(f"'{readable(each.name)}'" for each in relations)]
    said += [name(each) for each in things if not (types or relations)]
    return View(asked, _SAID.get(kind, "") if kind == "reset" else f"{_SAID.get(kind, 'Expanded')}: {listing(said)}.")


def _unnamed(state: State) -> str:
    """Return the text without the names in it, so that a type inside a name is not taken for one."""
    text = state.text
    for each in sorted(subjects(state), key=lambda mention: -mention.start):
        text = f"{text[: each.start]} {text[each.end :]}"
    return text


def offer(schema: Schema) -> str:
    """Return what could be named, for a request that names nothing that is known."""
    names = [plural(readable(each.name)) for each in sorted(schema.types, key=lambda each: -each.count) if each.name]
    return f"Tell me what, for instance {either(names[:3])}." if names else "Tell me what."
