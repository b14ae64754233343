"""Which parts of the engine take part in reading: all of them, save where it is measured what one brings."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Parts:
    """What may be left out, one by one; `python -m bench.parts` prints what is lost without it."""

    thesaurus: bool = True  # words that can stand for each other
    ideas: bool = True  # words that speak of one idea, or of two
    second_model: bool = True  # what a model of many languages thinks of two texts
    context: bool = True  # the whole question beside a relation's sentence
    kinship: bool = True  # "grandson" as steps that the graph has
    nearly: bool = True  # misspelt names, parts of names, their words in another order
    implied: bool = True  # joins that no word names
    looking: bool = True  # looking whether a reading finds anything
    certainty: bool = True  # refusing what is hardly right


ALL = Parts()
