"""Forms that know a graph's schema: nodes and facts as people write them, each value in its kind."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from hashlib import blake2b
from typing import Any
from uuid import uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from agents.curation.values import guess, read
from agents.curation.words import text as shown
from agents.model import Edge, Node, PropertyType, Provenance, Schema, Value

SOURCES = (("person", _("somebody's word")), ("document", _("a document")), ("file", _("a file or data set")))
LONGEST = 20_000
LARGEST = 5_000_000  # bytes of a table
ID = 500


class Lines(forms.CharField):
    """Several texts, one a line."""

    def __init__(self, **options: Any) -> None:
        super().__init__(widget=forms.Textarea(attrs={"rows": 3}), required=False, max_length=LONGEST, **options)

    def clean(self, value: Any) -> tuple[str, ...]:
        """Return the lines that hold something, each once."""
        found = (line.strip() for line in super().clean(value).splitlines())
        return tuple(dict.fromkeys(each for each in found if each))


class PropsForm(forms.Form):
    """Fields for the properties that a thing has, and those that its like has."""

    def __init__(self, data: Any, props: Mapping[str, Value], known: Iterable[PropertyType], prefix: str = "") -> None:
        super().__init__(data, prefix=prefix or None)
        self.before = dict(props)
        kinds = {each.name: each for each in known}
        self.kinds = {**{key: kinds.get(key, _kind(key, value)) for key, value in props.items()}, **kinds}
        for key, kind in self.kinds.items():
            self.fields[_field(key)] = _value_field(kind, self.before.get(key))
        more = _("A line for each: name: value")
        self.fields["more"] = forms.CharField(
            label=_("Other properties"),
            required=False,
            max_length=LONGEST,
            help_text=more,
            widget=forms.Textarea(attrs={"rows": 2}),
        )

    def clean(self) -> dict[str, Any]:
        """Put the properties together; a value that was left alone stays what it is."""
        said = super().clean() or {}
        props: dict[str, Value] = {}
        for key, kind in self.kinds.items():
            given = _plain(said.get(_field(key), ""))
            value = self._value(key, kind, given)
            if value is not None:
                props[key] = value
        said["props"] = {**props, **self._more(said.get("more", ""))}
        return said

    def _value(self, key: str, kind: PropertyType, given: str) -> Value | None:
        before = self.before.get(key)
        if before is not None and given == _plain(_written(before)):
            return before
        try:
            return read(given, kind)
        except ValueError as error:
            self.add_error(_field(key), str(error))
            return None

    def _more(self, given: str) -> dict[str, Value]:
        found: dict[str, Value] = {}
        for line in given.splitlines():
            key, colon, value = line.partition(":")
            if line.strip() and not (colon and key.strip() and value.strip()):
                self.add_error("more", _("'%(line)s' is no 'name: value'.") % {"line": line[:60]})
            elif line.strip():
                found[key.strip()] = guess(value.strip())
        return found


class NodeForm(PropsForm):
    """A node."""

    name = forms.CharField(label=_("Name"), max_length=1000)
    type = forms.CharField(
        label=_("Type"), max_length=200, required=False, widget=forms.TextInput(attrs={"list": "types"})
    )
    aliases = Lines(label=_("Also called"), help_text=_("One a line"))
    description = forms.CharField(
        label=_("Description"), required=False, max_length=LONGEST, widget=forms.Textarea(attrs={"rows": 2})
    )

    def __init__(self, data: Any, node: Node | None, schema: Schema, prefix: str = "") -> None:
        self.node = node or Node(f"n:{uuid4().hex[:12]}", "", "")
        known = schema.type(self.node.type)
        super().__init__(data, self.node.props, known.properties if known else (), prefix)
        self.initial = {
            "name": self.node.name,
            "type": self.node.type,
            "aliases": "\n".join(self.node.aliases),
            "description": self.node.description,
        }

    @property
    def after(self) -> Node:
        """The node as it was written."""
        said = self.cleaned_data
        fields = {key: said[key] for key in ("name", "type", "description", "props")}
        aliases = tuple(each for each in said["aliases"] if each != said["name"])
        kept = self.node.aliases if set(aliases) == set(self.node.aliases) else aliases
        fields["description"] = _kept(self.node.description, said["description"])
        return replace(self.node, aliases=kept, **fields)


class EdgeForm(PropsForm):
    """A fact. Its three parts are fixed once it is there: another triple is another fact."""

    head = forms.CharField(label=_("From"), max_length=ID)
    relation = forms.CharField(label=_("Relation"), max_length=200, widget=forms.TextInput(attrs={"list": "relations"}))
    tail = forms.CharField(label=_("To"), max_length=ID)
    confidence = forms.FloatField(label=_("Confidence, 0 to 1"), min_value=0, max_value=1, initial=1.0)
    source_kind = forms.ChoiceField(label=_("How do you know?"), choices=SOURCES)
    source_name = forms.CharField(
        label=_("Source"), max_length=300, required=False, help_text=_("Empty: your own word")
    )
    source_detail = forms.CharField(label=_("Where in it, or the sentence"), max_length=2000, required=False)

    def __init__(self, data: Any, edge: Edge | None, schema: Schema, prefix: str = "") -> None:
        self.edge = edge or Edge("", "", "")
        known = schema.relation(self.edge.relation)
        super().__init__(data, self.edge.props, known.properties if known else (), prefix)
        self.initial = {key: getattr(self.edge, key) for key in ("head", "relation", "tail", "confidence")}
        self.initial["source_kind"] = SOURCES[0][0]

    def after(self, who: str, is_new: bool) -> Edge:
        """Return the fact as it was written; a new one without a source is `who`'s word."""
        said = self.cleaned_data
        sources = self.edge.sources
        if said["source_name"] or said["source_detail"] or (is_new and not sources):
            more = Provenance(said["source_kind"], said["source_name"] or who, said["source_detail"])
            sources = tuple(dict.fromkeys((*sources, more)))
        ends = {key: said[key].strip() for key in ("head", "relation", "tail")}
        return replace(self.edge, **ends, props=said["props"], confidence=said["confidence"], sources=sources)


