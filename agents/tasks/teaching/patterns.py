"""The ways in which people ask for a change: each form with the kind of wish that it makes and what its parts are."""

import re

_POLITE = (
    r"please|pls|hey|hi|hello|ok|okay|well|so|and|also|sorry|actually|kindly|just|now|then|from now on"
    r"|(?:could|can|would|will) you|you should|i want(?: you)? to|i would like to|i'd like to|let me|we should"
)
LEAD = re.compile(rf"^(?:(?:{_POLITE})\b[\s,:;.!-]*)+", re.I)
_TELL = (
    r"remember|note|notice|learn|know|save|store|record|add|insert|put (?:in|down)|(?:write|jot|take|mark) (?:it )?down"
    r"|(?:keep|bear) in mind|memori[sz]e|take note"
    r"|(?:teach|tell) you(?: something)?|the graph (?:is missing|lacks)|it is missing|register"
)
_WHAT = r"this|the|a|following|new|fact|statement|(?:in|to) the graph"
TELLING = re.compile(rf"^(?:(?:{_TELL})(?:\s+(?:{_WHAT})\b)*(?:\s*[:;,.-]\s*|\s+that\s+|\s+(?=\S)))+", re.I)
_NO = r"no(?:pe)?(?=\s*[,.:;!])"
_IT = r"that|this|it|(?:the|your) answer|what you (?:say|said)"
_WRONG = r"wrong|false|incorrect|not (?:right|true|correct)"
MENDING = re.compile(
    rf"^(?:{_NO}|(?:{_IT})(?:'s| is| was)\s+(?:just\s+)?(?:{_WRONG})|wrong|incorrect"
    r"|you are (?:wrong|mistaken)(?: about (?P<about>[^,.;:]+))?"
    r"|correct(?:ion)?(?: this| that)?(?=\s*[:,]|$)"
    r"|fix (?:this|that))"
    r"(?!\s+that\b)(?!\w)\s*[,.:;!-]*\s*(?:(?:in fact|rather|because|since|instead)\s*,?\s*)?",
    re.I,
)
DENYING = re.compile(
    r"^(?:it(?:'s| is) (?:not true|untrue|false|wrong|not the case)"
    r"|(?:forget|delete|remove|erase|retract|unlearn)(?: the fact)?)\s+that\s+",
    re.I,
)
_END = (
    r"(?:please )?(?:add|change|correct|fix|update|remove|delete|drop|note|record|save|keep) (?:it|that|this)"
    r"(?: out| down)?(?: please)?|please|thanks|thank you|merge them"
)
TAIL = re.compile(rf"[\s,;:]*(?:{_END})?[\s.!?]*$", re.I)

_EDGE = r"(?:link|edge|fact|connection|relation|relationship|association)"
_ADD = r"(?:add|create|insert|make|draw)(?: an?| the)?(?: new)?"
_GO = r"(?:delete|remove|drop|erase|cut|forget)"
_SET = r"(?:set|update|change|correct|fix)"
_SAME = r"(?:really |actually |both )?(?:the same|one|identical|duplicates)"
_MUST = r"(?:should be|is now|has to be|must be)"
_ANY_OF = r"(?:the|this|that|any|every|all)"
_ANOTHER = r"(?:another|an|one more)"
_AS = r"(?:,? (?:called|named|of type|saying|with the relation)|:)"


def _any(name: str) -> str:
    return rf"(?P<{name}>.{{1,200}}?)"


def _between() -> str:
    return rf"(?:from|between|of) {_any('one')} (?:to|and|with) {_any('other')}"


FORMS: tuple[tuple[str, "re.Pattern[str]"], ...] = tuple(
    (kind, re.compile(form, re.I))
    for kind, form in (
        ("rename", rf"(?:rename|relabel) {_any('thing')} (?:to|as|into) {_any('name')}"),
        ("rename", rf"{_SET} the (?:name|label|title) of {_any('thing')} (?:in)?to {_any('name')}"),
        ("rename", rf"{_any('thing')} {_MUST} (?:called|named|renamed to|renamed) {_any('name')}"),
        ("merge", rf"merge {_any('gone')} into {_any('keep')}"),
        ("merge", rf"merge {_any('keep')} (?:and|with|&) {_any('gone')}"),
        ("merge", rf"{_any('keep')} (?:and|&) {_any('gone')} are {_SAME}(?: .*)?"),
        ("merge", rf"{_any('gone')} is {_SAME}(?: thing| one| node)? as {_any('keep')}"),
        ("merge", rf"{_any('gone')} is (?:identical to|a duplicate of) {_any('keep')}"),
        ("alias", rf"{_any('thing')} is also (?:called|known as|named) {_any('name')}"),
        (
            "alias",
            rf"add {_any('name')} as {_ANOTHER} (?:name|alias|synonym) (?:for|of|to) {_any('thing')}",
        ),
        ("cut", rf"{_GO} {_ANY_OF} {_EDGE}s? {_between()}"),
        ("cut", rf"{_GO} {_ANY_OF} {_any('how')} {_EDGE}s? {_between()}"),
        ("link", rf"{_ADD} {_EDGE} {_between()}{_AS} {_any('how')}"),
        ("link", rf"{_ADD} {_EDGE} {_between()}"),
        ("link", rf"{_ADD} {_any('how')} {_EDGE} {_between()}"),
        ("kind", rf"{_ADD} {_any('kind')} (?:called|named) {_any('thing')}"),
        ("retype", rf"{_SET} the (?:type|kind|class) of {_any('thing')} (?:from .+? )?to {_any('kind')}"),
        ("slot", rf"{_SET} the {_any('key')} of {_any('thing')} (?:to|as|=) {_any('value')}"),
        ("slot", rf"{_SET} {_any('thing')}['’]s {_any('key')} (?:to|as|=) {_any('value')}"),
        (
            "delete",
            rf"{_GO}(?: the)?(?: node| thing| entity)? {_any('thing')}(?: from (?:the|this) graph| altogether)?",
        ),
    )
)
