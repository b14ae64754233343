"""A graph's rules as SHACL shapes, and shapes as rules; by rdflib, which is imported when it is first needed.

A rule becomes a node shape: of a type (`sh:targetClass`) or of what a relation leaves from (`sh:targetSubjectsOf`).
A soft rule has the severity of a warning. The shapes speak of graphs as `agents.exports.rdf` writes them; read, they
may speak of any addresses, and types, relations and properties go by the last part of theirs.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from agents import rdf as w
from agents.declaration import Rule
from agents.errors import LoadError

if TYPE_CHECKING:
    from rdflib import Graph
    from rdflib.term import Node as Term

SH = "http://www.w3.org/ns/shacl#"
LARGEST = 1_000_000  # characters of shapes
_PLAIN = {"name": w.LABEL, "description": w.DESCRIPTION}  # what a node has beside its properties
_SAID = ("name", "description", "message", "severity", "order", "group", "nodeKind", "datatype", "deactivated")


@dataclass(frozen=True)
class Shapes:
    """The rules that shapes say, and what they say that no rule can."""

    rules: tuple[Rule, ...]
    unsaid: tuple[str, ...]


# --- out ----------------------------------------------------------------------------------------


def turtle(rules: Iterable[Rule]) -> str:
    """Return rules as shapes, in Turtle."""
    from rdflib import RDF, BNode, Graph, URIRef

    made = Graph()
    made.bind("sh", SH)
    for number, rule in enumerate(rules, start=1):
        shape, property = URIRef(f"{w.OURS}shape:{number}"), BNode()
        made.add((shape, RDF.type, URIRef(f"{SH}NodeShape")))
        made.add((shape, URIRef(f"{SH}{_target(rule)[0]}"), URIRef(_target(rule)[1])))
        made.add((shape, URIRef(f"{SH}property"), property))
        for each in (shape, property):
            made.add((each, URIRef(f"{SH}severity"), URIRef(f"{SH}{'Violation' if rule.hard else 'Warning'}")))
        _write(made, shape, property, rule)
    return str(made.serialize(format="turtle"))


def _target(rule: Rule) -> tuple[str, str]:
    if rule.kind in ("ends", "most"):
        return "targetSubjectsOf", w.iri(w.RELATIONS, rule.relation)
    return "targetClass", w.iri(w.TYPES, rule.type)


def _write(made: "Graph", shape: "Term", property: "Term", rule: Rule) -> None:
    from rdflib import Literal, URIRef

    path = w.iri(w.RELATIONS, rule.relation) if rule.relation else _property(rule.property)
    made.add((property, URIRef(f"{SH}path"), URIRef(path)))
    if rule.kind == "most":
        made.add((property, URIRef(f"{SH}maxCount"), Literal(rule.most)))
    elif rule.kind == "required":
        made.add((property, URIRef(f"{SH}minCount"), Literal(1)))
    elif rule.kind == "form":
        made.add((property, URIRef(f"{SH}pattern"), Literal(pattern(rule.form))))
        made.add((property, URIRef(f"{SH}flags"), Literal("s")))
    elif rule.kind == "unique":
        made.add((property, URIRef(f"{w.OURS}unique"), Literal(True)))
        _sparql(made, shape, rule, path)
    elif rule.kind == "ends":
        _classes(made, shape, rule.heads)
        _classes(made, property, rule.tails)


def _property(name: str) -> str:
    return _PLAIN.get(name) or w.iri(w.PROPERTIES, name)


def _classes(made: "Graph", shape: "Term", types: tuple[str, ...]) -> None:
    """Say that a thing is of one of these types; of none in particular is nothing to say."""
    from rdflib import BNode, URIRef
    from rdflib.collection import Collection

    if len(types) == 1:
        made.add((shape, URIRef(f"{SH}class"), URIRef(w.iri(w.TYPES, types[0]))))
    elif types:
        options = [BNode() for _ in types]
        for option, type in zip(options, types, strict=True):
            made.add((option, URIRef(f"{SH}class"), URIRef(w.iri(w.TYPES, type))))
        listed = BNode()
        Collection(made, listed, list(options))
        made.add((shape, URIRef(f"{SH}or"), listed))


def _sparql(made: "Graph", shape: "Term", rule: Rule, path: str) -> None:
    """Say uniqueness in the one way SHACL has for it, a constraint in SPARQL."""
    from rdflib import BNode, Literal, URIRef

    type = w.iri(w.TYPES, rule.type)
    select = f"SELECT $this ?value WHERE {{ $this <{path}> ?value . ?other <{path}> ?value ; a <{type}> ."
    constraint = BNode()
    made.add((shape, URIRef(f"{SH}sparql"), constraint))
    made.add((constraint, URIRef(f"{SH}select"), Literal(f"{select} FILTER (?other != $this) }}")))


def pattern(form: str) -> str:
    """Return a form ("*" any text, "?" a character, "[0-9]" one of these) as a regular expression of SHACL."""
    parts = re.findall(r"\[!?[^\]]+\]|.", form, re.DOTALL)
    return f"^{''.join(_regular(each) for each in parts)}$"


def _regular(part: str) -> str:
    if len(part) > 1:
        body = part[1:-1].replace("\\", "\\\\")
        return f"[^{body[1:]}]" if body.startswith("!") else f"[{body}]"
    return {"*": ".*", "?": "."}.get(part) or re.escape(part)


# --- in -----------------------------------------------------------------------------------------


def rules(text: str) -> Shapes:
    """Read shapes in Turtle; raise LoadError for what is no Turtle. What no rule can say is told."""
    from rdflib import RDF, Graph, URIRef

    if len(text) > LARGEST:
        raise LoadError(f"The shapes are longer than {LARGEST:,} characters.")
    try:
        made = Graph().parse(data=text, format="turtle", publicID="urn:shapes:")
    except Exception as error:  # the parser has no error of its own
        raise LoadError(f"That is no Turtle: {str(error).strip()[:200]}") from error
    reader = _Reader(made)
    targets = [
        subject for target in ("targetClass", "targetSubjectsOf") for subject in made.subjects(URIRef(SH + target))
    ]
    for shape in sorted({*targets, *made.subjects(RDF.type, URIRef(f"{SH}NodeShape"))}, key=str):
        reader.shape(shape)
    return Shapes(tuple(dict.fromkeys(reader.rules)), tuple(dict.fromkeys(reader.unsaid)))


class _Reader:
    """Goes through shapes and keeps what is a rule, and words for what is none."""

    def __init__(self, made: "Graph") -> None:
        self.made = made
        self.rules: list[Rule] = []
        self.unsaid: list[str] = []

    def shape(self, shape: "Term") -> None:
        classes = [w.named(str(each), w.TYPES) for each in self._all(shape, "targetClass")]
        subjects = [w.named(str(each), w.RELATIONS) for each in self._all(shape, "targetSubjectsOf")]
        if not classes and not subjects:
            self.unsaid.append(
                f"A shape without a target class, {_short(shape)}, is about nothing that a rule can name."
            )
        heads = self._types(shape, "the shape")
        for relation in subjects:
            if heads:
                self._add(shape, kind="ends", relation=relation, heads=heads)
        for property in self._all(shape, "property"):
            self._property(property, classes, subjects, heads)
        self._rest(shape, {"targetClass", "targetSubjectsOf", "property", "class", "or", "sparql"})
        if list(self._all(shape, "sparql")) and not self._has_unique(shape):
            self.unsaid.append("A constraint in SPARQL is no rule.")

    def _has_unique(self, shape: "Term") -> bool:
        from rdflib import URIRef

        return any(self.made.value(each, URIRef(f"{w.OURS}unique")) for each in self._all(shape, "property"))

    def _property(self, shape: "Term", classes: list[str], subjects: list[str], heads: tuple[str, ...]) -> None:
        from rdflib import BNode, URIRef

        path = self._one(shape, "path")
        if path is None or isinstance(path, BNode):
            self.unsaid.append("A path of more than one step is no rule.")
            return
        name = w.named(str(path), w.RELATIONS if str(path).startswith(w.RELATIONS) else w.PROPERTIES)
        name = next((own for own, address in _PLAIN.items() if str(path) == address), name)
        tails = self._types(shape, name)
        if tails:
            self._ends(shape, name, tuple(dict.fromkeys([*classes, *heads])), tails)
        for most in self._all(shape, "maxCount"):
            self._add(shape, kind="most", relation=name, most=int(str(most)))
        for least in self._all(shape, "minCount"):
            self._least(shape, classes, name, int(str(least)))
        for form in self._all(shape, "pattern"):
            self._form(shape, classes, name, str(form))
        for type in classes if self.made.value(shape, URIRef(f"{w.OURS}unique")) else ():
            self._add(shape, kind="unique", type=type, property=name)
        self._rest(shape, {"path", "class", "or", "maxCount", "minCount", "pattern", "flags"}, name)

    def _ends(self, shape: "Term", relation: str, heads: tuple[str, ...], tails: tuple[str, ...]) -> None:
        same = [each for each in self.rules if each.kind == "ends" and each.relation == relation and not each.tails]
        for each in same:
            self.rules.remove(each)
        self._add(shape, kind="ends", relation=relation, heads=heads, tails=tails)

    def _least(self, shape: "Term", classes: list[str], name: str, least: int) -> None:
        if least > 1:
            self.unsaid.append(f"At least {least} of {name} cannot be said; that one is there can.")
        for type in classes if least else ():
            self._add(shape, kind="required", type=type, property=name)

    def _form(self, shape: "Term", classes: list[str], name: str, regular: str) -> None:
        form = form_of(regular)
        if form is None:
            self.unsaid.append(f"The pattern {regular[:80]} of {name} is more than a form can say.")
        for type in classes if form is not None else ():
            self._add(shape, kind="form", type=type, property=name, form=form)

    def _types(self, shape: "Term", what: str) -> tuple[str, ...]:
        """Return the types that a thing has to be one of."""
        from rdflib.collection import Collection

        one = tuple(w.named(str(each), w.TYPES) for each in self._all(shape, "class"))
        if len(one) > 1:
            self.unsaid.append(f"That {what} is of all of several types at once cannot be said.")
            return ()
        options = [each for listed in self._all(shape, "or") for each in Collection(self.made, listed)]
        named = [self._one(each, "class") for each in options]
        if any(each is None for each in named):
            self.unsaid.append(f"A choice between more than types, of {what}, is no rule.")
            return one
        return one or tuple(w.named(str(each), w.TYPES) for each in named)

    def _add(self, shape: "Term", **fields: Any) -> None:
        severity = self._one(shape, "severity")
        hard = severity is None or str(severity) == f"{SH}Violation"
        try:
            self.rules.append(Rule.model_validate({**fields, "hard": hard}))
        except ValueError as error:
            self.unsaid.append(f"A rule of the kind '{fields['kind']}' is not right: {str(error)[:150]}")

    def _rest(self, shape: "Term", known: set[str], what: str = "") -> None:
        """Tell what a shape says beside what was read."""
        for predicate in sorted({str(each) for each in self.made.predicates(shape)}):
            said = predicate.removeprefix(SH)
            if predicate.startswith(SH) and said not in known and said not in _SAID:
                self.unsaid.append(f"sh:{said}{f' of {what}' if what else ''} cannot be said as a rule.")

    def _all(self, shape: "Term", said: str) -> Iterator["Term"]:
        from rdflib import URIRef

        yield from self.made.objects(shape, URIRef(f"{SH}{said}"))

    def _one(self, shape: "Term", said: str) -> "Term | None":
        return next(self._all(shape, said), None)


def form_of(regular: str) -> str | None:
    """Return a regular expression as a form, or None where a form cannot say it."""
    body, found = regular, ""
    body, found = (body[1:], "") if body.startswith("^") else (body, "*")
    ends = body.endswith("$") and not body.endswith("\\$")
    body = body[:-1] if ends else body
    while body:
        part = re.match(r"\.\*|\\[dw]|\\\W|\[\^?[^\]\\\[]+\]|[^\\^$.|?*+(){}\[\]]", body) or re.match(r"\.", body)
        if part is None or body[part.end() :][:1] in ("*", "+", "?", "{"):
            return None
        found += _globbed(part[0])
        body = body[part.end() :]
    return found if ends else found + "*"


def _globbed(part: str) -> str:
    if part == ".*":
        return "*"
    if part == "\\d":
        return "[0-9]"
    if part.startswith("["):
        return f"[!{part[2:]}" if part.startswith("[^") else part
    plain = part.removeprefix("\\")
    return "?" if part == "." else f"[{plain}]" if plain in "*?[" else plain


def _short(term: "Term") -> str:
    return str(term)[-60:]
