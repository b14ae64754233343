"""What people say around a request without asking anything by it: "cool, ...", "... pls", "I was wondering ...".

Only English in general stands here. A text of which nothing would be left stays as it is.
"""

import re

_MARKS = r"[\s,.!;:…–—-]"
# What says nothing wherever a message begins with it ...
_SOUNDS = (
    r"(?:ok(?:ay|ey|ie)?s?|k|kk|thank(?:s| you| u)(?: (?:a lot|so much|very much|a bunch|you))?|thx|thnx|tysm"
    r"|ty|cheers|hm+|mhm+|a+h+|o+h+|aha+|uh+|um+|er+m*|wow+|whoa|lol|ha(?:ha)+|hehe|y(?:es|ep|up|eah)|hey+|hi+|hello"
    r"|btw|by the way|anyways?|alright(?:y)?|gotcha|got it|i see|makes sense|good to know|fair enough"
    r"|no (?:problem|worries)|(?:quick|one more|another|next|last|just a(?: quick)?) (?:question|one|thing))"
)
# ... and only where a mark, or a word that goes on, stands behind it: "great, ..." but not "great lakes".
_PRAISE = (
    r"(?:that'?s |thats |how |very |so |really |all )?(?:great|good|nice|cool|fine|perfect|super|awesome|amazing"
    r"|interesting|lovely|excellent|brilliant|sweet|neat|right|sure|well|so|now|too bad|funny|impressive|fascinating"
    r"|wonderful|understood|clear|splendid|fantastic|noted)(?: stuff| one| job| to know)?"
)
_OPENING = re.compile(
    rf"^{_MARKS}*(?:{_SOUNDS}(?:{_MARKS}+|$)"
    rf"|{_PRAISE}(?:\s*[,.!;:…–—]+\s*|\s+-\s+|\s+(?=(?:and|but|so|thanks|thank you|thx)\b)))",
    re.I,
)
_FRIENDLY = re.compile(
    r"\b(?:thank\w*|thx|thnx|ty|tysm|cheers|hi+|hey+|hello|good (?:morning|day|evening|bye))\b", re.I
)
_CLOSING = re.compile(
    r"(?:[\s,]+(?:pl[sz]+|plea?se+|thx|thnx|thank(?:s| you| u)(?: in advance)?|ty|lol|haha|btw|by the way|cheers"
    r"|(?<!'s )(?<!s' )(?:mate|dude|bro)))+(?P<end>[\s.?!]*)$",
    re.I,
)
_WH = r"(?:who|whom|whose|what|which|where|when|why|how)"
_PREAMBLE = re.compile(
    rf"^\W*(?:(?:i (?:was|am|'m)|i'm|im|was|just) (?:just )?(?:wondering|curious|asking myself)(?: about)?|i wonder"
    r"|(?:do|did|would|can|could|might) (?:you|u|ya|anybody|anyone) (?:happen to |maybe |please |perhaps )*"
    r"(?:know|tell(?: me)?|say|remember|recall|find out|look up|check|have any idea)"
    r"|(?:have you |you got |got |you have )?any (?:idea|clue)(?: about)?"
    r"|(?:i(?:'d| would)? (?:just )?(?:like|love|want|need|wanna)(?: to)?|wanna) (?:know|find out|learn|hear"
    r"|ask(?: you)?)"
    r"|(?:just )?(?:tell|remind) me(?: please| again| pls)?|would it be possible to (?:know|say|tell me)"
    r"|is it (?:known|recorded|possible to (?:know|say))|what i (?:want|need|wanted|would like) to know is"
    r"|my question (?:is|would be)|the question is)(?: if (?:you|u) (?:could|can|know|would)(?: tell me| say)?)?[\s,:]+"
    rf"(?=(?:(?:in|at|of|by|from|for|with|on|to|since|until)\s+)?{_WH}\b)",
    re.I,
)
_RUN_ON = re.compile(r"\b(?P<word>who|what|where|when|why|how|that|there)s\b(?=\s+\S)", re.I)
_TAG = re.compile(
    r"\s*,?\s+(?:right|correct|no|eh|huh|(?:is|are|was|were|do|does|did|has|have)(?:n'?t| not) (?:it|they|he|she|that))"
    r"\s*\?+\s*$",
    re.I,
)
_AGAIN = re.compile(
    r"(?:\.{2,}|…|[,;!-]|\s-)\s*(?:(?:no|sorry|wait|oops|er+m*|uh+|hm+|or)[\s,]+)*"
    r"(?:i mean|i meant|or rather|rather|no wait|wait no|scratch that|let me rephrase(?: that)?|actually)[\s,:]+"
    r"(?P<rest>\S.*)$",
    re.I,
)
_AND_RATHER = re.compile(
    r"^\W*(?P<and>and)\s+[^?.,;]{1,30}[?.,;]+\s*(?:(?:no|sorry|wait|or)[\s,]+)*i mean(?:t)?[\s,:]+"
    r"(?P<noun>(?:the|its|his|her|their)\s+[\w -]+\W*)$",
    re.I,
)
_ASKS = re.compile(
    rf"^(?:(?:in|at|of|by|from|for|with|on|to)\s+)?(?:{_WH}|is|are|was|were|do|does|did|has|have)\b", re.I
)


def tidied(text: str) -> str:
    """Return a text without a preamble before its question, and without please and thanks behind it."""
    text = _RUN_ON.sub(_parted, text, count=1) if _RUN_ON.match(_bare(text)) else text
    closing = _CLOSING.search(text)
    shorter = f"{text[: closing.start()]}{closing['end'].strip()}" if closing else text
    found = _PREAMBLE.match(shorter)
    shorter = shorter[found.end() :] if found else shorter
    return shorter if shorter.strip(" .?!,") else text


def opened(text: str) -> str:
    """Return a text without what its first words only say to the other: "cool, and Ohio?" gives "and Ohio?"."""
    while (found := _OPENING.match(text)) and text[found.end() :].strip(" .?!,"):
        text = text[found.end() :]
    return text


def acknowledges(text: str) -> bool:
    """Tell whether a text only says that the other was heard: "ok.", "hm, nice." - but not "thanks" or "hello"."""
    return not _FRIENDLY.search(text) and not opened(f"{text} x").strip(" .,!;:").removeprefix("x")


def restarted(text: str) -> str:
    """Return what a text that begins anew comes to: "where is it... I mean when did it open" gives the rest."""
    found = _AGAIN.search(text)
    if found and found.start() > 0 and _ASKS.match(found["rest"]):
        return found["rest"]
    noun = _AND_RATHER.match(text)
    return f"{noun['and']} {noun['noun']}" if noun else text


def untagged(text: str) -> str:
    """Return a text without a tag that asks for assent: "so it is older, right?"."""
    found = _TAG.search(text)
    return f"{text[: found.start()]}?" if found and found.start() > 0 else text


def _bare(text: str) -> str:
    return re.sub(rf"^(?:{_MARKS}|and\b|but\b|so\b)+", "", text, flags=re.I)


def _parted(found: re.Match[str]) -> str:
    return f"{found['word']} is"
