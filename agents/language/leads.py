"""What the first words of a follow-up say: another in place, only these, those too, no - I meant, why.

Only English in general stands here. What the rest means is not known here: see `agents.talk`.
"""

import re
from dataclasses import dataclass

from agents.language.words import words

_OPENING = r"^\W*((ok|okay|so|well|great|thanks|right|alright|hm+|yes)\b\W*)*"
_LEAD = re.compile(
    rf"{_OPENING}((and|but)\s+)?(then\s+)?(what|how) about\s+"
    rf"|{_OPENING}(and|but|then)\s+"
    rf"|{_OPENING}(now\s+)?(do\s+)?(exactly\s+)?(the )?same (thing |question )?(for|with|about|of|in)\s+"
    rf"|{_OPENING}(now|next)\s+(for|with|about)\s+",
    re.I,
)
_BEFORE = re.compile(r"^(for|in|of|with|to|from|by|on|at|about)\s+", re.I)
_AFTER = re.compile(r"\W*\b(please|then|too|as well|instead|also|now|though)?[\s?.!,;:]*$", re.I)
_HOW_MANY = re.compile(
    r"^\W*((and|so|but|ok)\W+)?(how many|what('s| is) the (count|number))"
    r"( (are|is|were)( there| those| these| they| that| it| left| in all| in total)?"
    r"| of (them|those|these)( are there)?| in (all|total)| (remain|left))*\W*$",
    re.I,
)
_DOES_IT = re.compile(
    r"\s*,?\s+(is|are|was|were|do|does|did|has|have|had|can)(n'?t)?\s+(it|they|he|she|that one|those)"
    r"(\s+(too|as well|also))?\W*$",
    re.I,
)
_WHOLE = re.compile(
    r"\b(who|whom|whose|what|which|where|when|why|how|is|are|was|were|do|does|did|has|have|had|can|could|will|would"
    r"|should|may|must|list|show|name|give|find|tell|count|compare|define|describe|explain|let|please)\b",
    re.I,
)
_CLAUSE = re.compile(r"[:;,]\s*(who|what|which|where|when|how|is|are|was|were|do|does|did)\b", re.I)
_NARROWING = re.compile(
    rf"{_OPENING}((and|but|now)\s+)?((show|give|list|keep|take|filter|restrict|limit)( me| it| them| that| those)?"
    r"( (to|by|down to))?\s+)?(?P<only>only|just|but only)\s+|"
    rf"{_OPENING}((and|but|now)\s+)?(?P<out>without|excluding|except( for)?|but not|not|minus|apart from|other than"
    r"|leave out|leaving out|drop|remove|exclude|ignore|skip|no)\s+",
    re.I,
)
_WIDENING = re.compile(
    rf"{_OPENING}((and|but)\s+)?((?P<also>also|plus|add|include|including|as well as|or( also)?|together with)\s+)",
    re.I,
)
_TOO = re.compile(r"[\s,]+(too|as well|also)\W*$", re.I)
_ONES = re.compile(r"^(those|these|the ones?|ones|them|all)\s+", re.I)
_THOSE = re.compile(
    rf"{_OPENING}((and|but|now)\s+)?(the ones?|those)\s+"
    r"(?=(who|that|which|whose|in|from|with|on|at|of|by|under|over|not|without)\b)",
    re.I,
)
_NO = (
    r"(no|nope|nah|sorry|actually|wait|oops|hm+(?=[\s,]+(no|wait|sorry|i)\b)|hang on|my mistake|my bad"
    r"|not (that|this)( one)?|wrong( one)?|that'?s wrong)"
)
_MEANT = (
    r"(i (really )?(meant|mean|want(ed)?( to know about)?|was (asking|talking|thinking) (about|of)|said"
    r"|asked( about| for)?)|rather|make (it|that)|should (be|have been)|(the|my) question was( about)?"
    r"|let me correct that)"
)
_CORRECTING = re.compile(rf"^\W*(({_NO}\b[\s,.;:!—–-]*)+({_MEANT}\b[\s,:]*)?|{_MEANT}\b[\s,:]*)", re.I)
_NOT_BUT = re.compile(
    rf"^\W*({_NO}\b[\s,.;:!—–-]*)*not\s+(?!only\b|in\b|from\b)[^,;:.!?—–]+?\s*([,;:.!—–]+|\s-|\sbut)\s*(but\s+|rather\s+)?"
    rf"({_MEANT}\b[\s,:]*)?(?=\S)",
    re.I,
)
_NOT_IT = re.compile(r"[\s,;]+(and )?not\s+[^,;?!]*[?.!]*$", re.I)
_BUT_NOT = re.compile(r"\w\s*[,;]\s*(and )?not\s+(the|that|this|in|[A-Z0-9])")
_INSTEAD = re.compile(r"[\s,]+(instead|rather|please)\W*$", re.I)
_THE_ONE = re.compile(
    r"^(the|that) one\s+(?P<rest>(who|which|that|in|from|with|of|by|on|at|called|born|made)\b.+)$"
    r"|^(the|that) (?P<which>(?!other|first|second|third|last|next|same)\w[\w -]*) one$",
    re.I,
)
_WHY = re.compile(
    r"^\W*((and|but|ok|okay|hm+|really|wait)\W+)*("
    r"why|how come|how so|says who|really|are you (quite |really )?(sure|certain)( (about|of) (that|this|it))?"
    r"|why (is|are|was) (that|this|it|they|those)( so)?|why (do|would|did) you (say|think|believe) (so|that|this|it)"
    r"|how (do|did|can|could) you (know|tell|find out|get|come to)( (that|this|it))?( for sure)?"
    r"|what makes you (say|think|believe|so sure( of)?)( (that|this|it|so))?"
    r"|(on|based on) what( basis| evidence| grounds)?( (do you say|is) (that|this|it))?"
    r"|(what('s| is| are)|show( me)?|give me|where('s| is)) (your|the|any)"
    r" (evidence|proofs?|sources?|reasons?|basis|facts)( (for|of|behind) (that|this|it))?"
    r"|prove (it|that|this)|(can you )?(explain|justify|back up) (that|this|it|yourself|why)"
    r"|where (do|did|does) (you|that|this|it) (get|come|have) (that |this |it )?from|where('s| is) (that|this|it) from"
    r"|how (is|was|are) (that|this|it|those) known|who says( (so|that))?|evidence|proof|what tells you( that)?"
    r")\W*$",
    re.I,
)
_MORE = re.compile(
    r"^\W*((and|ok|okay)\W+)?((can you |please )?(tell|show|give) me )?(some |a bit |a little )?"
    r"(more|more details?|details)( please)?\W*$"
    r"|^\W*((and|ok)\W+)?(what else( do you know| is known| is there( to know)?)?|anything else)\W*$",
    re.I,
)

