"""Hide the names in a request, so that its kind is told by the words around them and not by the topic."""

from collections.abc import Iterable

from agents.model import Mention

MASKS = ("Thing", "Other", "Third")


def masked(text: str, mentions: Iterable[Mention]) -> str:
    """Return the text with each mention replaced by a placeholder, the same one for the same words."""
    return mask_spans(text, [(each.start, each.end) for each in mentions])


def mask_spans(text: str, spans: Iterable[tuple[int, int]]) -> str:
    """Return the text with each span of characters replaced; a span that overlaps an earlier one is left."""
    pieces: list[str] = []
    names: dict[str, str] = {}
    done = 0
    for start, end in sorted(spans):
        if start < done:
            continue
        mask = names.setdefault(text[start:end].lower(), MASKS[min(len(names), len(MASKS) - 1)])
        pieces += [text[done:start], mask]
        done = end
    return "".join([*pieces, text[done:]])
