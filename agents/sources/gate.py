"""What a language model's word on needing more means: yes, no, or neither; which kind of source; which by its name."""

import re
from collections.abc import Sequence

from agents.language.embeddings import Embedder
from agents.sources.source import Source

_YES = re.compile(r"^\W*(?:yes|yeah|yep)\b[\s,.:;!–—-]*", re.I)
_NO = re.compile(r"^\W*(?:no|nope|none|nothing)\b", re.I)
_LONGEST = 200  # characters of what is needed


def needs_more(reply: str) -> bool | None:
    """Tell whether a reply begins with yes or with no ("Yes, I know ..." is yes); None where with neither."""
    if _YES.match(reply):
        return True
    return False if _NO.match(reply) else None


def needed(reply: str) -> str:
    """Return what a reply says is needed, on one line."""
    return " ".join(_YES.sub("", reply, count=1).split())[:_LONGEST]


def named(reply: str, sources: Sequence[Source]) -> Source | None:
    """Return the source whose name the reply is, whatever stands around it; None where it is none of them."""
    said = {_bare(reply), _bare(_YES.sub("", reply, count=1)), _bare(reply.splitlines()[0] if reply.strip() else "")}
    return next((each for each in sources if _bare(each.name) in said - {""}), None)


def nearest(embed: Embedder, kind: str, sources: Sequence[Source]) -> Source | None:
    """Return the source whose description is most like what is needed."""
    if not sources:
        return None
    vectors = embed.embed([kind, *(each.scope.description or each.name for each in sources)])
    return sources[int((vectors[1:] @ vectors[0]).argmax())]


def _bare(text: str) -> str:
    return " ".join(text.split()).strip(" \"'`“”‘’«».:;!").casefold()
