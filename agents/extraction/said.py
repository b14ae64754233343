"""What a parsed sentence says of what: by its verbs, by "the X of Y", by appositions; and whether it says so at all.

Nothing of any graph is known here: a subject, the words that relate it, and an object, as grammar has them.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

Token = Any  # spaCy's

SUBJECTS = ("nsubj", "nsubjpass")
_OBJECTS = ("dobj", "dative", "oprd", "attr", "obj")
_RELATIVE = frozenset("who which that whom whose where".split())
_DENYING = frozenset(  # verbs that say that what they govern is not so
    "fail refuse decline cease stop deny lack avoid neglect forget refrain abstain disprove quit prevent".split()
)
_HEDGING_MODALS = frozenset("may might could would should".split())
_HEDGES = frozenset(
    """possibly probably perhaps reportedly allegedly supposedly apparently likely potentially maybe presumably
    seemingly purportedly rumoured rumored""".split()
)
_OPINIONS = frozenset(
    """think believe suggest claim suspect expect allege rumour rumor appear seem speculate hypothesise hypothesize
    suppose assume propose guess hope plan intend""".split()
)
_CONDITIONS = frozenset("if whether unless".split())
_NONE = frozenset("no neither none without".split())
_DENYING_WORDS = frozenset("not never n't no neither nor without cannot".split())
_FEW = 4  # words between two names


@dataclass(frozen=True)
class Said:
    """`words` relate a head to a tail. `passive`: the head is what it is done to. `noun`: the tail is its `words`."""

    head: Token
    words: str
    tail: Token
    denied: bool = False
    hedged: bool = False
    passive: bool = False
    noun: bool = False  # "Y's capital is X": head Y, words "capital", tail X


def said(doc: Any) -> Iterator[Said]:
    """Yield what a sentence says, each pair of things once for each way that relates them."""
    if doc.text.rstrip().endswith("?"):
        return
    found: dict[tuple[int, str, int], Said] = {}
    for token in doc:
        if token.pos_ in ("VERB", "AUX"):
            for each in _by_verb(token):
                found.setdefault((each.head.i, each.words, each.tail.i), each)
        elif token.dep_ == "appos":
            for each in _by_apposition(token):
                found.setdefault((each.head.i, each.words, each.tail.i), each)
    yield from found.values()


def between(doc: Any, places: Sequence[int]) -> Iterator[Said]:
    """Yield what the few words between neighbours among some things say of them, where the parser saw no verb.

    The parser takes "Warfarin treats migraine" for a heap of nouns; what stands between two names is then their verb.
    """
    for one, other in pairwise(sorted(places)):
        inside = doc[one + 1 : other]
        words = [each for each in inside if each.pos_ not in ("ADV", "DET") and each.lower_ not in _DENYING_WORDS]
        if not 0 < len(words) <= _FEW or any(each.is_punct or each.dep_ == "cc" for each in inside):
            continue
        denied = any(each.lower_ in _DENYING_WORDS for each in inside)
        hedged = any(each.lower_ in _HEDGING_MODALS | _HEDGES for each in inside)
        text = " ".join(each.lower_ for each in words if each.lower_ not in _HEDGING_MODALS | {"do", "does", "did"})
        passive = bool(text.startswith(("is ", "are ", "was ", "were ")) and text.endswith(" by"))
        if text:
            yield Said(doc[one], text, doc[other], denied, hedged, passive)


# --- verbs --------------------------------------------------------------------------------------


def _by_verb(verb: Token) -> Iterator[Said]:
    heads = list(_subjects(verb))
    denied, hedged = _denied(verb), _hedged(verb)
    passive = any(each.dep_ in ("nsubjpass", "auxpass") for each in verb.children) or (
        verb.dep_ == "acl" and verb.tag_ == "VBN"
    )
    for words, tail, none in _tails(verb):
        for head in heads:
            no = denied != (none or _none(head))
            if head.i == tail.i:
                continue
            if _be(verb) and words in ("is", "was", "are", "were"):
                yield from _by_noun(head, tail, no, hedged)
            yield Said(head, words, tail, no, hedged, passive)


def _by_noun(subject: Token, tail: Token, denied: bool, hedged: bool) -> Iterator[Said]:
    """Yield "the capital of Y is X" and "Y's capital is X": of Y, its capital is X."""
    for owner in [*_owners(subject)]:
        yield Said(owner, _noun(subject), tail, denied, hedged, noun=True)


def _owners(noun: Token) -> Iterator[Token]:
    for each in noun.children:
        if each.dep_ == "poss":
            yield from _all(each)
        if each.dep_ == "prep" and each.lower_ == "of":
            yield from _objects_of(each)


def _subjects(verb: Token, deep: int = 0) -> Iterator[Token]:
    own = [each for each in verb.children if each.dep_ in SUBJECTS]
    for each in own:
        yield from _all(verb.head if each.lower_ in _RELATIVE and verb.dep_ == "relcl" else each)
    if own or deep > 3:
        return
    if verb.dep_ in ("acl", "relcl"):
        yield from _all(verb.head)
    elif verb.dep_ in ("conj", "xcomp", "advcl", "pcomp", "ccomp") and verb.head.pos_ in ("VERB", "AUX"):
        objects = [each for each in verb.head.children if each.dep_ == "dobj"]
        if verb.dep_ == "xcomp" and objects:
            yield from (other for each in objects for other in _all(each))
        else:
            yield from _subjects(verb.head, deep + 1)
    elif verb.dep_ == "pcomp" and verb.head.head.pos_ in ("VERB", "AUX"):
        yield from _subjects(verb.head.head, deep + 1)


def _tails(verb: Token) -> Iterator[tuple[str, Token, bool]]:
    """Yield what a verb leads to: words, thing, and whether the thing is said not to be ("has no X")."""
    phrase = _phrase(verb)
    for each in verb.children:
        if each.dep_ in _OBJECTS:
            for one in _all(each):
                yield phrase, one, _none(one)
            yield from _behind(each, _noun(each) if _be(verb) else f"{phrase} {_noun(each)}")
        elif each.dep_ in ("prep", "agent"):
            yield from _prepositional(each, phrase)
        elif each.dep_ == "acomp":
            yield from _behind(each, f"{phrase} {each.lower_}" if not _be(verb) else f"is {each.lower_}")
        elif each.dep_ == "advmod" and each.pos_ in ("ADV", "ADP"):
            yield from _behind(each, f"{phrase} {each.lower_}")


def _prepositional(preposition: Token, phrase: str) -> Iterator[tuple[str, Token, bool]]:
    words = f"{phrase} {preposition.lower_}"
    for one in _objects_of(preposition):
        yield words, one, _none(one)
        yield from _behind(one, f"{words} {_noun(one)}")
    for deeper in preposition.children:
        if deeper.dep_ == "prep":
            yield from _prepositional(deeper, words)


def _behind(noun: Token, words: str) -> Iterator[tuple[str, Token, bool]]:
    """Yield what stands behind a noun: the Y of "is the capital of Y", of "plays a role in Y"."""
    for each in noun.children:
        if each.dep_ == "prep":
            for one in _objects_of(each):
                yield f"{words} {each.lower_}", one, _none(one) or _none(noun)
        elif each.dep_ == "poss" and noun.pos_ == "NOUN":
            for one in _all(each):
                yield f"{words} of", one, _none(noun)


def _by_apposition(noun: Token) -> Iterator[Said]:
    """Yield "X, the capital of Y": X is the capital of Y."""
    hedged = _hedged(noun)
    for words, tail, none in _behind(noun, _noun(noun)):
        yield Said(noun.head, words, tail, none, hedged)


# --- words --------------------------------------------------------------------------------------


def _phrase(verb: Token) -> str:
    """Return a verb with what belongs to it: "is married", "took over"."""
    if _be(verb):
        return verb.lower_ if verb.lower_ in ("is", "was", "are", "were") else "is"
    passive = any(each.dep_ == "auxpass" for each in verb.children)
    parts = ["is"] if passive else []
    parts.append(verb.lower_ if passive or verb.tag_ == "VBN" else verb.lemma_.lower())
    parts += [each.lower_ for each in verb.children if each.dep_ == "prt"]
    return " ".join(parts)


def _be(verb: Token) -> bool:
    return bool(verb.lemma_ == "be")


def _noun(noun: Token) -> str:
    """Return a noun with what stands in front of it as a part of it: "side effect"."""
    parts = [each.lower_ for each in noun.lefts if each.dep_ in ("compound", "amod") and each.pos_ != "PROPN"]
    return " ".join([*parts, noun.lemma_.lower() if noun.pos_ == "NOUN" else noun.lower_])


def _objects_of(preposition: Token) -> Iterator[Token]:
    for each in preposition.children:
        if each.dep_ in ("pobj", "pcomp") and each.pos_ not in ("VERB", "AUX"):
            yield from _all(each)


def _all(token: Token) -> Iterator[Token]:
    """Yield a thing and those joined to it by "and"."""
    yield token
    for each in token.children:
        if each.dep_ == "conj" and each.pos_ not in ("VERB", "AUX"):
            yield from _all(each)


# --- whether it is said to be so ----------------------------------------------------------------


def _denied(verb: Token) -> bool:
    no = any(each.dep_ == "neg" or each.lower_ in ("never", "n't", "not") for each in verb.children)
    governor = verb.head
    if verb.dep_ in ("xcomp", "ccomp", "pcomp") and governor.pos_ in ("VERB", "AUX", "ADP", "SCONJ"):
        upper = governor if governor.pos_ in ("VERB", "AUX") else governor.head
        denies = upper.lemma_.lower() in _DENYING or governor.lower_ == "without"
        no = no != (denies != any(each.dep_ == "neg" for each in upper.children) if upper is not verb else denies)
    if verb.dep_ == "conj" and not any(each.dep_ in SUBJECTS for each in verb.children) and _denied_first(governor):
        no = True
    return no


def _denied_first(verb: Token) -> bool:
    """Tell whether a "nor" carries a denial on: "does not treat X nor cause Y"."""
    return any(each.lower_ in ("nor", "or") and each.dep_ == "cc" for each in verb.children) and any(
        each.dep_ == "neg" for each in verb.children
    )


def _none(noun: Token) -> bool:
    return any(each.lower_ in _NONE for each in noun.children if each.dep_ in ("det", "neg", "preconj"))


def _hedged(token: Token) -> bool:
    """Tell whether a sentence leaves open what it says: "may", "is thought to", "if"."""
    for each in token.children:
        if each.dep_ == "aux" and each.lower_ in _HEDGING_MODALS:
            return True
        if each.lower_ in _HEDGES or (each.dep_ == "mark" and each.lower_ in _CONDITIONS):
            return True
    governor = token.head
    if governor.i == token.i or token.dep_ not in ("xcomp", "ccomp", "advcl", "conj", "oprd"):
        return False
    return governor.lemma_.lower() in _OPINIONS or (token.dep_ != "advcl" and _hedged(governor))
