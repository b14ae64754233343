"""A question for a part of a sentence: "Erin wrote the book." → "Who wrote the book?", "What did Erin write?"."""

from typing import Any

from agents.cards.sentences import Part

_SUBJECTS = ("nsubj", "nsubjpass", "csubj", "expl")
_DO = {"VBD": "did", "VBZ": "does", "VBP": "do", "VB": "do"}
_WORDS = {"where": "what place", "when": "when", "who": "who", "how many": "how many", "how much": "how much"}


def question(doc: Any, part: Part) -> str:
    """Return a question with its mark that the sentence answers by that part; the part itself is not in it."""
    root = next((each for each in doc if each.dep_ == "ROOT"), None)
    subject = next((each for each in root.children if each.dep_ in _SUBJECTS), None) if root is not None else None
    if root is None or subject is None:
        return in_place(doc.text, part)
    first, last = subject.left_edge.idx, subject.right_edge.idx + len(subject.right_edge.text)
    if first <= part.start and part.end <= last:
        return in_place(doc.text, part)
    if part.end <= first or _inside(root, part):
        return in_place(doc.text, part)
    return _fronted(doc, root, (first, last), part)


def in_place(text: str, part: Part) -> str:
    """Return the sentence with the asking word where the part stood: "Who wrote the book?", "Erin wrote what?"."""
    return _closed(f"{text[: part.start]} {_asking(part)} {text[part.end :]}")


def _inside(root: Any, part: Part) -> bool:
    return bool(part.start <= root.idx < part.end)


def _fronted(doc: Any, root: Any, subject: tuple[int, int], part: Part) -> str:
    """Put the asking word in front, then the helping verb, the subject and the rest."""
    text, head = doc.text, doc.text[: subject[0]].strip()
    helper = next((each for each in root.children if each.dep_ in ("aux", "auxpass") and each.i < root.i), None)
    if helper is None and root.pos_ == "AUX":
        helper, verb = root, ""
    else:
        verb = root.lemma_ if helper is None else text[helper.idx + len(helper.text) : root.idx + len(root.text)]
    after = root.idx + len(root.text)
    if part.start < after:
        return in_place(text, part)
    word = helper.text if helper is not None else _DO.get(root.tag_, "did")
    rest = f"{text[after : part.start]} {text[part.end :]}"
    return _closed(f"{_asking(part)} {word} {text[subject[0] : subject[1]]} {verb} {rest} {head.rstrip(',')}")


def _asking(part: Part) -> str:
    return _WORDS.get(part.asks, "what")


def _closed(text: str) -> str:
    words = " ".join(text.replace(" ,", ",").split()).strip(" .,;:?!")
    return f"{words[:1].upper()}{words[1:]}?"