_ASKED = re.compile(
    r"^\W*((and|but|so|ok|also|then)\W+)*(in |at |of |from |by |for |on )?"
    r"((?P<many>how (many|much))|what|which|whose)\s+"
    r"(?!(one|ones|about|else|other|others|more|of|time|is|are|was|were)\b)(?P<noun>[\w-]+(\s+[\w-]+)?)$",
    re.I,
)
_FURTHER = re.compile(
    r"^\W*((and|but|ok|okay|so)\W+)*((who|what|which( one)?)\s+)?((was|is|were|are|came|comes|went|goes)\s+)?"
    r"((the )?(?P<way>one before|one after|next one|before|after|prior to|next|then|following))"
    r"(\s+(that|this|it|him|her|them|then|those))?(\s+one)?\W*$",
    re.I,
)


@dataclass(frozen=True)
class Rest:
    """What a follow-up says behind its first words; `word` is the word that says what to do with it."""

    text: str
    word: str = ""
    ones: bool = False  # "those that ...", "the ones in ...": things of the sort that was asked for


def elliptic(text: str) -> str:
    """Return what a text asks for in place of something said before: "and in Ohio?" gives "Ohio"; "" for none.

    A text that is a whole question after its first word ("and who treats it?") is none.
    """
    lead = _LEAD.match(text)
    rest = trimmed(_DOES_IT.sub("", text[lead.end() :])) if lead else ""
    return "" if _WHOLE.match(rest) or _CLAUSE.search(rest) else bare(rest)


def trimmed(text: str) -> str:
    """Return a text without its end marks and a "please" or "too" before them."""
    return _AFTER.sub("", text.strip()).strip()


def bare(text: str) -> str:
    """Return a text without a preposition before it: "in Ohio" gives "Ohio"."""
    return _BEFORE.sub("", text)