class SheetForm(forms.Form):
    """A table of changes to upload."""

    file = forms.FileField(label=_("Table (CSV)"), help_text=_("At most 5,000 rows and 5 MB, in UTF-8"))
    reason = forms.CharField(label=_("Why"), max_length=2000, required=False)

    def clean_file(self) -> str:
        """Return the file's text; refuse what is too large and what is no text."""
        file = self.cleaned_data["file"]
        self.name = file.name[:120]
        if file.size > LARGEST:
            raise forms.ValidationError(_("The table is larger than 5 MB."))
        try:
            return file.read().decode("utf-8-sig")
        except UnicodeDecodeError:
            raise forms.ValidationError(_("The table is not UTF-8; save it as such.")) from None


class WhyForm(forms.Form):
    """Why something is changed, and what says so."""

    reason = forms.CharField(label=_("Why"), max_length=2000, required=False)
    source = forms.CharField(label=_("Source"), max_length=300, required=False)


def _value_field(kind: PropertyType, value: Value | None) -> forms.Field:
    long = kind.many or (isinstance(value, str) and ("\n" in value or len(value) > 80))
    widget = forms.Textarea(attrs={"rows": 3}) if long else forms.TextInput()
    said = " ".join(part for part in (str(_("One a line.")) if kind.many else "", kind.description) if part)
    initial = "" if value is None else _written(value)
    label = f"{kind.name} ({kind.unit})" if kind.unit else kind.name
    return forms.CharField(
        label=label, initial=initial, required=False, max_length=LONGEST, strip=False, widget=widget, help_text=said
    )


def _written(value: Value) -> str:
    return "\n".join(shown(each) for each in value) if isinstance(value, tuple) else shown(value)


def _kept(before: str, given: str) -> str:
    return before if _plain(before).strip() == _plain(given).strip() else given


def _plain(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n")


def _kind(key: str, value: Value) -> PropertyType:
    first = value[0] if isinstance(value, tuple) and value else value
    kind = "flag" if isinstance(first, bool) else "number" if isinstance(first, (int, float)) else "text"
    return PropertyType(key, kind, many=isinstance(value, tuple))


def _field(key: str) -> str:
    return "p_" + blake2b(key.encode(errors="replace"), digest_size=6).hexdigest()
