"""What several tasks need of a question's mentions: which things it is about, and the nodes that each may mean."""

import re
from collections.abc import Iterator, Sequence

from agents.model import Mention
from agents.state import State

Ends = tuple[Mention, Mention]
_ALIKE = 5
_NEARLY = 0.9  # below it a mention is called only nearly like its node
# "In the field of chess, ...": where something belongs, and not what is asked of it.
_SETTING = re.compile(r"(^|[.;]\s+)(in|within|for|about|regarding|from)\s+(the\s+|my\s+)?(\w+\s+){0,3}$", re.I)
_AFTER_SETTING = re.compile(r"\s*[,:]")
_QUOTES = "\"'“”‘’«»"


def ids(mention: Mention) -> tuple[str, ...]:
    """Return the ids of the nodes that fit the mention best: several where names are shared."""
    alike = [each.node.id for each in mention.candidates if each.score >= mention.score - 1e-6]
    return tuple(alike[:_ALIKE])


def is_set(mention: Mention) -> bool:
    """Tell whether a mention stands for several things that an earlier turn spoke of, and not for one of them."""
    return mention.is_group


def subjects(state: State) -> tuple[Mention, ...]:
    """Return the mentions that the request is about, each thing once, in the order of the text.

    What is quoted comes before what is not, what is called just like its node before what is called only nearly so;
    "in the field of chess, ..." says where a question belongs and is no subject while there are others.
    """
    linked = [each for each in state.linked if not is_set(each)]
    for fits in (_quoted, _named, _asked_of):
        kept = [each for each in linked if fits(state.text, each)]
        linked = kept if kept and (fits is not _quoted or len(_apart(kept)) > 1) else linked
    return tuple(_apart(linked))


def _quoted(text: str, mention: Mention) -> bool:
    return text[mention.start - 1 : mention.start] in _QUOTES and text[mention.end : mention.end + 1] in _QUOTES


def _named(text: str, mention: Mention) -> bool:
    return mention.score >= _NEARLY


def _asked_of(text: str, mention: Mention) -> bool:
    before, after = text[: mention.start], text[mention.end :]
    return not (_SETTING.search(before) and _AFTER_SETTING.match(after))


def _apart(mentions: Sequence[Mention]) -> list[Mention]:
    """Return the first mention of each thing."""
    return [each for at, each in enumerate(mentions) if not any(_same(each, other) for other in mentions[:at])]


def _same(one: Mention, other: Mention) -> bool:
    return bool(set(ids(one)) & set(ids(other)))


def two_ends(state: State) -> Ends | None:
    """Return the two best mentions of different nodes, in the order of the text; None with fewer than two.

    "Those courts" is a set to ask about, and no end.
    """
    ranked = sorted(subjects(state), key=lambda each: (-each.score, -len(each.text)))
    if len(ranked) < 2:
        return None if state.unknown else _nearly_two(state)
    first, second = sorted(ranked[:2], key=lambda each: each.start)
    return first, second


def _nearly_two(state: State) -> Ends | None:
    """Return two ends among all that is linked, also where one of them is called only nearly so."""
    linked = [each for each in state.linked if not is_set(each)]
    found = next(_pairs(sorted(linked, key=lambda each: (-each.score, -len(each.text)))), None)
    return (found if found[0].start < found[1].start else (found[1], found[0])) if found else None


def _pairs(ranked: Sequence[Mention]) -> Iterator[Ends]:
    return ((one, other) for one in ranked[:1] for other in ranked if not _same(one, other))


def name(mention: Mention) -> str:
    """Return the name of the mention's likeliest node, or its text."""
    return mention.node.name if mention.node else mention.text