def fragment(text: str) -> str:
    """Return a text that is no sentence, for want of a verb and a question word, without its end marks; else ""."""
    rest = trimmed(text)
    if not rest or _WHOLE.match(rest):
        return ""  # before the words are parsed, which takes some milliseconds
    tokens = words(rest)
    behind = tokens[1:] if tokens and tokens[0].tag == "VBD" else tokens  # "painted after 1900" lacks who did
    verb = any(each.tag in ("VBZ", "VBP", "VBD", "MD") or each.tag.startswith("W") for each in behind)
    return "" if verb or (tokens and tokens[0].tag == "VB") else bare(rest)


def participial(text: str) -> bool:
    """Tell whether a text is a fragment that says what was done to things, and how: "painted after 1900"."""
    tokens = words(fragment(text))
    return len(tokens) > 1 and tokens[0].tag in ("VBN", "VBD") and tokens[1].pos in ("ADP", "SCONJ")


def only_asked(text: str) -> Rest | None:
    """Return the noun that a text asks for, where it says no more: "what grain?", "how many seats".

    `word` is "many" where a number is asked for.
    """
    rest = trimmed(text)
    found = _ASKED.match(rest)
    if found is None:
        return None
    nouns = words(found["noun"])
    fits = all(each.pos in ("NOUN", "PROPN", "ADJ") for each in nouns) and nouns[-1].pos != "ADJ"
    return Rest(found["noun"], "many" if found["many"] else "") if fits else None


def unled(text: str) -> str:
    """Return the text without an "and" or "what about" before it."""
    lead = _LEAD.match(text)
    return text[lead.end() :].strip() if lead else text


def is_whole(text: str) -> bool:
    """Tell whether a text begins as a question or a request does."""
    return bool(_WHOLE.match(text))


def narrowing(text: str) -> Rest | None:
    """Return what earlier findings are narrowed to ("only those in Texas") or rid of ("without the lakes")."""
    if ones := _THOSE.match(text):
        return Rest(trimmed(text[ones.end() :]), "only", ones=True)
    lead = _NARROWING.match(text)
    rest = trimmed(text[lead.end() :]) if lead else ""
    if lead is None or not rest or _WHOLE.match(rest):
        return None
    word = "only" if lead["only"] else "without" if lead["out"].lower() == "without" else "excluding"
    ones = _ONES.match(rest)
    return Rest(rest[ones.end() :] if ones else rest, word, bool(ones))


def widening(text: str) -> Rest | None:
    """Return what is asked for besides: "also those in Ohio", "or Ohio", "and Ohio as well"."""
    lead, too = _WIDENING.match(text), _TOO.search(text)
    if lead is None and not (too and (lead := _LEAD.match(text))):
        return None
    rest = trimmed(text[lead.end() :])
    ones = _ONES.match(rest)
    rest = rest[ones.end() :] if ones else rest
    return None if not rest or (_WHOLE.match(rest) and not ones) else Rest(rest, "or", bool(ones))


def correction(text: str) -> Rest | None:
    """Return what was meant instead: "no, I meant the disease" gives "the disease"; None where nothing is corrected.

    `word` is "one" where a thing is told from its namesakes: "the one in Leeds" gives "in Leeds".
    """
    lead = _NOT_BUT.match(text) or _CORRECTING.match(text)
    rest = text[lead.end() :] if lead else text
    shorter = _NOT_IT.sub("", rest)
    instead = _INSTEAD.search(shorter)
    apart = _BUT_NOT.search(text) is not None and not _WHOLE.match(text)
    if lead is None and not apart and not (instead and "instead" in instead[0].lower()):
        return None
    rest = trimmed(_INSTEAD.sub("", shorter))
    if one := _THE_ONE.match(rest):
        return Rest(one["rest"] or one["which"], "one")
    ones = _ONES.match(rest)
    return Rest(rest[ones.end() :] if ones else rest, ones=bool(ones))


def only_how_many(text: str) -> bool:
    """Tell whether a text asks for the number of what was found before and nothing else."""
    return bool(_HOW_MANY.match(text))


def asks_why(text: str) -> bool:
    """Tell whether a text asks what the last answer stands on, and nothing else."""
    return bool(_WHY.match(text))


def asks_for_more(text: str) -> bool:
    """Tell whether a text asks to be told more of what was spoken of, and nothing else."""
    return bool(_MORE.match(text))


def further(text: str) -> str:
    """Return the word of "and before that?", "and then?", "who came next?"; "" where a text asks for no such step."""
    found = _FURTHER.match(text)
    return found["way"].lower() if found else ""
