"""Entity linking: which stretches of a question are called like nodes of the graph.

Every stretch of up to ten words is looked up at once (as written, and without a plural or possessive ending);
quoted stretches come first, then the longest. What is left may be another form of a name ("us", "scottish"), a
misspelt one, or a part of one; a stretch that looks like a name and is none stays a mention without candidates.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from agents.graphs.store import GraphStore
from agents.language.words import Word
from agents.model import Candidate, Mention
from agents.reading import spans
from agents.reading.lexicon import Lexicon
from agents.reading.literals import literals
from agents.reading.names import spoken
from agents.reading.nearly import EACH, REORDERED, near, uncoded
from agents.reading.spans import Span, free
from agents.reading.valued import of_country

TYPED = 0.97  # "ohio river", of a river called "Ohio"
UNTYPED = 0.92  # all of a name but the type that it ends with: "chess", of a club called "Chess Club"
CODED = 0.92  # all of a name but its code
OF_COUNTRY = 0.95  # "danish companies", of a country called "Denmark"
UNSURE = 0.75  # a part of a name that does not look like one
_CHOSEN = 0.3  # by how much what a person chose is better than the rest
MOST_WORDS = 120  # what stands after them is not looked up
MOST_TYPES = 30  # types that a name may end with
MOST_SEARCHES = 12  # searches by likeness cost some milliseconds each

Hits = tuple[Candidate, ...]
Found = dict[Span, Hits]


class Linking:
    """Links one text."""

    def __init__(self, store: GraphStore, lexicon: Lexicon, text: str, words: Sequence[Word]) -> None:
        self._store = store
        self._lexicon = lexicon
        self._text = text
        self._words = words[:MOST_WORDS]
        self._spans = list(spans.stretches(self._words))
        self._quoted = spans.quoted(text, self._words)
        self._values: tuple[Span, ...] = ()
        self._searches = 0

    def mentions(self, picks: Mapping[str, str] = {}) -> tuple[Mention, ...]:
        """Return the mentions, left to right. `picks`: the node id that a person chose for a mention's text."""
        found = self._exact()
        for span in [each for each in found if each.last - each.first > 1]:
            found[span] += self._of_the_type(span, found)
        self._reordered(found)
        chosen = self._longest(found)
        self._values = literals(self._text, self._words, self._lexicon.values, chosen, timed=self._lexicon.timed)
        self._but_for_its_type(chosen)
        self._akin(chosen)
        self._values += self._of_countries(chosen)
        self._looks_like_a_name(chosen)
        self._but_for_its_code(chosen)
        self._part_of_a_name(chosen)
        mentions = [self._mention(span, hits, picks) for span, hits in chosen.items()]
        return tuple(sorted(mentions, key=lambda each: each.start))

    def _exact(self) -> Found:
        """Return the stretches that are called like a node."""
        forms = {span: spans.forms(self._text, self._words, span) for span in self._spans}
        texts = sorted({form for each in forms.values() for form in each})
        exact = self._store.find_exact(self._lexicon.graph, texts, limit=EACH)
        found: Found = {}
        for span in self._spans:
            hits = next((exact[form] for form in forms[span] if exact.get(form)), ())
            if hits and self._may_be_a_name(span, hits):
                found[span] = hits
        return found

    def _may_be_a_name(self, span: Span, hits: Hits) -> bool:
        """Refuse stretches of nothing but light words ("in", "the"), unless written as a name in mixed case is."""
        if any(not word.light for word in self._words[span.first : span.last]):
            return True
        whole = self._written(span)
        return span.first > 0 and whole != whole.lower() and any(hit.matched == whole for hit in hits)

    def _of_the_type(self, span: Span, found: Found) -> Hits:
        """Return what a name without its last or first word is called, where that word is its type: "ohio river"."""
        without = [
            (Span(span.first, span.last - 1), self._words[span.last - 1]),
            (Span(span.first + 1, span.last), self._words[span.first]),
        ]
        known = {each.node.id for each in found[span]}
        return tuple(
            replace(each, score=TYPED)
            for inner, word in without
            for each in found.get(inner, ())
            if spoken(each.node.type) in (word.lower, word.lemma) and each.node.id not in known
        )

    def _reordered(self, found: Found) -> None:
        for span in spans.capitalised(self._words):
            if span not in found:
                hits = tuple(each for each in self._near(span) if each.score >= REORDERED)
                if hits:
                    found[span] = hits

    def _longest(self, found: Found) -> Found:
        """Return what is kept of stretches that overlap: what is quoted, then the longest, then the first."""
        chosen: Found = {}
        for span in sorted(found, key=lambda each: (each not in self._quoted, each.first - each.last, each.first)):
            if free(span, chosen):
                chosen[span] = found[span]
        return chosen

    def _akin(self, chosen: Found) -> None:
        """Add initials and adjectives of names."""
        for span in sorted(self._spans, key=lambda each: each.first - each.last):
            if free(span, [*chosen, *self._values]) and spans.may_be_akin(self._words, span):
                hits = self._of_country(span) or self._lexicon.akin.find(self._written(span))
                if hits:
                    chosen[span] = hits

    def _of_country(self, span: Span) -> Hits:
        """Return the country whose adjective a stretch is: "danish", of Denmark."""
        said = self._written(span)
        names = of_country(self._lexicon, said) if said.casefold() not in self._lexicon.values else ()
        found = self._store.find_exact(self._lexicon.graph, names, limit=EACH) if names else {}
        return tuple(replace(each, score=OF_COUNTRY) for name in names for each in found.get(name, ()))

    def _of_countries(self, chosen: Found) -> tuple[Span, ...]:
        """Return the stretches that speak of a country which is a value of some things."""
        said = [(each, of_country(self._lexicon, self._written(each))) for each in self._spans]
        known = [each for each, names in said if any(name in self._lexicon.values for name in names)]
        return tuple(each for each in known if free(each, [*chosen, *self._values]))

    def _looks_like_a_name(self, chosen: Found) -> None:
        """Add what is quoted or looks like a name, also where nothing is called nearly so."""
        quoted = [span for span in self._quoted if free(span, [*chosen, *self._values])]
        taken = [*chosen, *quoted, *self._values]
        for span in [*quoted, *spans.name_like(self._words, taken, self._lexicon.said)]:
            if self._searches < MOST_SEARCHES:  # else it is not known whether anything is called so
                chosen[span] = self._near(span)

    def _but_for_its_type(self, chosen: Found) -> None:
        """Add what single words are the name of but for its type: "who plays chess", in the Chess Club, a club."""
        types = [spoken(each.name) for each in self._lexicon.schema.types if each.name][:MOST_TYPES]
        left = spans.telling(self._words, [*chosen, *self._values], self._lexicon.said)
        forms = {f"{self._words[span.first].lower} {type}": span for span in left for type in types}
        exact = self._store.find_exact(self._lexicon.graph, sorted(forms), limit=EACH) if forms else {}
        for form, hits in exact.items():
            of_it = tuple(replace(each, score=UNTYPED) for each in hits if form.endswith(f" {spoken(each.node.type)}"))
            if of_it:
                chosen[forms[form]] = of_it

    def _but_for_its_code(self, chosen: Found) -> None:
        """Add what "the cracked housing" is called but for a code: "D-302 Cracked Housing"."""
        for span in spans.definite(self._words, [*chosen, *self._values], self._lexicon.said):
            said = len(spans.text_of(self._text, self._words, span).split())
            hits = tuple(each for each in self._near(span, CODED) if uncoded(each.matched or each.node.name) == said)
            if hits:
                chosen[span] = hits

    def _part_of_a_name(self, chosen: Found) -> None:
        for span in spans.unexplained(self._words, chosen, self._lexicon.said):
            if free(span, self._values) and (hits := self._near(span, UNSURE) or self._one_of(span)):
                chosen[span] = hits

    def _one_of(self, span: Span) -> Hits:
        """Return what the singular of a lower-case plural is a part of the name of: "penguins", an African Penguin."""
        last = self._words[span.last - 1]
        plural = span.last == span.first + 1 and last.tag == "NNS" and last.lemma != last.lower and last.text.islower()
        return self._searched(last.lemma, UNSURE) if plural else ()

    def _near(self, span: Span, most: float = 1.0) -> Hits:
        return self._searched(self._written(span), most)

    def _searched(self, text: str, most: float) -> Hits:
        self._searches += 1
        if self._searches > MOST_SEARCHES or not self._lexicon.parts.nearly:
            return ()
        return near(self._store, self._lexicon.graph, text, most)

    def _written(self, span: Span) -> str:
        return spans.text_of(self._text, self._words, span)

    def _mention(self, span: Span, hits: Hits, picks: Mapping[str, str]) -> Mention:
        whole = self._written(span)
        picked = picks.get(whole.lower())
        if picked is not None:
            first = [each for each in hits if each.node.id == picked]
            first = first or [
                Candidate(node, 1.0, "exact", whole) for node in self._store.nodes(self._lexicon.graph, [picked])
            ]
            hits = chosen(first[0], hits) if first else hits
        return Mention(whole, self._words[span.first].start, self._words[span.last - 1].end, hits)


def chosen(first: Candidate, others: Hits) -> Hits:
    """Return candidates of which a person chose the first: the others are kept, and none of them is meant as well."""
    left = (replace(each, score=min(each.score, 1.0 - _CHOSEN)) for each in others if each.node.id != first.node.id)
    return (replace(first, score=1.0), *left)
