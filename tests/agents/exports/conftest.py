"""Graphs as hostile as a store takes them."""

from hypothesis import strategies as st

from agents.model import Edge, Node, Provenance

TEXTS = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\0"), max_size=12)
IDS = TEXTS.filter(bool)
SCALARS = TEXTS | st.booleans() | st.integers(-(2**63), 2**63 - 1) | st.floats(allow_nan=False, allow_infinity=False)
KEYS = IDS | st.sampled_from(["name", "title", "aliases", "synonyms", "description", "id", "type", "labels", "exact"])
PROPS = st.dictionaries(KEYS, SCALARS | st.lists(SCALARS, min_size=1, max_size=3).map(tuple), max_size=3)
SOURCES = st.builds(Provenance, TEXTS, TEXTS, TEXTS)


def nodes(id):
    return st.builds(Node, st.just(id), TEXTS, TEXTS, st.lists(TEXTS, max_size=3).map(tuple), TEXTS, PROPS)


def edges(head, tail):
    sources = st.lists(SOURCES, max_size=2).map(tuple)
    return st.builds(Edge, st.just(head), IDS, st.just(tail), PROPS, sources, st.floats(0, 1), TEXTS)


@st.composite
def graphs(draw):
    """Return some nodes and edges between them."""
    ids = draw(st.lists(IDS, min_size=1, max_size=4, unique=True))
    found = [draw(nodes(id)) for id in ids]
    ends = st.sampled_from(ids)
    some = [draw(edges(draw(ends), draw(ends))) for _ in range(draw(st.integers(0, 4)))]
    return [*found, *{each.triple: each for each in some}.values()]
