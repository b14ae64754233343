"""Noun phrases and what narrows them, of one and of many: "the state that borders Ohio", "states that border Ohio"."""

from dataclasses import dataclass, replace

from agents.language.phrasing import agreeing, capital, capital_article, plural, quantity


@dataclass(frozen=True)
class Clause:
    """Something said of things: `before`, them, `after`. Pairs are (of one, of many).

    `narrow` says the same behind a noun: "that borders Ohio", "whose capital is Austin".
    """

    narrow: tuple[str, str]
    before: str = ""
    after: tuple[str, str] = ("", "")
    named: bool = False  # `before` begins with a name, which is written as it is

    @property
    def is_object(self) -> bool:
        """Whether others do something to the things: "Texas borders them"."""
        return bool(self.before) and not self.after[True]

    def with_rest(self, rest: str) -> "Clause":
        """Return the clause with more said behind it: "that call at Ohio with a pay that is more than 5"."""
        narrow, after = (tuple(f"{each} {rest}".strip() for each in pair) for pair in (self.narrow, self.after))
        return Clause((narrow[0], narrow[1]), self.before, (after[0], after[1]))

    def said(self, subject: str, many: bool) -> str:
        """Return the clause as a sentence without its stop: "Texas borders Ohio"."""
        return " ".join(each for each in (self.before, subject, self.after[many]) if each)


def saying(words: str, what: str = "") -> Clause:
    """Return the clause that things do or are something: `words` is a third person ("borders", "is part of")."""
    one, many = (f"{agreeing(words, number)} {what}".strip() for number in (False, True))
    return Clause((f"that {one}", f"that {many}"), "", (one, many))


@dataclass(frozen=True)
class Phrase:
    """A noun with all that narrows it. A `name` is said as it stands; `lead` stands in front ("the 3")."""

    noun: str
    of: str = ""  # right behind the noun: "of Texas", "with the highest price"
    clauses: tuple[Clause, ...] = ()
    rest: str = ""  # at the end: "but not those that border Ohio"
    name: bool = False
    lead: str = ""
    many: bool = True

    def narrowed(self, *clauses: Clause) -> "Phrase":
        """Return the phrase with further clauses."""
        return replace(self, clauses=(*self.clauses, *clauses))

    @property
    def text(self) -> str:
        """The phrase: "states that border Ohio", "the capital of Texas", "Texas"."""
        lead = self.lead or ("" if self.name or self.many else "the")
        return " ".join(each for each in (lead, self.head, self.tail) if each)

    @property
    def head(self) -> str:
        """The noun in its number, with what stands right behind it."""
        noun = plural(self.noun) if self.many and not self.name else self.noun
        return f"{noun} {self.of}".strip()

    @property
    def tail(self) -> str:
        """The clauses and the rest."""
        return f"{_narrow(self.clauses, self.many)} {self.rest}".strip()

    def counted(self, number: float) -> str:
        """Return a sentence that there are so many, without its stop: "3 states border Ohio"."""
        shown = "no" if number == 0 else quantity(number)
        this = replace(self._among, many=number != 1, lead="")
        if self.name and not self.clauses and not self.rest:
            return f"There {'is' if number == 1 else 'are'} {quantity(number)}"
        if number == 0 and self.name:
            shown = "none"
        subject = f"{shown} {this.head}"
        if said := this._said(subject):
            return capital_article(said) if this.clauses[0].named and not said.startswith(subject) else capital(said)
        return f"There {'is' if number == 1 else 'are'} {shown} {this.head} {this.tail}".strip()

    @property
    def how_many(self) -> str:
        """Return what is asked by a count: "how many states border Ohio"."""
        this = replace(self._among, many=True, lead="")
        subject = f"how many {this.head}"
        if len(this.clauses) == 1 and this.clauses[0].is_object and not this.rest:
            return f"{subject} {this.clauses[0].before}"
        return this._said(subject) or f"{subject} there are {this.tail}".strip()

    @property
    def _among(self) -> "Phrase":
        """The phrase as it is counted: "3 states", but "3 of those states"."""
        return replace(self, noun=f"of {self.noun}") if self.name else self

    def _said(self, subject: str) -> str:
        """Return a sentence about a subject: what it does is said of it, what else narrows it stands behind it."""
        if self.rest or not self.clauses:
            return ""
        if len(self.clauses) == 1 and self.clauses[0].is_object:
            return self.clauses[0].said(subject, self.many)
        does = [each for each in self.clauses if not each.before]
        narrow = _narrow(tuple(each for each in self.clauses if each.before), self.many)
        said = " and ".join(each.after[self.many] for each in does)
        return f"{f'{subject} {narrow}'.strip()} {said}" if does else ""

    @property
    def statement(self) -> str:
        """Return what a yes or no is about: "Texas borders Ohio", "there are states that border Ohio"."""
        if self.name and self.clauses and not self.rest:
            first, *others = self.clauses
            said = [each.said("it" if each.before else "", False) for each in others]
            return " and ".join([first.said(self.noun, False), *said])
        return f"there {'are' if self.many else 'is'} {self.text}"


def _narrow(clauses: tuple[Clause, ...], many: bool) -> str:
    """Return the clauses as they stand behind a noun; a second "that" in a row is not said."""
    said = ""
    for number, each in enumerate(clauses):
        words = each.narrow[many]
        if number and not each.before and not clauses[number - 1].before:
            words = words.removeprefix("that ")
        said = f"{said} and {words}" if said else words
    return said
