"""A card knows what it was taught about: where a question names another thing it would invent, and is not asked."""

import re
from collections.abc import Iterable

from agents.cards.facts import plain
from agents.model import Mention
from agents.sources.source import Scope

_NAME = re.compile(r"(?<!\w)[A-Z]\w*")


def taught(scope: Scope, mentions: Iterable[Mention]) -> bool:
    """Tell whether a source was taught about each thing that a question names; one that does not say is asked."""
    return not scope.taught or all(_known(each, f" {scope.taught} ") for each in mentions)


def _known(mention: Mention, words: str) -> bool:
    """Tell whether a thing is called as it was taught; of what the graph has not, each word with a capital was."""
    if mention.node is None:
        return all(f" {plain(each)} " in words for each in _NAME.findall(mention.text))
    names = (mention.text, *(name for each in mention.candidates for name in (each.node.name, *each.node.aliases)))
    return any(said and f" {said} " in words for said in map(plain, names))
